import type { CompiledRubric } from '../compiled.ts';
import { type Exact, ZERO, add, divide, exact, multiply, subtract, written } from '../exact.ts';
import { ANYTHING, onlyValue } from '../interval.ts';
import type { Round } from '../language/step.ts';
import { roundedBy } from '../rounding.ts';
import type { UnitState } from '../unit-state.ts';
import { safely } from './safely.ts';

/** Each unit's part of a pot in proportion, rounded as the table says; `left`: what the rounding leaves undivided. */
export interface Split {
  consequence: string;
  parts: (string | null)[];
  left: string | null;
}

/** Divides every pot among the units for whom the condition holds. null: a figure is not settled, nothing is divided. */
export function splitPots({ consequences }: CompiledRubric, units: readonly UnitState[]): Split[] {
  return consequences.flatMap(({ source, when, by }) => {
    if (!by || !source.split) return [];
    const taking = units.map((unit) => (when ? safely(() => when(unit), null) : true));
    const sizes = units.map((unit, n) => (taking[n] === false ? ZERO : onlyValue(safely(() => by(unit), ANYTHING))));
    const known = sizes.every((size): size is Exact => size !== null && size.n >= 0) && !taking.includes(null);
    return [
      known ? divided(source.id, exact(source.split.pot), sizes, source.split.round) : undecided(source.id, units),
    ];
  });
}

function divided(consequence: string, pot: Exact, sizes: readonly Exact[], rule: Round): Split {
  const whole = sizes.reduce(add, ZERO);
  if (whole.n === 0) return { consequence, parts: sizes.map(() => '0'), left: written(pot) };
  const parts = sizes.map((size) => roundedBy(rule, multiply(pot, divide(size, whole))));
  return { consequence, parts: parts.map(written), left: written(subtract(pot, parts.reduce(add, ZERO))) };
}

const undecided = (consequence: string, units: readonly unknown[]): Split => ({
  consequence,
  parts: units.map(() => null),
  left: null,
});
