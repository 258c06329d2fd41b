import type { CompiledLine, RelativeStep } from '../compiled.ts';
import { written } from '../exact.ts';
import { type Figure, writtenEnds } from '../figure.ts';
import { type Interval, between, highest, lowest, point } from '../interval.ts';
import { held } from '../steps/gate.ts';
import type { UnitState } from '../unit-state.ts';
import { byRank } from './by-rank.ts';
import { byShare } from './by-share.ts';

/**
 * A second pass over the units of each group: in proportion to the best, or points by place. Without the others at hand
 * (`whole` false), while a rule may leave one out, or while nobody said to which group one belongs, a unit may still come to
 * anything; one that is held back takes no place.
 */
export function applyRelative(
  line: CompiledLine,
  step: RelativeStep,
  units: readonly UnitState[],
  whole: boolean,
): void {
  const placed = units.every((unit) => unit.figures[line.index]!.hold || !isUngrouped(step.among, [unit]));
  for (const group of groupsOf(step.among, units)) {
    if (whole && isUngrouped(step.among, group)) {
      for (const unit of group) give(line, step, unit, 'no-group');
      continue;
    }
    const taking = group.filter((unit) => !unit.figures[line.index]!.hold);
    const ranges = taking.map((unit) => unit.figures[line.index]!.range);
    const everyone = whole && placed && taking.every((unit) => !unit.figures[line.index]!.mayBeLeftOut);
    const results = !everyone
      ? ranges.map(() => null)
      : step.byRank
        ? byRank(step, ranges)
        : byShare(line, step, ranges);
    taking.forEach((unit, n) => give(line, step, unit, results[n] ?? null));
  }
}

type NoComparison = 'no-best' | 'no-group';

function give(line: CompiledLine, step: RelativeStep, unit: UnitState, result: Interval | NoComparison | null): void {
  const before = unit.figures[line.index]!;
  if (result === 'no-best' || result === 'no-group') {
    if (!before.hold) unit.figures[line.index] = heldBy(line, step, before, `relative.${result}`);
    return;
  }
  const figure: Figure = { ...before, range: result ?? openRange(line, step) };
  unit.figures[line.index] = figure;
  const text =
    step.byRank === 'place'
      ? `place by ${step.best}`
      : step.byRank
        ? `${step.best} by rank`
        : `share of the ${step.best}`;
  unit.said[line.index]!.push({
    kind: 'step',
    step: 'relative',
    at: line.steps.indexOf(step),
    text,
    open: result === null,
    before: writtenEnds(before.range),
    full: written(line.points),
    ...writtenEnds(figure.range),
    grade: null,
    rulings: line.rulings.step,
  });
}

/** Held by the comparison, it has not come to what the comparison gives; what it was compared by is no such figure. */
function heldBy(line: CompiledLine, step: RelativeStep, before: Figure, reason: string): Figure {
  const figure = held(line, before, { kind: 'refused', reason });
  return line.steps.at(-1) === step ? { ...figure, range: openRange(line, step) } : figure;
}

function openRange(line: CompiledLine, { byRank: tables }: RelativeStep): Interval {
  if (!tables) return line.natural;
  if (tables === 'place') return between({ n: 1, d: 1 }, null);
  const points = tables.flatMap((table) => table.points).map(point);
  return between(points.reduce(lowest).low, points.reduce(highest).high);
}

/** Whether these are the units of which nobody said to which group they belong. */
export const isUngrouped = (among: string | null, [unit]: readonly UnitState[]): boolean =>
  among !== null && groupNameOf(among, unit!) === '';

export const groupNameOf = (among: string | null, { facts }: UnitState): string =>
  among === null ? '' : (facts.attributes?.[among] ?? '');

/** The units by an attribute; all of them in one group without it. */
export function groupsOf(among: string | null, units: readonly UnitState[]): UnitState[][] {
  const groups = new Map<string, UnitState[]>();
  for (const unit of units) {
    const key = groupNameOf(among, unit);
    const group = groups.get(key);
    if (group) group.push(unit);
    else groups.set(key, [unit]);
  }
  return [...groups.values()];
}
