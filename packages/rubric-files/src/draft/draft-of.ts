import { readContent } from '@mofan/rubric/content';
import type { Group, Leaf, Rubric, RubricNode } from '@mofan/rubric/rubric';
import { isWeighted } from '../import/weights.ts';
import type { Outline, OutlineNode } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { ratesIn } from './cases-in-text.ts';
import { Names } from './names.ts';

/** What a file does not say of itself. `id`: a code; `printedOn`: the date of the paper. */
export interface Imprint {
  id: string;
  version: string;
  issuedBy: string;
  printedOn: string;
}

type Worth = Pick<Leaf, 'points' | 'bonus' | 'penalty' | 'weight'>;

export interface RubricDraft {
  rubric: Rubric;
  report: ReportEntry[];
}

/**
 * An outline as a table in the language: the tree, points and texts as read, every line's rule a guess that the report
 * names. Throws RubricError `rubric.malformed` where the outline is no table at all, e.g. a text too long.
 */
export function draftOf(outline: Outline, imprint: Imprint): RubricDraft {
  const report = [...outline.report];
  const names = new Names(outline.children);
  const title = outline.title ?? imprint.id;
  const children = outline.children.map((node) => draftNode(node, outline.weightBased, names, report));
  const even = evenDepth(outline.children);
  const draft = {
    schema: 'mofan-rubric/2',
    id: imprint.id,
    version: imprint.version,
    title,
    source: { document: title, issuedBy: imprint.issuedBy, printedOn: imprint.printedOn },
    ...(even === outline.levels.length && {
      levels: outline.levels.map((level, n) => ({ code: `level-${n + 1}`, title: level })),
    }),
    ...(outline.weightBased ? { points: '100' } : outline.points !== null && { points: outline.points }),
    ...combined(outline.points, outline.children, outline.weightBased),
    ...(outline.notes.length > 0 && { gradingNote: outline.notes.join('\n').slice(0, 2000) }),
    rounding: { mode: 'half-up', places: '2' },
    grades: [],
    scales: {},
    metrics: [],
    evidenceKinds: [{ id: 'material', title: '佐证材料', en: 'supporting material', group: 'other', criteria: [] }],
    documents: [],
    children,
    rulings: { proposedOn: imprint.printedOn, items: [] },
  };
  return { rubric: readContent(draft).rubric, report };
}

function draftNode(node: OutlineNode, weighted: boolean, names: Names, report: ReportEntry[]): RubricNode {
  const worth = worthOf(node, weighted);
  if (node.children.length === 0)
    return { id: names.of(node), text: node.text, ...worth, ...ruleOf(node, names, worth, report) } as Leaf;
  const group: Group = {
    id: names.of(node),
    title: node.text,
    ...worth,
    ...combined(node.points, node.children, weighted),
    children: node.children.map((child) => draftNode(child, weighted, names, report)),
  };
  return group;
}

function worthOf({ points, counts, weight }: OutlineNode, weightBased: boolean): Worth {
  const share = weight === null ? {} : { weight };
  if (weightBased) return { points: '100', ...share };
  if (points === null || counts === 'none') return share;
  return { [counts]: points, ...share };
}

/** How the parts of a group become one where that is not their sum. */
const combined = (points: string | null, parts: readonly OutlineNode[], weightBased: boolean): Pick<Group, 'from'> =>
  isWeighted(points, parts) || (weightBased && parts.some(({ weight }) => weight !== null))
    ? { from: { combine: { by: 'weighted' } } }
    : {};

function ruleOf(node: OutlineNode, names: Names, worth: Worth, report: ReportEntry[]): object {
  const rates = [node.text, ...Object.values(node.extra)].flatMap(ratesIn);
  const inText = ratesIn(node.text);
  if (rates.length > 0) {
    guess(
      report,
      node,
      `按列明的扣分、加分规定逐例计分（${rates.length}项）`,
      `charged by the ${rates.length} rates that are stated`,
    );
    const rate = (stated: (typeof rates)[number], n: number) => ({
      id: `${names.code(node)}-${n + 1}`,
      title: stated.title,
      category: `${names.code(node)}-${n + 1}`,
      per: stated.per,
      points: stated.points,
      ...(inText.some(({ quote }) => quote === stated.quote) && { quote: stated.quote }),
    });
    const coded = rates.map((stated, n) => ({ adds: stated.adds, rate: rate(stated, n) }));
    const [deduct, add] = [false, true].map((adds) =>
      coded.filter((each) => each.adds === adds).map((each) => each.rate),
    );
    const cases = { ...(deduct!.length > 0 && { deduct }), ...(add!.length > 0 && { add }), charge: 'every' };
    return {
      from: { cases },
      steps: [{ clamp: { least: '0', ...(worth.points !== undefined && add!.length > 0 && { most: worth.points }) } }],
    };
  }
  return { from: { mark: markOf(node, report) } };
}

/** What the column 计分方式 of the template says, or else points in halves. */
function markOf(node: OutlineNode, report: ReportEntry[]): object {
  const way = Object.entries(node.extra).find(([heading]) => heading.includes('计分方式'))?.[1] ?? '';
  if (way.includes('百分比')) return { percent: '5' };
  if (way.includes('列举')) return { values: ['0', node.points ?? '0'] };
  guess(report, node, '未写明计分方式，暂按 0.5 分为单位打分', 'no way of scoring is stated: marked in halves for now');
  return { step: '0.5' };
}

function guess(report: ReportEntry[], { place, number, text }: OutlineNode, zh: string, en: string): void {
  const name = number === '' ? text.slice(0, 12) : number;
  report.push({ kind: 'guessed', place, zh: `${name}：${zh}`, en: `${name}: ${en}` });
}

function evenDepth(children: readonly OutlineNode[]): number | null {
  const depths = new Set(
    children.map((child) => (child.children.length === 0 ? 1 : plusOne(evenDepth(child.children)))),
  );
  return depths.size === 1 ? [...depths][0]! : null;
}

const plusOne = (depth: number | null): number | null => (depth === null ? null : depth + 1);
