import type { CompiledRubric } from '../compiled.ts';
import { type Exact, ZERO, add, divide, exact, multiply, subtract, written } from '../exact.ts';
import { ANYTHING, onlyValue } from '../interval.ts';
import { roundedBy } from '../rounding.ts';
import type { UnitState } from '../unit-state.ts';
import type { CompiledConsequence } from './compiled.ts';
import { safely } from './safely.ts';

/** Each unit's part of a pot in proportion, rounded as the table says; `left`: what the rounding leaves undivided. */
export interface Split {
  consequence: string;
  parts: (string | null)[];
  left: string | null;
}

/** A pot with what each unit's part was taken in proportion to, and what that is of all. */
export interface Pot {
  pot: Exact;
  sizes: Exact[];
  whole: Exact;
  /** rounded as the table says */
  parts: Exact[];
}

/** Divides every pot among the units for whom the condition holds. null: a figure is not settled, nothing is divided. */
export function splitPots({ consequences }: CompiledRubric, units: readonly UnitState[]): Split[] {
  return consequences
    .filter(({ by }) => by !== null)
    .map((consequence) => {
      const { id } = consequence.source;
      const pot = potOf(consequence, units);
      if (!pot) return undecided(id, units);
      const left = subtract(pot.pot, pot.parts.reduce(add, ZERO));
      return { consequence: id, parts: pot.parts.map(written), left: written(left) };
    });
}

/** One pot divided; null: it is none, or a figure is not settled. */
export function potOf({ source, when, by }: CompiledConsequence, units: readonly UnitState[]): Pot | null {
  const { split } = source;
  if (!by || !split) return null;
  const taking = units.map((unit) => (when ? safely(() => when(unit), null) : true));
  const sizes = units.map((unit, n) => (taking[n] === false ? ZERO : onlyValue(safely(() => by(unit), ANYTHING))));
  if (taking.includes(null) || !sizes.every((size): size is Exact => size !== null && size.n >= 0)) return null;
  const [pot, whole] = [exact(split.pot), sizes.reduce(add, ZERO)];
  const parts = sizes.map((size) =>
    whole.n === 0 ? ZERO : roundedBy(split.round, multiply(pot, divide(size, whole))),
  );
  return { pot, sizes, whole, parts };
}

const undecided = (consequence: string, units: readonly unknown[]): Split => ({
  consequence,
  parts: units.map(() => null),
  left: null,
});
