import { checkReferences } from './check-references.ts';
import { worthOf } from './compile-source.ts';
import { caseKey } from './compiled.ts';
import { type Exact, ZERO, add, compare, exact, toDecimal } from './exact.ts';
import type { RaterGroup } from './language/source.ts';
import { ratio } from './ratio.ts';
import { RubricError } from './rubric-error.ts';
import type { Group, Rubric, RubricNode } from './rubric.ts';
import { isLeaf, leavesAndFigures, leavesOf, linesOf, nodesOf } from './tree.ts';

/** Keeps every sum of a scorecard within the safe integers. */
const LARGEST = exact('1000000');

/** Proves a table sound: sums, weights, ids, references, quotes. Throws the first fault as RubricError. */
export function checkTable(table: Rubric): void {
  checkStructure(table);
  checkPoints(table);
}

/** The same but for sums, which the linter tells as findings. */
export function checkStructure(table: Rubric): void {
  checkIds(table);
  checkWeights(table);
  checkReferences(table);
  checkRates(table);
  checkQuotes(table);
}

function checkIds(table: Rubric): void {
  const nodes = [...nodesOf(table)];
  unique('nodes', linesOf(table), ({ id }) => id);
  unique('grades', table.grades, ({ code }) => code);
  unique('rulings', table.rulings.items, ({ id }) => id);
  for (const list of [
    'metrics',
    'evidenceKinds',
    'documents',
    'inputs',
    'categories',
    'selections',
    'consequences',
  ] as const)
    unique(list, (table[list] ?? []) as { id: string }[], ({ id }) => id);
  for (const [id, { bands }] of Object.entries(table.scales)) unique(`scales.${id}`, bands, ({ grade }) => grade);
  const depths = table.levels?.length;
  for (const { node, depth } of nodes)
    if (depths !== undefined && isLeaf(node) !== (depth === depths))
      throw new RubricError('rubric.level-mismatch', node.id, `stands at level ${depth} of ${depths}`);
}

function checkPoints(table: Rubric): void {
  const [mismatch] = sumMismatches(table);
  if (mismatch) throw new RubricError('rubric.sum-mismatch', mismatch.id, `${mismatch.sum} is not ${mismatch.stated}`);
  for (const line of linesOf(table)) inRange(line.id, worthOf(line).points);
}

/** The groups, the whole table last, whose parts do not add up to the points that they state. */
export function sumMismatches(table: Rubric): { id: string; stated: string; sum: string }[] {
  const groups = [...nodesOf(table)].map(({ node }) => node).filter((node): node is Group => !isLeaf(node));
  return [...groups, table].flatMap(({ id, points, children, from }) => {
    if (points === undefined || !isPlainSum(from)) return [];
    const sum = children.reduce<Exact>((total, child) => add(total, pointsOf(child)), ZERO);
    return compare(sum, exact(points)) === 0 ? [] : [{ id, stated: points, sum: toDecimal(sum) }];
  });
}

const isPlainSum = (from: Group['from']): boolean =>
  from === undefined || (from.combine?.by === 'sum' && from.combine.best === undefined);

/** What a line counts towards the full marks of its group: a group that states none, what its parts do. */
function pointsOf(node: RubricNode): Exact {
  const { kind, points } = worthOf(node);
  if (kind === 'points') return points;
  if (kind !== 'none' || isLeaf(node)) return ZERO;
  return node.children.map(pointsOf).reduce(add, ZERO);
}

function checkWeights(table: Rubric): void {
  for (const line of linesOf(table)) {
    if (!isLeaf(line) && line.from?.combine?.by === 'weighted') {
      if (line.from.combine.best !== undefined || line.from.combine.drop !== undefined)
        throw new RubricError(
          'rubric.combine',
          line.id,
          'weighted parts all count: best and drop do not go with weights',
        );
      addUpToOne(
        line.id,
        line.children.map(({ weight }) => weight ?? '0'),
      );
    }
    const { mark, votes } = line.from ?? {};
    for (const groups of [mark?.raters?.groups, votes?.groups]) checkGroupWeights(line.id, groups);
  }
}

function checkGroupWeights(place: string, groups: readonly RaterGroup[] | undefined): void {
  if (!groups) return;
  addUpToOne(
    place,
    groups.map(({ weight }) => weight),
  );
  for (const { groups: parts } of groups) checkGroupWeights(place, parts);
}

function addUpToOne(place: string, weights: readonly string[]): void {
  const sum = weights.map(ratio).reduce(add, ZERO);
  if (sum.n !== 1 || sum.d !== 1)
    throw new RubricError('rubric.weight-mismatch', place, `the weights add up to ${sum.n}/${sum.d}, not to one`);
}

/** Unique over the whole table, so that a case is charged at one rate in one place. */
function checkRates(table: Rubric): void {
  const rates = leavesAndFigures(table).flatMap(({ from }) => [
    ...(from.cases?.deduct ?? []),
    ...(from.cases?.add ?? []),
  ]);
  unique('rates', rates, ({ id }) => id);
  unique('rates', rates, ({ category, role = '' }) => caseKey(category, role));
  for (const rate of rates) inRange(rate.id, exact(rate.points));
}

function checkQuotes(table: Rubric): void {
  for (const { code, rule } of table.grades) if (rule !== undefined) quoted(code, rule, table.gradingNote ?? '');
  for (const { id, text, from } of leavesOf(table)) {
    for (const rate of [...(from.cases?.deduct ?? []), ...(from.cases?.add ?? [])])
      if (rate.quote !== undefined) quoted(rate.id, rate.quote, text);
    if (from.mark?.discretion) quoted(id, from.mark.discretion.trigger, text);
  }
}

function unique<T>(place: string, list: readonly T[], keyOf: (entry: T) => string): void {
  const keys = new Set<string>();
  for (const entry of list) {
    const key = keyOf(entry);
    if (keys.has(key)) throw new RubricError('rubric.duplicate', place, `${key} stands twice`);
    keys.add(key);
  }
}

function quoted(place: string, quote: string, text: string): void {
  if (!text.includes(quote))
    throw new RubricError('rubric.quote-not-in-text', place, `“${quote}” does not stand there`);
}

function inRange(place: string, points: Exact): void {
  if (compare(points, LARGEST) > 0) throw new RubricError('rubric.out-of-range', place, `${points.n} is too large`);
}
