import { type Language, type Wording, shown } from '../explain/wording.ts';
import { consequencesText } from './consequences-text.ts';
import type { MovedLine } from './moved-lines.ts';
import type { OneSidedFact } from './one-sided-facts.ts';
import { placeWording } from './place-wording.ts';
import { reasonsText } from './reasons-text.ts';
import { selectionsText } from './selections-text.ts';
import type { UnitUnder, WhatIf } from './what-if.ts';

/** Who moves and why, whom the selections choose, and which facts only one table knows: a text to read. */
export function whatIfText(asked: WhatIf, language: Language): string {
  const moved = asked.units.filter((unit) => unit.moved);
  return [
    sumOf(moved.length, asked.units.length)[language],
    ...moved.flatMap((unit) => unitText(asked, unit, language)),
    ...selectionsText(asked, language),
    ...consequencesText(asked, language),
    ...asked.oneSided.map((fact) => oneSidedWording(fact)[language]),
  ].join('\n');
}

function sumOf(moved: number, all: number): Wording {
  if (moved === 0) return { zh: `${all} 个单位的得分和位次都不变。`, en: `None of ${all} units moves.` };
  return { zh: `${all} 个单位中 ${moved} 个有变动：`, en: `${moved} of ${all} units move:` };
}

const NO_LINE: Wording = { zh: '没有这一条', en: 'no such line' };

function unitText(asked: WhatIf, unit: UnitUnder, language: Language): string[] {
  const { before, after, change } = unit;
  const many = asked.units.length > 1;
  const by =
    change === null || change === '0' ? '' : language === 'zh' ? `，差 ${shown(change)}` : `, by ${shown(change)}`;
  const name = unit.unit === '' ? '' : language === 'zh' ? `${unit.unit}：` : `${unit.unit}: `;
  const place = many ? placeWording(unit)[language] : '';
  const nameOf = namesIn(asked, language);
  return [
    `${name}${arrow(before[language], after[language])}${by}${place}`,
    ...reasonsText(asked, unit, language).map((line) => `    ${line}`),
    ...unit.lines.filter(({ line }) => line !== asked.total).map((line) => `    ${lineText(line, nameOf, language)}`),
  ];
}

const arrow = (before: string, after: string): string => (before === after ? before : `${before} → ${after}`);

function lineText({ line, before, after, follows }: MovedLine, nameOf: (line: string) => string, language: Language) {
  const figures = arrow((before ?? NO_LINE)[language], (after ?? NO_LINE)[language]);
  const others = follows.map(nameOf);
  if (language === 'zh')
    return `${nameOf(line)}：${figures}${others.length > 0 ? `（随${others.join('、')}变动）` : ''}`;
  return `${nameOf(line)}: ${figures}${others.length > 0 ? ` (follows ${others.join(', ')})` : ''}`;
}

const TOTAL: Wording = { zh: '总分', en: 'the total' };

/** What the lines of a comparison are called in a sentence. */
function namesIn({ rules, total }: WhatIf, language: Language): (line: string) => string {
  const titles = new Map(rules.map(({ line, title }) => [line, `“${title[language]}”`]));
  return (line) => (line === total ? TOTAL[language] : (titles.get(line) ?? line));
}

const KINDS: Record<OneSidedFact['kind'], Wording> = {
  line: { zh: '条目', en: 'line' },
  input: { zh: '输入项', en: 'input' },
  'evidence-kind': { zh: '佐证材料', en: 'kind of evidence' },
  category: { zh: '事项', en: 'category' },
};

/** “事实中的条目“党建”，后一版没有，在那里不计（3 个单位）”; of a case: “…后一版没有此类情形…”. */
function oneSidedWording({ kind, called, lacking, units }: OneSidedFact): Wording {
  const table =
    lacking === 'before' ? { zh: '前一版', en: 'the first table' } : { zh: '后一版', en: 'the second table' };
  return {
    zh: `事实中的${KINDS[kind].zh}${called.zh}，${table.zh}没有${kind === 'category' ? '此类情形' : ''}，在那里不计（${units} 个单位）`,
    en: `The facts name ${KINDS[kind].en} ${called.en}, which ${table.en} lacks: it does not count there (${units} units)`,
  };
}
