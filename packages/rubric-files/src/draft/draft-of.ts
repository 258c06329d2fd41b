import { readContent } from '@mofan/rubric/content';
import type { Group, Leaf, Rubric, RubricNode } from '@mofan/rubric/rubric';
import { type Outline, type OutlineNode, nodesOf } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { ratesIn } from './cases-in-text.ts';

/** What a file does not say of itself. `id`: a code; `printedOn`: the date of the paper. */
export interface Imprint {
  id: string;
  version: string;
  issuedBy: string;
  printedOn: string;
}

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
  const names = new Names(outline);
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
    ...(outline.weightBased
      ? { points: '100', from: { combine: { by: 'weighted' } } }
      : outline.points !== null && { points: outline.points }),
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
  const worth = weighted
    ? { points: '100', ...(node.weight !== null && { weight: node.weight }) }
    : node.points === null
      ? {}
      : { points: node.points };
  if (node.children.length === 0)
    return { id: names.of(node), text: node.text, ...worth, ...ruleOf(node, names, worth, report) } as Leaf;
  const group: Group = {
    id: names.of(node),
    title: node.text,
    ...worth,
    ...(weighted &&
      node.children.some(({ weight }) => weight !== null) && { from: { combine: { by: 'weighted' as const } } }),
    children: node.children.map((child) => draftNode(child, weighted, names, report)),
  };
  return group;
}

function ruleOf(node: OutlineNode, names: Names, worth: { points?: string }, report: ReportEntry[]): object {
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

/** An id for every line: its number where it has one that is an id, else its place in the table. */
class Names {
  private readonly ids = new Map<OutlineNode, string>();

  constructor({ children }: Outline) {
    const taken = new Set([...nodesOf(children)].map(({ number }) => number));
    let count = 0;
    for (const node of nodesOf(children)) {
      if (/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/.test(node.number)) {
        this.ids.set(node, node.number);
        continue;
      }
      do count += 1;
      while (taken.has(`C${count}`));
      this.ids.set(node, `C${count}`);
    }
  }

  of(node: OutlineNode): string {
    return this.ids.get(node)!;
  }

  /** The id as a code that rates can bear: "10.4" → "line-10-4". */
  code(node: OutlineNode): string {
    return `line-${this.of(node).toLowerCase().replaceAll('.', '-')}`;
  }
}
