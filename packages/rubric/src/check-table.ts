import { caseKey } from './compile.ts';
import { type Exact, ZERO, add, compare, exact, toDecimal } from './exact.ts';
import { RubricError } from './rubric-error.ts';
import type { Group, Leaf, Rubric } from './rubric.ts';
import { isLeaf, leavesOf, nodesOf } from './tree.ts';

/** Keeps every sum of a scorecard within the safe integers: the scorer must not throw. */
const LARGEST = exact('1000000');

/** Proves a table sound: sums, ids, references, quotes. Throws the first fault as RubricError. */
export function checkTable(table: Rubric): void {
  checkIds(table);
  checkPoints(table);
  checkReferences(table);
  checkRates(table);
  checkQuotes(table);
}

function checkIds(table: Rubric): void {
  const nodes = [...nodesOf(table)];
  unique('nodes', nodes, ({ node }) => node.id);
  unique('grades', table.grades, ({ code }) => code);
  unique('rulings', table.rulings.items, ({ id }) => id);
  for (const list of ['metrics', 'evidenceKinds', 'documents'] as const) unique(list, idsOf(table[list]), String);
  for (const [id, { bands }] of Object.entries(table.scales)) unique(`scales.${id}`, bands, ({ grade }) => grade);
  for (const { node, depth } of nodes)
    if (isLeaf(node) !== (depth === table.levels.length))
      throw new RubricError('rubric.level-mismatch', node.id, `stands at level ${depth} of ${table.levels.length}`);
}

function checkPoints(table: Rubric): void {
  const [mismatch] = sumMismatches(table);
  if (mismatch) throw new RubricError('rubric.sum-mismatch', mismatch.id, `${mismatch.sum} is not ${mismatch.stated}`);
  inRange(table.id, table.points);
}

/** The groups, the whole table last, whose parts do not add up to the points that they state. */
export function sumMismatches(table: Rubric): { id: string; stated: string; sum: string }[] {
  const groups = [...nodesOf(table)].map(({ node }) => node).filter((node): node is Group => !isLeaf(node));
  return [...groups, table].flatMap(({ id, points, children }) => {
    const sum = children.reduce<Exact>((total, child) => add(total, exact(child.points)), ZERO);
    return compare(sum, exact(points)) === 0 ? [] : [{ id, stated: points, sum: toDecimal(sum) }];
  });
}

function checkReferences(table: Rubric): void {
  const grades = table.grades.map((grade) => grade.code);
  const leaves = idsOf(leavesOf(table));
  for (const [id, scale] of Object.entries(table.scales)) {
    for (const band of scale.bands) refer('grade', `scales.${id}`, band.grade, grades);
    if (compare(exact(scale.step), ZERO) === 0) throw new RubricError('rubric.zero-step', id, 'the step is zero');
  }
  for (const metric of table.metrics) refer('kind', metric.id, metric.counts, idsOf(table.evidenceKinds));
  for (const kind of table.evidenceKinds) for (const id of kind.criteria) refer('leaf', kind.id, id, leaves);
  for (const ruling of table.rulings.items) for (const id of ruling.leaves) refer('leaf', ruling.id, id, leaves);
  for (const leaf of leavesOf(table)) checkLeafReferences(table, leaf);
}

function checkLeafReferences(table: Rubric, leaf: Leaf): void {
  for (const document of leaf.documents) refer('document', leaf.id, document, idsOf(table.documents));
  if (leaf.rule.kind === 'deduct') return;
  refer('scale', leaf.id, leaf.rule.scale, Object.keys(table.scales));
  const grades = table.scales[leaf.rule.scale]?.bands.map((band) => band.grade) ?? [];
  for (const cap of leaf.rule.caps) {
    refer('metric', leaf.id, cap.metric, idsOf(table.metrics));
    refer('grade', leaf.id, cap.gradeAtMost, grades);
  }
  if (leaf.rule.discretion) refer('grade', leaf.id, leaf.rule.discretion.gradeAtMost, grades);
}

/** Unique over the whole table, so that a case is charged at one rate in one place. */
function checkRates(table: Rubric): void {
  const rates = leavesOf(table).flatMap(({ rule }) => (rule.kind === 'deduct' ? rule.rates : []));
  unique('rates', rates, ({ id }) => id);
  unique('rates', rates, ({ category, role = '' }) => caseKey(category, role));
  for (const rate of rates) inRange(rate.id, rate.points);
  for (const { id, points, rule } of leavesOf(table))
    if (rule.kind === 'deduct' && compare(exact(rule.floor ?? '0'), exact(points)) > 0)
      throw new RubricError('rubric.floor-above-points', id, `${rule.floor} is above ${points}`);
}

function checkQuotes(table: Rubric): void {
  for (const grade of table.grades) quoted(grade.code, grade.rule, table.gradingNote);
  for (const { id, text, rule } of leavesOf(table)) {
    if (rule.kind === 'deduct') for (const rate of rule.rates) quoted(rate.id, rate.quote, text);
    else if (rule.discretion) quoted(id, rule.discretion.trigger, text);
  }
}

function unique<T>(place: string, list: readonly T[], keyOf: (entry: T) => string): void {
  const keys = list.map(keyOf);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new RubricError('rubric.duplicate', place, `${twice} stands twice`);
}

type Reference = 'grade' | 'kind' | 'leaf' | 'document' | 'scale' | 'metric';

function refer(kind: Reference, place: string, id: string, known: readonly string[]): void {
  if (!known.includes(id)) throw new RubricError(`rubric.unknown-${kind}`, place, `${id} is not declared`);
}

function quoted(place: string, quote: string, text: string): void {
  if (!text.includes(quote))
    throw new RubricError('rubric.quote-not-in-text', place, `“${quote}” does not stand there`);
}

function inRange(place: string, points: string): void {
  if (compare(exact(points), LARGEST) > 0)
    throw new RubricError('rubric.out-of-range', place, `${points} is too large`);
}

const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
