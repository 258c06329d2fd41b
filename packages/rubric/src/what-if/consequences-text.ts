import type { Language, Wording } from '../explain/wording.ts';
import type { ConsequenceMove, ConsequenceUnder, Happening } from './consequences.ts';
import { movesText } from './moves-text.ts';
import type { WhatIf } from './what-if.ts';

/** For whom something else follows, and why; one sentence where nothing does. */
export function consequencesText(asked: WhatIf, language: Language): string[] {
  if (asked.consequences.length === 0) return [];
  const told = asked.consequences.filter(({ moves }) => moves.length > 0);
  if (told.length === 0) return [language === 'zh' ? '各项后果都不变。' : 'The same follows for every unit.'];
  return told.flatMap((consequence) => [
    language === 'zh' ? `后果“${consequence.title}”：` : `Consequence “${consequence.title}”:`,
    ...movesText(asked, consequence.moves, language, (move) => moveText(move, consequence, language)),
  ]);
}

const NONE: Wording = { zh: '不发生', en: 'does not follow' };
const LACKING: Wording = { zh: '没有这项后果', en: 'no such consequence' };

function moveText({ unit, before, after }: ConsequenceMove, { lacking }: ConsequenceUnder, language: Language): string {
  const said = (happening: Happening | null, isLacking: boolean): string =>
    (isLacking ? LACKING : (happening ?? NONE))[language];
  const name = unit === '' ? '' : language === 'zh' ? `${unit}：` : `${unit}: `;
  return `${name}${said(before, lacking === 'before')} → ${said(after, lacking === 'after')}`;
}
