import type { ReportEntry } from '../report.ts';
import { noteText } from './surroundings.ts';
import { linesOf } from './wording.ts';

/** The paragraphs before and behind a table that are neither its title nor its notes, told as left aside. */
export function leftAround(
  place: string,
  { before, after }: { before: readonly string[]; after: readonly string[] },
  { title, notes }: { title: string | null; notes: readonly string[] },
): ReportEntry[] {
  const plain = (paragraphs: readonly string[]) =>
    paragraphs.map((each) => linesOf(each).join('')).filter((text) => text !== '' && text !== title && !OWN.test(text));
  const isNote = (text: string) => notes.some((note) => text.endsWith(linesOf(note).join(''))) || noteText(text) === '';
  const left = [...plain(before), ...plain(after)].filter((text) => !isNote(text));
  if (left.length === 0) return [];
  const quoted = left.map((text) => `“${text}”`).join('、');
  return [
    {
      kind: 'left-aside',
      place,
      zh: `表前表后的 ${left.length} 段文字：${quoted}`,
      en: `${left.length} paragraphs around the table: ${quoted}`,
    },
  ];
}

/** Titles of the tables behind an export's table. */
export const OWN = /^附录 {2}/;
