import type { CompiledRubric } from '../compiled.ts';
import { exact, multiply, written } from '../exact.ts';
import type { Wording } from '../explain/wording.ts';
import type { CaseFact, NumberFact, RecordFact, UnitFacts } from '../facts.ts';

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
