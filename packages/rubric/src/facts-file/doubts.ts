import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { isDecimal } from '../expression/names.ts';
import type { MarkFact, NumberFact, UnitFacts } from '../facts.ts';
import { isWithinPeriod } from '../period.ts';
import type { Refusal } from './fact-refusal.ts';
import type { Origins } from './origins.ts';

/** Reasons that are told and that refuse nothing: the fact counts as it stands, or rightly does not. */
export const isNoted = (reason: string): boolean =>
  reason.startsWith('note.') || reason === 'fact.outside-period' || reason === 'fact.not-earlier';

/** Facts of a unit that count, but perhaps not as they were meant. */
export function doubtsIn(rubric: CompiledRubric, facts: UnitFacts, origins: Origins): Refusal[] {
  const lines = new Map(rubric.inOrder.map((line) => [line.id, line]));
  const doubt = (part: Refusal['part'], id: string, reason: string, line?: CompiledLine): Refusal => ({
    part,
    id,
    reason,
    line,
  });
  return [
    ...facts.marks
      .filter((mark) => decidesAlone(lines.get(mark.criterion), mark) && origins.of('marks', mark.id).named)
      .map(({ id, criterion }) => doubt('marks', id, 'note.mark-decides', lines.get(criterion))),
    ...facts.cases.filter((fact) => isAfter(facts, fact.effectiveOn)).map(({ id }) => doubt('cases', id, 'note.later')),
    ...facts.records
      .filter((fact) => isAfter(facts, fact.occurredOn))
      .map(({ id }) => doubt('records', id, 'note.later')),
    ...(facts.numbers ?? [])
      .filter((number) => isPartOfOne(rubric, number))
      .map(({ id }) => doubt('numbers', id, 'note.part-of-one')),
  ];
}

/** One mark under a line that several assessors mark: it is taken for what they agreed on. */
const decidesAlone = (line: CompiledLine | undefined, { final, rater }: MarkFact): boolean =>
  final && rater === undefined && line?.from.kind === 'mark' && line.from.raters !== null;

const isAfter = ({ asOf, period }: UnitFacts, day: string): boolean => day > asOf && isWithinPeriod(day, period);

/** 0.965 where 96.5 (of 100 %) may have been meant. */
function isPartOfOne({ table: { inputs = [] } }: CompiledRubric, { name, value }: NumberFact): boolean {
  const input = inputs.find(({ id }) => id === name);
  return input?.unit === '%' && input.most === '100' && isDecimal(value) && /^0\.\d*[1-9]/.test(value);
}
