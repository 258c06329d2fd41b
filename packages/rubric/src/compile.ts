import { type Exact, ZERO, compare, exact, max, multiply, subtract, toDecimal } from './exact.ts';
import { RubricError } from './rubric-error.ts';
import { type Bound, Governed, type Group, type Leaf, type Rubric, type Ruling } from './rubric.ts';
import { isLeaf } from './tree.ts';

/** A grade's points on one leaf, both ends included. `rank` 0 is the best grade. */
export interface Band {
  grade: string;
  rank: number;
  from: Exact;
  to: Exact;
}
export interface Cap {
  metric: string;
  kind: string;
  least: number;
  best: Band;
}
export interface Judged {
  kind: 'judged';
  step: Exact;
  bands: readonly Band[];
  bandOf: ReadonlyMap<string, Band>;
  caps: readonly Cap[];
  /** the best band that a mark with a discretionary deduction (酌情扣分) may have; null where there is none */
  discretion: Band | null;
}
export interface Rate {
  id: string;
  points: Exact;
  /** the same, written out */
  pointsText: string;
}
export interface Deduct {
  kind: 'deduct';
  floor: Exact | null;
  heaviestPerAct: boolean;
  /** by `caseKey`; with role '' the rate for every role */
  rateOf: ReadonlyMap<string, Rate>;
}
/** One criterion with its numbers parsed, its bands computed and the rulings it is read with. */
export interface CompiledLeaf {
  id: string;
  source: Leaf;
  points: Exact;
  /** the same, written out */
  pointsText: string;
  /** the whole table first, the leaf's own group last */
  ancestors: readonly CompiledGroup[];
  rule: Judged | Deduct;
  rulings: Readonly<Record<Governed, string[]>>;
}
export interface CompiledGroup {
  id: string;
  pointsText: string;
}
/** A table ready to score with: `published` as signed, `table` as its rulings in force read it. */
export interface CompiledRubric {
  published: Rubric;
  table: Rubric;
  rulings: readonly string[];
  /** the whole table; it carries the rubric's id */
  total: CompiledGroup;
  /** in the table's order, parents before children */
  groups: readonly CompiledGroup[];
  leaves: readonly CompiledLeaf[];
  indexOf: ReadonlyMap<string, number>;
}

export const caseKey = (category: string, role: string): string => `${category}/${role}`;

/** Parses every number of a checked table once. Throws RubricError on a band that no mark could have. */
export function compile(published: Rubric, table: Rubric, inForce: readonly Ruling[]): CompiledRubric {
  const groups: CompiledGroup[] = [];
  const leaves: CompiledLeaf[] = [];
  const visit = (parent: Rubric | Group, ancestors: readonly CompiledGroup[]): void => {
    for (const child of parent.children) {
      if (isLeaf(child)) {
        leaves.push(compileLeaf(child, ancestors, table, inForce));
      } else {
        const group = compileGroup(child);
        groups.push(group);
        visit(child, [...ancestors, group]);
      }
    }
  };
  const total = compileGroup(table);
  visit(table, [total]);
  const indexOf = new Map(leaves.map((leaf, index) => [leaf.id, index]));
  return { published, table, rulings: inForce.map(({ id }) => id), total, groups, leaves, indexOf };
}

const compileGroup = ({ id, points }: Rubric | Group): CompiledGroup => ({ id, pointsText: toDecimal(exact(points)) });

function compileLeaf(
  leaf: Leaf,
  ancestors: readonly CompiledGroup[],
  table: Rubric,
  inForce: readonly Ruling[],
): CompiledLeaf {
  const about = inForce.filter((ruling) => ruling.leaves.includes(leaf.id));
  const governing = (subject: Governed): [Governed, string[]] => [
    subject,
    about.filter((ruling) => ruling.governs.includes(subject)).map(({ id }) => id),
  ];
  return {
    id: leaf.id,
    source: leaf,
    points: exact(leaf.points),
    pointsText: toDecimal(exact(leaf.points)),
    ancestors,
    rule: leaf.rule.kind === 'judged' ? compileJudged(leaf, leaf.rule, table) : compileDeduct(leaf.rule),
    rulings: Object.fromEntries(Governed.options.map(governing)) as Record<Governed, string[]>,
  };
}

function compileJudged(leaf: Leaf, rule: Extract<Leaf['rule'], { kind: 'judged' }>, table: Rubric): Judged {
  const scale = found(table.scales[rule.scale]);
  const bands = scale.bands.map(({ grade, from, to }) => {
    const rank = table.grades.findIndex(({ code }) => code === grade);
    return checkedBand(leaf, { grade, rank, from: boundAt(from, leaf.points), to: boundAt(to, leaf.points) });
  });
  const bandOf = new Map(bands.map((band) => [band.grade, band]));
  const caps = rule.caps.map(({ metric, least, gradeAtMost }): Cap => {
    const kind = found(table.metrics.find(({ id }) => id === metric)).counts;
    return { metric, kind, least, best: found(bandOf.get(gradeAtMost)) };
  });
  const discretion = rule.discretion ? found(bandOf.get(rule.discretion.gradeAtMost)) : null;
  return { kind: 'judged', step: exact(scale.step), bands, bandOf, caps, discretion };
}

function compileDeduct(rule: Extract<Leaf['rule'], { kind: 'deduct' }>): Deduct {
  const rates = rule.rates.map(({ id, category, role, points }): [string, Rate] => [
    caseKey(category, role ?? ''),
    { id, points: exact(points), pointsText: toDecimal(exact(points)) },
  ]);
  const floor = rule.floor === undefined ? null : exact(rule.floor);
  return { kind: 'deduct', floor, heaviestPerAct: rule.heaviestPerAct, rateOf: new Map(rates) };
}

/** One end of a band on a line that is worth `points`. */
export function boundAt(bound: Bound, points: string): Exact {
  if ('points' in bound) return exact(bound.points);
  if ('minus' in bound) return subtract(exact(points), exact(bound.minus));
  if ('times' in bound) return multiply(exact(points), exact(bound.times));
  return bound.greatest.map((each) => boundAt(each, points)).reduce(max);
}

/** Ends finer than a mark can be written would make sums that no decimal holds. */
function checkedBand(leaf: Leaf, band: Band): Band {
  const place = `${leaf.id} ${band.grade}`;
  if (compare(band.from, band.to) > 0) throw new RubricError('rubric.band-inverted', place, 'it ends before it begins');
  if (compare(band.to, exact(leaf.points)) > 0 || compare(band.to, ZERO) < 0)
    throw new RubricError('rubric.band-outside-points', place, `it ends outside 0 to ${leaf.points}`);
  if (1_000_000 % band.from.d !== 0 || 1_000_000 % band.to.d !== 0)
    throw new RubricError('rubric.band-too-fine', place, 'an end needs more than six decimals');
  return band;
}

/** What the check of references has proved to be there. */
function found<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('the table was not checked');
  return value;
}
