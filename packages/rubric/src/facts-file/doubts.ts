import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { exact, multiply, written } from '../exact.ts';
import { isDecimal } from '../expression/names.ts';
import type { Wording } from '../explain/wording.ts';
import type { CaseFact, MarkFact, NumberFact, RecordFact, UnitFacts } from '../facts.ts';
import { isWithinPeriod } from '../period.ts';
import type { Refusal } from './fact-refusal.ts';
import type { Origins } from './origins.ts';

/** Reasons that are told and that refuse nothing: the fact counts as it stands, or rightly does not. */
export const isNoted = (reason: string): boolean => reason.startsWith('note.') || reason === 'fact.outside-period';

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

/** What is doubtful about a fact, and what was made of it; null: it is no such reason. */
export function doubtWording(rubric: CompiledRubric, facts: UnitFacts, reason: string, fact: object): Wording | null {
  switch (reason) {
    case 'note.mark-decides':
      return {
        zh: '本条由多人评分，单独一个分数作为最终评分计入；如是其中一人的评分，请写成列表',
        en: 'several assessors mark the line, and one mark alone is taken as the decided one; of one of them, write a list',
      };
    case 'note.later': {
      const { effectiveOn, occurredOn } = fact as Partial<CaseFact & RecordFact>;
      const day = effectiveOn ?? occurredOn ?? '';
      return {
        zh: `${day} 晚于截至日期（asOf）${facts.asOf}，仍计入`,
        en: `${day} lies after the day up to which facts were recorded (asOf ${facts.asOf}), and counts`,
      };
    }
    case 'note.part-of-one': {
      const { value } = fact as NumberFact;
      const meant = written(multiply(exact(value), { n: 100, d: 1 }));
      return {
        zh: `${value} 按 ${value}% 计；如指 ${meant}%，请写 ${meant}`,
        en: `${value} is taken as ${value}%: write ${meant} for ${meant}%`,
      };
    }
    case 'fact.outside-period':
      return outsidePeriod(rubric, facts, fact as Partial<RecordFact & CaseFact & NumberFact>);
    default:
      return null;
  }
}

/** Windows alone reach back behind the period. */
function outsidePeriod(
  rubric: CompiledRubric,
  { period: { from, to } }: UnitFacts,
  { category, occurredOn, effectiveOn, period = '' }: Partial<RecordFact & CaseFact & NumberFact>,
): Wording {
  const day = occurredOn ?? effectiveOn ?? period;
  const counts = category !== undefined && day < from && isWindowed(rubric, category);
  return {
    zh: `${day} 不在考核期（${from} 至 ${to}）内，${counts ? '只在设有时限的条件中计算' : '不计入'}`,
    en: `${day} lies outside the period (${from} to ${to}) and ${counts ? 'counts in conditions with a window alone' : 'does not count'}`,
  };
}

/** Whether a condition counts cases of the category within so many months; ids have no sign that a pattern reads. */
const isWindowed = ({ table }: CompiledRubric, category: string): boolean =>
  new RegExp(`cases\\(\\s*(?:'|\\\\\\\\")${category}(?:'|\\\\\\\\")\\s*,[^)]*\\d+\\s*\\)`).test(JSON.stringify(table));
