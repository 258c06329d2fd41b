import type { CompiledLine } from '../compiled.ts';
import { isWithin } from '../expression/names.ts';
import type { NumberFact } from '../facts.ts';
import type { Rubric } from '../rubric.ts';
import { rangeOf } from '../scopes.ts';
import type { UnitState } from '../unit-state.ts';
import { refusalOf } from './cases.ts';
import { namesIn } from './formula.ts';

/** The numbers of a unit that are none, or lie outside the range of their input. */
export const refusedNumbers = ({ inputs = [] }: Rubric, { numbers }: UnitState): NumberFact[] =>
  inputs.flatMap((input) => (numbers.get(input.id) ?? []).filter(({ value }) => !isWithin(value, rangeOf(input))));

/** Tells them on a line whose rule asks for their input: it stays open, and these are the reason. */
export function tellRefusedNumbers(line: CompiledLine, refused: readonly NumberFact[], unit: UnitState): void {
  if (refused.length === 0) return;
  const names = namesIn(textsOf(line).join(' '));
  for (const { id: fact, name } of refused)
    if (names.includes(name))
      unit.said[line.index]!.push({ kind: 'refused', reason: 'fact.out-of-range', fact, rulings: line.rulings.step });
}

/** Tells the cases that a condition of the line may count or not, since nobody knows what they are. */
export function tellUnclearCases(line: CompiledLine, unit: UnitState): void {
  if (unit.unclearCases.length === 0 || line.from.kind === 'cases') return;
  const calls = textsOf(line).flatMap((text) => text.match(/\bcases\([^)]*\)/g) ?? []);
  for (const each of unit.unclearCases)
    if (calls.some((call) => !each.categoryKnown || call.includes(`'${each.fact.category}'`)))
      unit.said[line.index]!.push(refusalOf(each, line.rulings.step));
}

/** Tells the records of an unknown kind on a line that counts records: how many they are is open. */
export function tellUnclearRecords(line: CompiledLine, { unclearRecords, said }: UnitState): void {
  if (unclearRecords.length === 0) return;
  const counts = line.from.kind === 'mark' && line.from.caps.length > 0;
  if (!counts && !textsOf(line).some((text) => /\bcount\(/.test(text))) return;
  for (const { id: fact } of unclearRecords)
    said[line.index]!.push({ kind: 'refused', reason: 'record.unknown-kind', fact, rulings: line.rulings.count });
}

const textsOf = ({ from, steps }: CompiledLine): string[] => [
  ...(from.kind === 'formula' ? [from.text] : []),
  ...steps.flatMap((step) =>
    step.kind === 'decide' ? step.cases.map(({ text }) => text) : 'text' in step ? [step.text] : [],
  ),
];
