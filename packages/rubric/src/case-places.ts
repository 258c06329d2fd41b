import { type CompiledCases, type CompiledLine, type CompiledRate, type CompiledRubric, caseKey } from './compiled.ts';
import type { CaseFact } from './facts.ts';
import { ratesOf } from './tree.ts';
import type { CasePlace } from './unit-state.ts';

type ChargingLine = CompiledLine & { from: CompiledCases };

/** Tells of each case where it belongs. */
export function casePlaces({ leaves, figures, table }: CompiledRubric): (fact: CaseFact) => CasePlace {
  const charging = [...leaves, ...figures].filter(isCharging) as ChargingLine[];
  return (fact) => {
    const line = charging.find(({ from }) => rateFor(from, fact))?.id;
    if (line !== undefined) return { kind: 'charged', line };
    const rated = ratesOf(table).filter(({ category }) => category === fact.category);
    if (rated.length === 0 && table.categories?.some(({ id }) => id === fact.category)) return { kind: 'counted' };
    const ofCategory = charging.filter(({ from }) =>
      rated.some(({ category, role = '' }) => from.rateOf.has(caseKey(category, role))),
    );
    const categoryKnown = rated.length > 0;
    return { kind: 'unclear', lines: (categoryKnown ? ofCategory : charging).map(({ id }) => id), categoryKnown };
  };
}

const isCharging = (line: CompiledLine): line is ChargingLine => line.from.kind === 'cases';

/** The rate of a case: the one for its role, or else the one for every role. */
export function rateFor(rule: CompiledCases, { category, role }: CaseFact): CompiledRate | undefined {
  return rule.rateOf.get(caseKey(category, role)) ?? rule.rateOf.get(caseKey(category, ''));
}
