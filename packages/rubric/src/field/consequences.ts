import type { CompiledRubric } from '../compiled.ts';
import { Refusal, writtenEnds } from '../figure.ts';
import { ANYTHING, type Interval } from '../interval.ts';
import type { Follows } from '../scorecard.ts';
import type { UnitState } from '../unit-state.ts';
import type { CompiledConsequence } from './compiled.ts';

/** What follows for one unit; parts of a pot need all units and are told by `splitPots`. */
export function followsFrom({ consequences }: CompiledRubric, unit: UnitState): Follows[] {
  return consequences.filter(({ by }) => !by).flatMap((consequence) => follows(consequence, unit));
}

function follows({ source, when, amount }: CompiledConsequence, unit: UnitState): Follows[] {
  const holds = when ? when(unit) : true;
  if (holds === false) return [];
  const { id, title, dueInDays } = source;
  const due = dueInDays === undefined || holds === null ? null : daysAfter(unit.facts.asOf, Number(dueInDays));
  return [{ id, title, open: holds === null, due, ...writtenEnds(amount ? amountOf(amount, unit) : ANYTHING) }];
}

function amountOf(amount: (unit: UnitState) => Interval, unit: UnitState): Interval {
  try {
    return amount(unit);
  } catch (error) {
    if (error instanceof Refusal || error instanceof RangeError) return ANYTHING;
    throw error;
  }
}

/** A business date so many days later, by the calendar. */
export function daysAfter(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
