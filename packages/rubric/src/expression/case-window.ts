import type { CaseFact, UnitFacts } from '../facts.ts';
import { type Interval, between } from '../interval.ts';
import { monthsBefore } from '../period.ts';
import type { UnclearCase, UnitState } from '../unit-state.ts';
import type { Read } from './scope.ts';

/**
 * How many cases of a category (and role) took effect: among those of the cycle, or, with `months`, within so many
 * months up to the period's end, those of earlier years among them. What is not confirmed has not happened; a case of
 * which nobody knows what it is may be one of them.
 */
export const casesWithin = (category: string, role: string | null, months: number | null): Read<Interval> => {
  const counted = casesCounted(category, role, months);
  const mayCount = casesThatMayCount(category, role, months);
  return (unit) => {
    if (unit.anything) return between({ n: 0, d: 1 }, null);
    const surely = counted(unit.facts).length;
    return between({ n: surely, d: 1 }, { n: surely + mayCount(unit).length, d: 1 });
  };
};

/** The cases that are counted so. */
export const casesCounted =
  (category: string, role: string | null, months: number | null) =>
  (facts: UnitFacts): CaseFact[] =>
    facedBy(facts, months).filter((fact) => fact.category === category && (role === null || fact.role === role));

/** Those of unknown category, or of this one and a role that it does not have, which may have been meant. */
const casesThatMayCount =
  (category: string, role: string | null, months: number | null) =>
  ({ facts, unclearCases }: UnitState): UnclearCase[] => {
    if (unclearCases.length === 0) return [];
    const dated = facedBy(facts, months);
    return unclearCases.filter(({ fact, categoryKnown }) => {
      if (!dated.includes(fact)) return false;
      return categoryKnown ? fact.category === category && role !== null && fact.role !== role : true;
    });
  };

/** The cases of the cycle, or those of the last months. */
function facedBy({ cases, earlierCases = [], period }: UnitFacts, months: number | null): readonly CaseFact[] {
  if (months === null) return cases;
  const after = monthsBefore(period.to, months);
  return [...cases, ...earlierCases].filter(({ effectiveOn }) => effectiveOn > after && effectiveOn <= period.to);
}
