import type { CompiledRubric, RelativeStep } from '../compiled.ts';
import { type Exact, compare } from '../exact.ts';
import type { UnitFacts } from '../facts.ts';
import { groupNameOf, groupsOf, isUngrouped } from '../field/relative.ts';
import { onlyValue } from '../interval.ts';
import { stateOfAll } from '../score.ts';
import { staged } from '../stages.ts';
import type { UnitState } from '../unit-state.ts';

/** Where a unit stands among those that it is compared with, before the step that compares them. */
export interface Standing {
  /** what its group is called; '': all units are one group */
  group: string;
  units: number;
  /** the unit's own figure; null while it is open */
  own: Exact | null;
  /** the best figure and whose it is; null while any is open */
  best: { value: Exact; units: string[] } | null;
  /** how many stand before it, and how many others beside it; null while any is open */
  ahead: number | null;
  level: number;
}

/** Where the `unit`-th stands before a step; undefined: it is held and takes no part. */
export type Standings = (unit: number, step: RelativeStep) => Standing | undefined;

/** Where one unit stands before a step that compares it with others; undefined: it is not known. */
export type StandingAt = (step: RelativeStep) => Standing | undefined;

/** Computes the units of a field up to each comparison. `units` in the order in which they are asked for. */
export function standingsOf(rubric: CompiledRubric, units: readonly { unit: string; facts: UnitFacts }[]): Standings {
  const { rubric: stages, before } = staged(rubric, ['relative']);
  const states = stateOfAll(
    stages,
    units.map(({ facts }) => facts),
    'marks',
  );
  const names = new Map(states.map((state, n) => [state, units[n]!.unit]));
  return (unit, step) => {
    const index = before.get(step)!;
    const figure = (state: UnitState) => state.figures[index]!;
    const mine = states[unit]!;
    const group = groupsOf(step.among, states).find((each) => each.includes(mine))!;
    const taking = group.filter((state) => !figure(state).hold);
    if (!taking.includes(mine) || isUngrouped(step.among, group)) return undefined;
    const values = taking.map((state) => ({ unit: names.get(state)!, value: onlyValue(figure(state).range) }));
    const own = onlyValue(figure(mine).range);
    return {
      group: groupNameOf(step.among, mine),
      units: taking.length,
      own,
      ...placeAmong(step, own, values),
    };
  };
}

type Place = Pick<Standing, 'best' | 'ahead' | 'level'>;

function placeAmong(
  { best }: RelativeStep,
  own: Exact | null,
  values: readonly { unit: string; value: Exact | null }[],
): Place {
  const settled = values.flatMap(({ unit, value }) => (value ? [{ unit, value }] : []));
  if (!own || settled.length < values.length) return { best: null, ahead: null, level: 0 };
  const sign = best === 'highest' ? -1 : 1;
  const order = (a: Exact, b: Exact): number => sign * compare(a, b);
  const first = settled.map(({ value }) => value).reduce((a, b) => (order(b, a) < 0 ? b : a));
  return {
    best: { value: first, units: settled.filter(({ value }) => compare(value, first) === 0).map(({ unit }) => unit) },
    ahead: settled.filter(({ value }) => order(value, own) < 0).length,
    level: settled.filter(({ value }) => compare(value, own) === 0).length - 1,
  };
}
