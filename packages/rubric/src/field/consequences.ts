import type { CompiledRubric } from '../compiled.ts';
import { writtenEnds } from '../figure.ts';
import { ANYTHING, type Interval, rising } from '../interval.ts';
import { roundedBy } from '../rounding.ts';
import type { Follows } from '../scorecard.ts';
import type { UnitState } from '../unit-state.ts';
import type { CompiledConsequence } from './compiled.ts';
import { safely } from './safely.ts';

/** What follows for one unit; parts of a pot need all units and are told by `splitPots`. */
export function followsFrom({ consequences }: CompiledRubric, unit: UnitState): Follows[] {
  return consequences.filter(({ by }) => !by).flatMap((consequence) => follows(consequence, unit));
}

function follows(consequence: CompiledConsequence, unit: UnitState): Follows[] {
  const { source, when } = consequence;
  const holds = when ? when(unit) : true;
  if (holds === false) return [];
  const { id, title, dueInDays } = source;
  const due = dueInDays === undefined || holds === null ? null : daysAfter(unit.facts.asOf, Number(dueInDays));
  return [{ id, title, open: holds === null, due, ...writtenEnds(amountOf(consequence, unit)?.whole ?? ANYTHING) }];
}

/** An amount as it is computed, and what the table's rounding makes of it; null where the consequence has none. */
export function amountOf(
  { amount, source: { round } }: CompiledConsequence,
  unit: UnitState,
): { exactly: Interval; whole: Interval } | null {
  if (!amount) return null;
  const exactly = safely(() => amount(unit), ANYTHING);
  return { exactly, whole: round ? rising(exactly, (value) => roundedBy(round, value)) : exactly };
}

/** A business date so many days later, by the calendar. */
export function daysAfter(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
