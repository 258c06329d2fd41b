import type { CompiledStep } from '../compiled.ts';
import { type Figure, Refusal, hullOf } from '../figure.ts';
import { point } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';

type Case = Extract<CompiledStep, { kind: 'decide' }>['cases'][number];

/** The first case that holds; as long as conditions are open, every case up to the first that surely holds is possible. */
export function applyDecide(cases: readonly Case[], before: Figure, unit: UnitState): Figure {
  const possible: Figure[] = [];
  for (const each of cases) {
    const holds = each.when === null ? true : each.when(unit);
    if (holds === false) continue;
    possible.push(decided(each, before));
    if (holds) break;
  }
  if (possible.length === 0) throw new Refusal('decide.none-holds');
  return possible.reduce(hullOf);
}

const decided = ({ rank, points }: Case, before: Figure): Figure => ({
  ...before,
  range: points ? point(points) : before.range,
  ranks: rank === null ? before.ranks : { best: rank, worst: rank },
});
