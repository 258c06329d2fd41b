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
  const title = (tiers.title === '' ? (node.text.split(/[，,；;。\n]/)[0] ?? '') : tiers.title).slice(0, 60);
  const percent = tiers.unit === '%';
  const input: Input = {
    id,
    title,
    kind: 'number',
    ...(tiers.unit !== '' && { unit: tiers.unit }),
    least: '0',
  };
  return {
    input: percent && /率/.test(title) ? { ...input, most: '100' } : input,
    reading: {
      rule: { from: { formula: id }, steps: [{ band: tiers.bands }] },
      sure: false,
      quotes: tiers.quotes,
      zh: `按“${title}”分档计分`,
      en: `by bands of “${title}”`,
    },
  };
}
