import type { Wording } from '../explain/wording.ts';
import type { Difference } from './differences.ts';
import { framed, rootOf } from './frame.ts';
import type { Json } from './json.ts';
import { itemLabel, whatLabel } from './labels.ts';
import { shortened } from './shorten.ts';
import type { BothTitles } from './titles.ts';
import { apart, restOf, wordsOf } from './words.ts';

/**
 * A difference in a sentence. `line`: what the line is called that it stands in, null for what belongs to the whole
 * table: “被效能告诫”分值由 12 改为 10, 评选“优秀”比例由 15% 改为 20%.
 */
export function sayDifference(difference: Difference, line: Wording | null, titles: BothTitles): Wording {
  return framed(difference.trail, 1, line, titles.before, tailOf(difference, rootOf(line), titles));
}

function tailOf({ trail, kind, before, after }: Difference, root: string, titles: BothTitles): Wording {
  const what = whatLabel(trail, root, titles.before);
  const last = trail.at(-1) ?? { key: '' };
  const key = 'key' in last ? last.key : last.list;
  const say = 'list' in last && kind !== 'changed' ? restOf : wordsOf;
  const words = [say(before, key, titles.before), say(after, key, titles.after)] as const;
  const areAlike = kind === 'changed' && words[0].zh === words[1].zh;
  const [was, is] = areAlike ? [asWritten(before), asWritten(after)] : shortened(...words);
  switch (kind) {
    case 'changed':
      return {
        zh: `${what.zh}由${apart(was.zh)}改为${apart(is.zh).trimEnd()}`,
        en: `${what.en} changed from ${was.en} to ${is.en}`.trim(),
      };
    case 'added':
      return { zh: `新增${told(what.zh, is.zh, '：')}`, en: `added ${told(what.en, is.en, ': ')}` };
    case 'removed':
      return { zh: `删去${told(what.zh, was.zh, '：')}`, en: `removed ${told(what.en, was.en, ': ')}` };
    case 'moved': {
      const follows = after === undefined ? null : itemLabel(key, after, 0, titles.after);
      return {
        zh: `${what.zh}${follows ? `移到${follows.zh}之后` : '移到最前'}`,
        en: `${what.en} moved ${follows ? `after ${follows.en}` : 'to the front'}`,
      };
    }
  }
}

/** Two expressions or codes may say the same in words: then they are told as they stand in the text. */
function asWritten(value: Json | undefined): Wording {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { zh: `“${text}”`, en: `“${text}”` };
}

const told = (what: string, words: string, colon: string): string => [what, words].filter(Boolean).join(colon);
