import type { Outcome } from '../scorecard.ts';
import { reasonWording } from './reasons.ts';
import type { Wording } from './wording.ts';

/** Why the line of this name has no value of its own. */
export function outcomeWording(name: Wording, { kind, reason }: Outcome): Wording {
  const { zh, en } = reasonWording(reason);
  switch (kind) {
    case 'refused':
      return { zh: `${name.zh}不予计分：${zh}。`, en: `${name.en}: refused, ${en}.` };
    case 'unsettled':
      return {
        zh: `${name.zh}规则未作规定，须作判断并说明理由：${zh}。`,
        en: `${name.en}: not settled by the rules; to be judged, with a reason: ${en}.`,
      };
    case 'not-applicable':
      return { zh: `${name.zh}不适用：${zh}。`, en: `${name.en}: not applicable, ${en}.` };
  }
}
