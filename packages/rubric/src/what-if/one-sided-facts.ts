import { lineTitles } from '../diff/line-titles.ts';
import { namesOf } from '../explain/names.ts';
import type { Wording } from '../explain/wording.ts';
import type { UnitFacts } from '../facts.ts';
import type { Rubric } from '../rubric.ts';
import { linesOf } from '../tree.ts';

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

type Named = Pick<OneSidedFact, 'kind' | 'name'>;

/** What the facts of the units name that only one of the tables has, each once. */
export function oneSidedFacts(before: Rubric, after: Rubric, units: readonly UnitFacts[]): OneSidedFact[] {
  const [older, newer] = [knownTo(before), knownTo(after)];
  const counted = new Map<string, OneSidedFact>();
  for (const facts of units) {
    const names = new Map(namesIn(facts).map((named) => [`${named.kind} ${named.name}`, named]));
    for (const [key, named] of names) {
      const [was, is] = [older(named), newer(named)];
      if (was === is) continue;
      const units = (counted.get(key)?.units ?? 0) + 1;
      const called = calledIn(was ? before : after, named);
      counted.set(key, { ...named, called, lacking: was ? 'after' : 'before', units });
    }
  }
  return [...counted.values()];
}

function calledIn(table: Rubric, { kind, name }: Named): Wording {
  const names = namesOf({ table });
  if (kind === 'evidence-kind') return quoted(names.kind(name));
  if (kind === 'category') return names.category(name, null);
  if (kind === 'line') return quoted(lineTitles(table, table)(name));
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
  ...facts.cases.map(({ category }) => category).map(ofKind('category')),
];

const ofKind =
  (kind: Named['kind']) =>
  (name: string): Named => ({ kind, name });

/** Categories are named by rates and by the conditions that count cases, not by one list. */
function knownTo(table: Rubric): (named: Named) => boolean {
  const lines = new Set(linesOf(table).map(({ id }) => id));
  const inputs = new Set((table.inputs ?? []).map(({ id }) => id));
  const kinds = new Set(table.evidenceKinds.map(({ id }) => id));
  const text = JSON.stringify(table);
  return ({ kind, name }) => {
    if (kind === 'line') return lines.has(name);
    if (kind === 'input') return inputs.has(name);
    return kind === 'evidence-kind' ? kinds.has(name) : text.includes(`"${name}"`) || text.includes(`'${name}'`);
  };
}
