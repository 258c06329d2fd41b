import { lineTitles } from '../diff/line-titles.ts';
import { namesOf } from '../explain/names.ts';
import type { Wording } from '../explain/wording.ts';
import type { CaseFact, UnitFacts } from '../facts.ts';
import type { Rubric } from '../rubric.ts';
import { linesOf } from '../tree.ts';
import { type CasesOf, casesOf } from './known-cases.ts';

/** Something that facts name and one of two tables lacks, so that these facts count under the other alone. */
export interface OneSidedFact {
  kind: 'line' | 'input' | 'evidence-kind' | 'category';
  name: string;
  /** what the table that has it calls it, as it stands in a sentence */
  called: Wording;
  lacking: 'before' | 'after';
  /** how many units have such facts */
  units: number;
}

/** What a fact names; a case goes by its role too, of which a table may know some. */
type Named = { kind: Exclude<OneSidedFact['kind'], 'category'>; name: string } | { kind: 'category'; fact: CaseFact };

/** What the facts of the units name that only one of the tables has, each once. */
export function oneSidedFacts(before: Rubric, after: Rubric, units: readonly UnitFacts[]): OneSidedFact[] {
  const [older, newer] = [knownTo(before), knownTo(after)];
  const counted = new Map<string, OneSidedFact>();
  for (const facts of units) {
    const told = new Map<string, Omit<OneSidedFact, 'units'>>();
    for (const named of namesIn(facts)) {
      const [was, is] = [older.has(named), newer.has(named)];
      if (was === is) continue;
      const name = nameOf(named, was ? newer : older);
      const called = calledIn(was ? before : after, named, name);
      told.set(`${named.kind} ${name}`, { kind: named.kind, name, called, lacking: was ? 'after' : 'before' });
    }
    for (const [key, fact] of told) counted.set(key, { ...fact, units: (counted.get(key)?.units ?? 0) + 1 });
  }
  return [...counted.values()];
}

/** A case goes by its category, and by its role where that alone is what the other table lacks. */
function nameOf(named: Named, { cases }: Known): string {
  if (named.kind !== 'category') return named.name;
  const { category, role } = named.fact;
  return cases.has(category) ? `${category}/${role}` : category;
}

function calledIn(table: Rubric, named: Named, name: string): Wording {
  const names = namesOf({ table });
  if (named.kind === 'evidence-kind') return quoted(names.kind(name));
  if (named.kind === 'line') return quoted(lineTitles(table, table)(name));
  if (named.kind === 'category') {
    const { category, role } = named.fact;
    return names.category(category, name === category ? null : role);
  }
  const title = names.input(name)?.title ?? name;
  return quoted({ zh: title, en: title });
}

const quoted = ({ zh, en }: Wording): Wording => ({ zh: `“${zh}”`, en: `“${en}”` });

const namesIn = (facts: UnitFacts): Named[] => [
  ...facts.marks.map(({ criterion }) => criterion).map(ofKind('line')),
  ...[...(facts.tallies ?? []), ...(facts.notApplicable ?? []), ...(facts.decisions ?? [])]
    .map(({ line }) => line)
    .map(ofKind('line')),
  ...[...(facts.numbers ?? []), ...(facts.statements ?? [])].map(({ name }) => name).map(ofKind('input')),
  ...facts.records.map(({ kind }) => kind).map(ofKind('evidence-kind')),
  ...facts.cases.map((fact) => ({ kind: 'category' as const, fact })),
];

const ofKind =
  (kind: Exclude<OneSidedFact['kind'], 'category'>) =>
  (name: string): Named => ({ kind, name });

/** What of facts a table knows. */
interface Known {
  has: (named: Named) => boolean;
  cases: CasesOf;
}

function knownTo(table: Rubric): Known {
  const lines = new Set(linesOf(table).map(({ id }) => id));
  const inputs = new Set((table.inputs ?? []).map(({ id }) => id));
  const kinds = new Set(table.evidenceKinds.map(({ id }) => id));
  const cases = casesOf(table);
  return {
    cases,
    has: (named) => {
      if (named.kind === 'category') return cases.takes(named.fact);
      if (named.kind === 'line') return lines.has(named.name);
      return named.kind === 'input' ? inputs.has(named.name) : kinds.has(named.name);
    },
  };
}
