import type { Band, CompiledLine, CompiledRubric, GateEffects } from '../compiled.ts';
import { type Exact, ZERO, add, compare, max, min, subtract, written } from '../exact.ts';
import { safely } from '../field/safely.ts';
import { type Interval, type Truth, onlyValue, point } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';
import { lintBanded, placed } from './bands.ts';
import type { Finding } from './finding.ts';
import { lintGroups } from './groups.ts';
import { type Widest, widestOf } from './widest.ts';

/**
 * What is wrong with rules as such, seen by computing the table once with nothing known and everything possible: what
 * comes out certain there is certain for every unit.
 */
export function lintRules(rubric: CompiledRubric): Finding[] {
  const widest = widestOf(rubric);
  return [
    ...rubric.inOrder.flatMap((line) => [...lintSteps(line, widest), ...lintRange(line, widest)]),
    ...lintGroups(rubric, widest.unit),
    ...lintSelections(rubric, widest.unit),
  ];
}

function lintSteps(line: CompiledLine, { unit, before }: Widest): Finding[] {
  return line.steps.flatMap((each, n): Finding[] => {
    if (each.kind !== 'gate' && each.kind !== 'band') return [];
    const { range } = before.get(each)!;
    if (each.kind === 'gate')
      return [...lintGate(line, each, truthOf(each.when, withScore(unit, line, range))), ...lintLimit(line, each)];
    const [low, high] = endsFor(each.bands, range);
    const bands = each.bands.map((band) => placed(band, low, high));
    const step = stepBefore(line, n);
    return lintBanded({ points: line.points, from: low, to: high, step, ordered: false, bands, leaves: [line.id] });
  });
}

/** Where nothing ends a figure, the bands are looked at as far as they reach, and a little beyond. */
function endsFor(bands: readonly Band[], { low, high }: Interval): [Exact, Exact] {
  const ends = bands.flatMap(({ from, to }) => [from, to]).filter((each) => each !== null);
  const [least, most] = [ends.reduce(min, ends[0] ?? ZERO), ends.reduce(max, ends[0] ?? ZERO)];
  return [low ?? subtract(least, ONE), high ?? add(most, ONE)];
}

const ONE: Exact = { n: 1, d: 1 };

function lintGate(line: CompiledLine, { because }: { because: string }, holds: Truth): Finding[] {
  if (holds === null) return [];
  return [{ code: holds ? 'gate.always' : 'gate.never', because, leaves: [line.id] }];
}

function withScore(unit: UnitState, line: CompiledLine, range: Interval): UnitState {
  unit.score = range;
  unit.full = point(line.points);
  return unit;
}

const truthOf = (when: (unit: UnitState) => Truth, unit: UnitState): Truth => safely(() => when(unit), null);

/** What a gate puts, or leaves at most, lies within what the line is worth: a cap above it never bites. */
function lintLimit(line: CompiledLine, { because, becomes, atMost }: GateEffects & { because: string }): Finding[] {
  const limit = [becomes, atMost].find((each) => each && compare(each, line.natural.high!) > 0);
  return line.worth === 'none' || !limit
    ? []
    : [{ code: 'gate.beyond-points', because, points: line.pointsText, limit: written(limit), leaves: [line.id] }];
}

/** The grid that the figure was rounded to just before; null: any figure may come up. */
function stepBefore({ steps }: CompiledLine, n: number): Exact | null {
  const before = steps[n - 1];
  return before?.kind === 'round' ? (before.step ?? { n: 1, d: 10 ** before.places }) : null;
}

/**
 * A figure that can leave what its line is worth, or that has no end there at all. Bands and deductions have findings of
 * their own.
 */
function lintRange(line: CompiledLine, { unheld }: Widest): Finding[] {
  if (line.worth === 'none' || line.from.kind === 'cases' || line.children.length > 0) return [];
  if (line.from.kind === 'mark' && line.from.admitted.kind !== 'values') return [];
  const { range, hold } = unheld.get(line)!;
  const { low, high } = range;
  if (hold || isWithin(range, line.natural) || isOpenByOthers(line, range)) return [];
  const [from, to] = [low && written(low), high && written(high)];
  return [{ code: 'line.beyond-points', points: line.pointsText, from, to, leaves: [line.id] }];
}

/** A figure of other lines has their ends; where nothing is known of them, nothing can be said of it. */
const isOpenByOthers = ({ from }: CompiledLine, { low, high }: Interval): boolean =>
  low === null && high === null && from.kind === 'formula' && /\bline\(/.test(from.text);

const isWithin = ({ low, high }: Interval, { low: least, high: most }: Interval): boolean =>
  low !== null && high !== null && compare(low, least!) >= 0 && compare(high, most!) <= 0;

function lintSelections({ selections }: CompiledRubric, widest: UnitState): Finding[] {
  return selections.flatMap(({ source: { id, title }, eligible, keys }): Finding[] => {
    const same = keys.every(({ read }) => isConstant(read, widest));
    if (eligible && truthOf(eligible, widest) === false) return [{ code: 'selection.nobody', title, leaves: [id] }];
    if (same) return [{ code: 'selection.undecidable', title, leaves: [id] }];
    return keys.length === 1 ? [{ code: 'selection.no-tie-break', title, leaves: [id] }] : [];
  });
}

const isConstant = (read: (unit: UnitState) => Interval, unit: UnitState): boolean =>
  safely(() => onlyValue(read(unit)) !== null, true);
