import fc from 'fast-check';
import { sumOf } from './import/sum.ts';
import { weightSum } from './import/weights.ts';
import type { Outline, OutlineNode } from './outline.ts';

const LEVELS = ['类别', '项目', '考核内容', '评分标准'];
const PIECES = [
  ...'建设党员干部作风学习管理',
  '“三会一课”',
  '《2020年计划》（乐机党〔2018〕113号）',
  '0.5%',
  '2020年',
  'a b',
  '、',
  '（党组）',
  '5G',
];

const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join('').trim())
  .filter((joined) => /^[^、].*\p{Script=Han}$/u.test(joined));

/** A criterion may have numbered lines of its own; 1.5G would be a decimal to anyone. */
const line = text.filter((each) => !each.startsWith('5'));
const criterion = fc.oneof(
  text,
  fc.tuple(text, line, line).map(([lead, first, second]) => `${lead}：\n1.${first}\n2.${second}`),
);

const decimal = fc.integer({ min: 1, max: 40 }).map((halves) => String(halves / 2));
const beside = fc.dictionary(fc.constantFrom('扣分办法', '责任科室', '数据来源'), text, {
  maxKeys: 2,
  noNullPrototype: true,
});

type Measure = 'points' | 'weight';

const leaf = (measure: Measure): fc.Arbitrary<OutlineNode> =>
  fc.record({ text: criterion, extra: beside, figure: decimal }).map(({ figure, ...rest }) => ({
    ...rest,
    number: '',
    points: measure === 'points' ? figure : null,
    counts: 'points' as const,
    weight: measure === 'weight' ? `${figure}%` : null,
    children: [],
    place: '',
  }));

const group = (measure: Measure, height: number): fc.Arbitrary<OutlineNode> =>
  fc.tuple(text, nodes(measure, height - 1)).map(([title, children]) => ({
    number: '',
    text: title,
    points: measure === 'points' ? sumOf(children) : null,
    counts: 'points' as const,
    weight: measure === 'weight' ? weightSum(children) : null,
    children,
    place: '',
    extra: {},
  }));

const nodes = (measure: Measure, height: number): fc.Arbitrary<OutlineNode[]> =>
  fc.uniqueArray(height === 1 ? leaf(measure) : group(measure, height), {
    minLength: 1,
    maxLength: 3,
    selector: (node) => node.text,
  });

/** Counted from the top, or, as annexes do, without numbers for the outermost groups and through all of those below. */
function withNumbers(children: readonly OutlineNode[], throughout: boolean): OutlineNode[] {
  const counted = (siblings: readonly OutlineNode[], prefix: string, from: number): OutlineNode[] =>
    siblings.map((node, index) => {
      const number = `${prefix}${from + index}`;
      return { ...node, number, children: counted(node.children, `${number}.`, 1) };
    });
  if (!throughout) return counted(children, '', 1);
  let before = 0;
  return children.map((node) => {
    const parts = counted(node.children, '', before + 1);
    before += parts.length;
    return { ...node, children: parts };
  });
}

/** Small outlines of two to four levels, scored by points or by weights, as an import would give them. */
export const outlines: fc.Arbitrary<Outline> = fc
  .record({
    depth: fc.integer({ min: 2, max: 4 }),
    measure: fc.constantFrom<Measure>('points', 'weight'),
    throughout: fc.boolean(),
    title: fc.option(text),
    notes: fc.array(text, { maxLength: 2 }),
  })
  .chain(({ depth, measure, throughout, title, notes }) =>
    nodes(measure, depth).map((children) => ({
      title,
      levels: LEVELS.slice(-depth),
      points: sumOf(children),
      weightBased: measure === 'weight',
      notes,
      children: withNumbers(children, throughout),
      report: [],
    })),
  );
