import { type Wording, inBoth } from '../explain/wording.ts';
import type { Crumb } from './differences.ts';
import { wayLabel } from './labels.ts';
import type { Titles } from './titles.ts';

/**
 * A sentence about a place: the line that it stands in, what lies on the way, then what is told of it. `line`: what the
 * line is called, null for what belongs to the whole table. The last `own` places of the trail are the tail's to tell.
 */
export function framed(
  trail: readonly Crumb[],
  own: number,
  line: Wording | null,
  titles: Titles,
  tail: Wording,
): Wording {
  const way = trail.slice(0, -own).map((_, n) => wayLabel(trail, n, rootOf(line), titles));
  const before = (language: keyof Wording) =>
    [...(line ? [`“${line[language]}”`] : []), ...way.map((each) => each[language])].filter(Boolean);
  return inBoth((language) =>
    language === 'zh'
      ? spaced([...before('zh'), tail.zh])
      : [before('en').join(', '), tail.en].filter(Boolean).join(': '),
  );
}

/** What a way begins in, as names of places go. */
export const rootOf = (line: Wording | null): string => (line === null ? 'table' : '');

/** A space after what ends in a letter or a digit, none between Chinese and its quotation marks. */
const spaced = (parts: readonly string[]): string =>
  parts.filter(Boolean).reduce((said, part) => (/[\w%.]$/.test(said) ? `${said} ${part}` : said + part), '');
