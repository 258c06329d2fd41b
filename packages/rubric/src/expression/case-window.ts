import type { CaseFact, UnitFacts } from '../facts.ts';
import { type Interval, between } from '../interval.ts';
import type { Read } from './scope.ts';

/**
 * How many cases of a category (and role) took effect: among those of the cycle, or, with `months`, within so many
 * months up to the period's end, those of earlier years among them. What is not confirmed has not happened.
 */
export const casesWithin =
  (category: string, role: string | null, months: number | null): Read<Interval> =>
  ({ facts, anything }) => {
    if (anything) return between({ n: 0, d: 1 }, null);
    const count = { n: casesCounted(category, role, months)(facts).length, d: 1 };
    return between(count, count);
  };

/** The cases that are counted so. */
export const casesCounted =
  (category: string, role: string | null, months: number | null) =>
  (facts: UnitFacts): CaseFact[] => {
    const all = months === null ? facts.cases : [...facts.cases, ...(facts.earlierCases ?? [])];
    const after = months === null ? null : monthsBefore(facts.period.to, months);
    return all.filter(
      (fact) =>
        fact.category === category &&
        (role === null || fact.role === role) &&
        (after === null || (fact.effectiveOn > after && fact.effectiveOn <= facts.period.to)),
    );
  };

/** The same day so many months before, or the last one of a shorter month. */
function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = year * 12 + month - 1 - months;
  const [toYear, toMonth] = [Math.floor(first / 12), (first % 12) + 1];
  const last = toMonth === 2 ? (isLeap(toYear) ? 29 : 28) : [4, 6, 9, 11].includes(toMonth) ? 30 : 31;
  return [String(toYear).padStart(4, '0'), two(toMonth), two(Math.min(day, last))].join('-');
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const two = (n: number): string => String(n).padStart(2, '0');
