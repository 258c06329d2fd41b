import type { CompiledRubric } from '../compiled.ts';
import type { Rate } from '../language/source.ts';
import { exact, multiply, written } from '../exact.ts';
import type { Contribution } from '../contribution.ts';
import { namesOf } from './names.ts';
import type { Wording } from './wording.ts';

/** What an act cost or brought. */
export type Charge = Extract<Contribution, { kind: 'deduction' | 'addition' }>;

/** Cases at one rate and amount, with the facts of all of them. */
export interface Charges {
  kind: 'charges';
  charge: Charge;
  times: number;
  facts: string[];
}

/** Equal charges as one, where the first of them stands; everything else as it is. */
export function groupedCharges(said: readonly Contribution[]): (Exclude<Contribution, Charge> | Charges)[] {
  const groups = new Map<string, Charges>();
  return said.flatMap((each): (Exclude<Contribution, Charge> | Charges)[] => {
    if (each.kind !== 'deduction' && each.kind !== 'addition') return [each];
    const key = `${each.kind} ${each.rate} ${each.amount}`;
    const group = groups.get(key);
    if (group) {
      group.times += 1;
      group.facts.push(...each.facts);
      return [];
    }
    const first: Charges = { kind: 'charges', charge: each, times: 1, facts: [...each.facts] };
    groups.set(key, first);
    return [first];
  });
}

/** 例 where the rate counts cases, 次 where it counts occurrences. */
export const unitOf = (per: Rate['per'] | undefined, times: number): Wording => {
  const [zh, en] = per === 'case' ? ['例', 'case'] : ['次', 'time'];
  return { zh, en: times === 1 ? en : `${en}s` };
};

/** "迟到，扣2分", and of several "迟到，4 次 × 2 分，扣8分". */
export function chargesWording(
  rubric: CompiledRubric,
  { charge, times }: Charges,
  per: Rate['per'] | undefined,
): Wording {
  const title = namesOf(rubric).rate(charge.rate);
  const [zh, sign] = charge.kind === 'deduction' ? ['扣', '−'] : ['加', '+'];
  const { amount } = charge;
  if (amount === '0')
    return {
      zh: `${title}，${times} ${unitOf(per, times).zh}，已到限额，不再计`,
      en: `${title}: ${times} ${unitOf(per, times).en} beyond its limit`,
    };
  if (times === 1) return { zh: `${title}，${zh}${amount}分`, en: `${title}: ${sign}${amount}` };
  const all = written(multiply(exact(amount), { n: times, d: 1 }));
  return {
    zh: `${title}，${times} ${unitOf(per, times).zh} × ${amount} 分，${zh}${all}分`,
    en: `${title}: ${times} × ${amount} = ${sign}${all}`,
  };
}
