import type { Language, Wording } from '../explain/wording.ts';
import { movesText } from './moves-text.ts';
import type { Choice, Place, SelectionMove, SelectionUnder } from './selections.ts';
import type { WhatIf } from './what-if.ts';

/** The selections that choose others, and why; one sentence where none does. */
export function selectionsText(asked: WhatIf, language: Language): string[] {
  if (asked.selections.length === 0) return [];
  const told = asked.selections.filter(({ moves, after }) => moves.length > 0 || isOpen(after));
  if (told.length === 0)
    return [language === 'zh' ? '各项评选入选的都不变。' : 'The selections choose the same units.'];
  return told.flatMap((selection) => selectionText(asked, selection, language));
}

const isOpen = (choice: Choice | null): choice is Choice => choice !== null && choice.open.length > 0;

function selectionText(asked: WhatIf, { title, group, moves, after }: SelectionUnder, language: Language): string[] {
  const of = group === '' ? '' : language === 'zh' ? `（${group}）` : ` (${group})`;
  const open = isOpen(after) ? [openWording(after.open.length)[language]] : [];
  const head = language === 'zh' ? `评选“${title}”${of}：` : `Selection “${title}”${of}:`;
  return [
    head,
    ...open.map((line) => `    ${line}`),
    ...movesText(asked, moves, language, (move) => moveText(move, language)),
  ];
}

const PLACES: Record<Place, Wording> = {
  chosen: { zh: '入选', en: 'chosen' },
  tied: { zh: '并列待定', en: 'tied, to be decided' },
  open: { zh: '尚未评出', en: 'not decided yet' },
  'not-chosen': { zh: '未入选', en: 'not chosen' },
  'not-eligible': { zh: '不符合条件', en: 'not eligible' },
};

/** What a selection makes of a unit; null: the table has no such selection. */
const placeOfUnit = (place: Place | null): Wording =>
  place === null ? { zh: '没有这项评选', en: 'no such selection' } : PLACES[place];

function moveText({ unit, before, after }: SelectionMove, language: Language): string {
  const [was, is] = [placeOfUnit(before)[language], placeOfUnit(after)[language]];
  return `${unit}${language === 'zh' ? '：' : ': '}${was} → ${is}`;
}

const openWording = (units: number): Wording => ({
  zh: `${units} 个单位的得分未定，还评不出`,
  en: `the figures of ${units} units are open: nobody is chosen yet`,
});
