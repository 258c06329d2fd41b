import { caseKey } from '../compiled.ts';
import type { CaseFact } from '../facts.ts';
import type { Rubric } from '../rubric.ts';
import type { NamedFacts } from '../score-units.ts';
import { ratesOf } from '../tree.ts';

type Case = Pick<CaseFact, 'category' | 'role'>;

/** Which cases a table knows. */
export interface CasesOf {
  /** whether the category stands in it: in a rate, in its list, or in a condition that counts cases */
  has(category: string): boolean;
  /** whether it says anything of the case: a rate that covers it, or its category by name alone */
  takes(fact: Case): boolean;
}

export function casesOf(table: Rubric): CasesOf {
  const rates = ratesOf(table);
  const [keys, rated] = [new Set(rates.map(keyOf)), new Set(rates.map(({ category }) => category))];
  const listed = new Set((table.categories ?? []).map(({ id }) => id));
  const text = JSON.stringify(table);
  const isNamed = (category: string): boolean =>
    listed.has(category) || text.includes(`'${category}'`) || text.includes(`\\"${category}\\"`);
  return {
    has: (category) => rated.has(category) || isNamed(category),
    takes: ({ category, role }) =>
      keys.has(caseKey(category, role)) || keys.has(caseKey(category, '')) || isNamed(category),
  };
}

const keyOf = ({ category, role = '' }: { category: string; role?: string | undefined }): string =>
  caseKey(category, role);

/**
 * The units as one table can know them: without the cases of which another of the compared tables has something to say
 * and this one nothing. What none of them knows is a slip of the facts, and stays.
 */
export function unitsKnownTo(
  table: Rubric,
  compared: readonly CasesOf[],
  units: readonly NamedFacts[],
): readonly NamedFacts[] {
  const own = casesOf(table);
  const isKnown = (fact: CaseFact): boolean => own.takes(fact) || !compared.some(({ takes }) => takes(fact));
  return units.map((unit) =>
    unit.facts.cases.every(isKnown)
      ? unit
      : { ...unit, facts: { ...unit.facts, cases: unit.facts.cases.filter(isKnown) } },
  );
}
