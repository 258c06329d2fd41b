import type { CompiledRubric } from './compiled.ts';
import { isWithin } from './expression/names.ts';
import type { UnitFacts } from './facts.ts';
import { rangeOf } from './scopes.ts';
import { linesOf } from './tree.ts';

/** A fact that no part of the table asks for: a slip of the pen, or a fact of another table. */
export interface StrayFact {
  fact: string;
  reason:
    | 'fact.unknown-line'
    | 'fact.unknown-kind'
    | 'fact.unknown-input'
    | 'fact.out-of-range'
    | 'fact.unknown-category'
    | 'fact.unknown-role';
}

/** What a scorecard passes over in silence because nothing in the table names it. */
export function strayFacts(rubric: CompiledRubric, facts: UnitFacts): StrayFact[] {
  const { table } = rubric;
  const lines = new Set(linesOf(table).map(({ id }) => id));
  const kinds = new Set(table.evidenceKinds.map(({ id }) => id));
  const toLines = [
    ...facts.marks.map(({ id, criterion }) => ({ id, line: criterion })),
    ...(facts.tallies ?? []),
    ...(facts.notApplicable ?? []),
    ...(facts.decisions ?? []),
  ];
  return [
    ...toLines.filter(({ line }) => !lines.has(line)).map(({ id }) => stray(id, 'fact.unknown-line')),
    ...facts.records.filter(({ kind }) => !kinds.has(kind)).map(({ id }) => stray(id, 'fact.unknown-kind')),
    ...strayInputs(rubric, facts),
    ...strayCases(rubric, facts),
  ];
}

function strayInputs({ table }: CompiledRubric, facts: UnitFacts): StrayFact[] {
  const inputs = new Map((table.inputs ?? []).map((input) => [input.id, input]));
  const numbers = (facts.numbers ?? []).flatMap(({ id, name, value }) => {
    const input = inputs.get(name);
    if (!input) return [stray(id, 'fact.unknown-input')];
    return isWithin(value, rangeOf(input)) ? [] : [stray(id, 'fact.out-of-range')];
  });
  const statements = (facts.statements ?? []).filter(({ name }) => !inputs.has(name));
  return [...numbers, ...statements.map(({ id }) => stray(id, 'fact.unknown-input'))];
}

/** Categories and roles stand in rates and in the conditions that count cases. */
function strayCases({ table }: CompiledRubric, facts: UnitFacts): StrayFact[] {
  const text = JSON.stringify(table);
  const named = (word: string) => text.includes(`"${word}"`) || text.includes(`'${word}'`);
  return [...facts.cases, ...(facts.earlierCases ?? [])].flatMap(({ id, category, role }) => {
    if (!named(category)) return [stray(id, 'fact.unknown-category')];
    return role === '' || named(role) ? [] : [stray(id, 'fact.unknown-role')];
  });
}

const stray = (fact: string, reason: StrayFact['reason']): StrayFact => ({ fact, reason });
