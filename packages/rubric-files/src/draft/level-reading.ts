import type { Bound } from '@mofan/rubric/language/values';
import type { Input } from '@mofan/rubric/rubric';
import type { OutlineNode } from '../outline.ts';
import { type StatedGrade, gradesIn } from './grades-in-text.ts';
import type { Grading } from './grading.ts';
import type { Reading } from './line-entry.ts';
import { tiersIn } from './tiers-in-text.ts';

/** The grades that a line gives points to in its own words, as 优秀得10分，良好得8分 does; none where it speaks of one alone. */
function gradesOfLine(texts: readonly string[]): StatedGrade[] {
  const stated = texts.map((text) => gradesIn(text).filter(({ of }) => of === 'line' || of === 'points'));
  return stated.find((each) => each.length >= 2) ?? [];
}

/** 优得10分，良得8分 of one line: grades of the table where it has them all, else the points that each level gives. */
export function levelsReading(texts: readonly string[], { points }: OutlineNode, { grades }: Grading): Reading | null {
  const stated = gradesOfLine(texts);
  if (stated.length === 0 || !stated.every(({ ends }) => isFigure(ends.from, ends.to, points))) return null;
  const quotes = stated.map(({ quote }) => quote);
  const coded = stated.flatMap(({ title, ends }) => {
    const grade = grades.find((each) => each.title === title)?.code;
    return grade === undefined ? [] : [{ grade, points: ends.from! }];
  });
  if (coded.length === stated.length)
    return {
      rule: { from: { mark: { grades: coded } } },
      sure: false,
      quotes,
      zh: '按本条写明的等次计分',
      en: 'by the grades that the line states',
    };
  const values = [...new Map(stated.map(({ ends }) => [JSON.stringify(ends.from), ends.from!])).values()];
  return {
    rule: { from: { mark: { values } } },
    sure: false,
    quotes,
    zh: '按本条写明的各档得分打分',
    en: 'marked with the points of the levels that the line states',
  };
}

/** One figure that the line can give, and no stretch of several. */
function isFigure(from: Bound | undefined, to: Bound | undefined, points: string | null): boolean {
  if (from === undefined || JSON.stringify(from) !== JSON.stringify(to)) return false;
  return typeof from !== 'string' || from.endsWith('%') || points === null || Number(from) <= Number(points);
}

/** 95%以上得10分，85%以上得6分，其余不得分 of one line: a number that is measured, and its bands. */
export function tiersReading(
  texts: readonly string[],
  node: OutlineNode,
  code: string,
): { reading: Reading; input: Input } | null {
  const tiers = texts.map(tiersIn).find((each) => each !== null);
  if (!tiers) return null;
  const id = `${code}-value`;
  const named = tiers.title.replace(OWN_POINTS, '').replace(/[:：\s]+$/, '');
  const title = (HAN.test(named) ? named : (node.text.split(/[，,；;。\n]/)[0] ?? '')).slice(0, 60);
  const part = tiers.unit === '%' && /率/.test(title) && !UNBOUNDED.test(title);
  const input: Input = {
    id,
    title,
    kind: 'number',
    ...(tiers.unit !== '' && { unit: tiers.unit }),
    ...(!GROWTH.test(title) && { least: '0' }),
    ...(part && { most: '100' }),
  };
  const limits = part
    ? { zh: '，数值拟限 0 至 100', en: ', taken to be from 0 to 100' }
    : input.least === '0'
      ? { zh: '，数值拟不小于 0', en: ', taken to be no less than 0' }
      : { zh: '，数值不限大小', en: ', without limits' };
  return {
    input,
    reading: {
      rule: { from: { formula: id }, steps: [{ band: tiers.bands }] },
      sure: false,
      quotes: tiers.quotes,
      zh: `按“${title}”分档计分${limits.zh}`,
      en: `by bands of “${title}”${limits.en}`,
    },
  };
}

const OWN_POINTS = /[(（]\s*\d{1,5}(?:\.\d{1,4})?\s*分\s*[)）]/;
const HAN = /\p{Script=Han}/u;
/** May be below nothing. */
const GROWTH = /增长|增幅|增速|增加|下降|降幅|升幅/;
/** May be more than a whole. */
const UNBOUNDED = new RegExp(`${GROWTH.source}|完成率|达成率|超额`);
