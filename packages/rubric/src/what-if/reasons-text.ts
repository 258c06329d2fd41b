import type { Language, Wording } from '../explain/wording.ts';
import type { WhatIf } from './what-if.ts';

/** A table that is another one altogether has too many reasons to read. */
const MOST_REASONS = 6;

const OTHERS: Wording = { zh: '其他单位变动', en: 'what other units have' };

/** What something happened because of: changes of the tables, those alone or together, or what other units have now. */
export interface Because {
  because: readonly number[];
  together?: boolean;
  becauseOfOthers?: boolean;
}

/** The reasons in one line; none where nothing is known to be one. */
export function reasonsText(asked: WhatIf, of: Because, language: Language): string[] {
  const { because, together = false, becauseOfOthers = false } = of;
  const said = [...because.map((n) => asked.changes[n]![language]), ...(becauseOfOthers ? [OTHERS[language]] : [])];
  if (said.length === 0) return [];
  const told = said.slice(0, MOST_REASONS).join(language === 'zh' ? '；' : '; ');
  const more = said.length - MOST_REASONS;
  if (language === 'zh')
    return [`${together ? '原因（合在一起）' : '原因'}：${told}${more > 0 ? `；另有 ${more} 处` : ''}`];
  return [`${together ? 'because of these together' : 'because'}: ${told}${more > 0 ? `; and ${more} more` : ''}`];
}
