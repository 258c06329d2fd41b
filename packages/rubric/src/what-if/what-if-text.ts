import { type Wording, shown } from '../explain/wording.ts';
import type { MovedLine } from './moved-lines.ts';
import type { OneSidedFact } from './one-sided-facts.ts';
import type { Choice, Place, SelectionUnder } from './selections.ts';
import type { UnitUnder, WhatIf } from './what-if.ts';

type Language = keyof Wording;

/** Who moves and why, whom the selections choose, and which facts only one table knows: a text to read. */
export function whatIfText(asked: WhatIf, language: Language): string {
  const moved = asked.units.filter((unit) => unit.moved);
  return [
    sumOf(moved.length, asked.units.length)[language],
    ...moved.flatMap((unit) => unitText(asked, unit, language)),
    ...selectionsText(asked, language),
    ...asked.oneSided.map((fact) => oneSidedWording(fact)[language]),
  ].join('\n');
}

function sumOf(moved: number, all: number): Wording {
  if (moved === 0) return { zh: `${all} 个单位的得分和位次都不变。`, en: `None of ${all} units moves.` };
  return { zh: `${all} 个单位中 ${moved} 个有变动：`, en: `${moved} of ${all} units move:` };
}

const NO_LINE: Wording = { zh: '没有这一条', en: 'no such line' };
const OTHERS: Wording = { zh: '其他单位变动', en: 'what other units have' };

function unitText(asked: WhatIf, unit: UnitUnder, language: Language): string[] {
  const { before, after, change } = unit;
  const many = asked.units.length > 1;
  const by =
    change === null || change === '0' ? '' : language === 'zh' ? `，差 ${shown(change)}` : `, by ${shown(change)}`;
  const name = unit.unit === '' ? '' : language === 'zh' ? `${unit.unit}：` : `${unit.unit}: `;
  const place = many ? placeWording(before.place, after.place)[language] : '';
  return [
    `${name}${arrow(before[language], after[language])}${by}${place}`,
    ...reasonsText(asked, unit.because, unit.becauseOfOthers, language).map((line) => `    ${line}`),
    ...unit.lines.filter(({ line }) => line !== asked.total).map((line) => `    ${lineText(line, language)}`),
  ];
}

const arrow = (before: string, after: string): string => (before === after ? before : `${before} → ${after}`);

function placeWording(before: number, after: number): Wording {
  const places = arrow(String(before), String(after));
  return { zh: `，第 ${places} 位`, en: `, place ${places}` };
}

/** A table that is another one altogether has too many reasons to read. */
const MOST_REASONS = 6;

/** Changes of the tables in sentences, or else the others. */
function reasonsText(asked: WhatIf, because: readonly number[], others: boolean, language: Language): string[] {
  const said = [...because.map((n) => asked.changes[n]![language]), ...(others ? [OTHERS[language]] : [])];
  if (said.length === 0) return [];
  const told = said.slice(0, MOST_REASONS).join(language === 'zh' ? '；' : '; ');
  const more = said.length - MOST_REASONS;
  if (language === 'zh') return [`原因：${told}${more > 0 ? `；另有 ${more} 处` : ''}`];
  return [`because: ${told}${more > 0 ? `; and ${more} more` : ''}`];
}

function lineText({ line, before, after, follows }: MovedLine, language: Language): string {
  const figures = arrow((before ?? NO_LINE)[language], (after ?? NO_LINE)[language]);
  if (language === 'zh') return `${line}：${figures}${follows.length > 0 ? `（随 ${follows.join('、')}）` : ''}`;
  return `${line}: ${figures}${follows.length > 0 ? ` (after ${follows.join(', ')})` : ''}`;
}

const PLACES: Record<Place, Wording> = {
  chosen: { zh: '入选', en: 'chosen' },
  tied: { zh: '并列待定', en: 'tied, to be decided' },
  open: { zh: '得分未定', en: 'open' },
  'not-chosen': { zh: '未入选', en: 'not chosen' },
  'not-eligible': { zh: '不符合条件', en: 'not eligible' },
};

/** What a selection makes of a unit; null: the table has no such selection. */
const placeOfUnit = (place: Place | null): Wording =>
  place === null ? { zh: '没有这项评选', en: 'no such selection' } : PLACES[place];

/** The selections that choose others; one sentence where none does. */
function selectionsText(asked: WhatIf, language: Language): string[] {
  if (asked.selections.length === 0) return [];
  const told = asked.selections.filter(({ moves, after }) => moves.length > 0 || isOpen(after));
  if (told.length === 0)
    return [language === 'zh' ? '各项评选入选的都不变。' : 'The selections choose the same units.'];
  return told.flatMap((selection) => selectionText(asked, selection, language));
}

const isOpen = (choice: Choice | null): choice is Choice => choice !== null && choice.open.length > 0;

function selectionText(asked: WhatIf, selection: SelectionUnder, language: Language): string[] {
  const { title, group, moves, because, after } = selection;
  const of = group === '' ? '' : language === 'zh' ? `（${group}）` : ` (${group})`;
  const head = language === 'zh' ? `评选“${title}”${of}：` : `Selection “${title}”${of}: `;
  const units = new Map(asked.units.map((unit) => [unit.unit, unit]));
  const reasons = new Set([...because, ...moves.flatMap(({ unit }) => units.get(unit)!.because)]);
  const open = isOpen(after) ? [`    ${openWording(after.open.length)[language]}`] : [];
  if (moves.length === 0) return [head.trimEnd(), ...open];
  return [
    head.trimEnd(),
    ...open,
    ...moves.map(({ unit, before, after }) => {
      const colon = language === 'zh' ? '：' : ': ';
      return `    ${unit}${colon}${placeOfUnit(before)[language]} → ${placeOfUnit(after)[language]}`;
    }),
    ...reasonsText(asked, [...reasons], reasons.size === 0, language).map((line) => `    ${line}`),
  ];
}

const openWording = (units: number): Wording => ({
  zh: `${units} 个单位的得分未定，还评不出`,
  en: `the figures of ${units} units are open: nobody is chosen yet`,
});

const KINDS: Record<OneSidedFact['kind'], Wording> = {
  line: { zh: '条目', en: 'line' },
  input: { zh: '输入项', en: 'input' },
  'evidence-kind': { zh: '佐证材料', en: 'kind of evidence' },
  category: { zh: '事项', en: 'category' },
};

/** “事实中有条目 5.4，只有后一版认得（3 个单位）”. */
function oneSidedWording({ kind, name, lacking, units }: OneSidedFact): Wording {
  const table =
    lacking === 'before' ? { zh: '前一版', en: 'the first table' } : { zh: '后一版', en: 'the second table' };
  return {
    zh: `事实中的${KINDS[kind].zh} ${name}，${table.zh}没有，在那里不计（${units} 个单位）`,
    en: `The facts name ${KINDS[kind].en} ${name}, which ${table.en} lacks: it does not count there (${units} units)`,
  };
}
