import type { Leaf } from '@mofan/rubric/rubric';
import type { OutlineNode } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import type { Veto } from './vetoes.ts';

/** The line's id as the draft has it, and the same as a code. */
export interface Called {
  id: string;
  code: string;
}

/** What was made of a line: `sure` where its own words leave no choice, else a guess. */
export interface Reading {
  rule: Pick<Leaf, 'from' | 'steps'>;
  sure: boolean;
  quotes: readonly string[];
  zh: string;
  en: string;
}

/** What the report says of a line: how it was read, out of which words, and which words nothing was read from. */
export function entryOf(
  node: OutlineNode,
  id: string,
  reading: Reading,
  veto: Veto | null,
  left: readonly string[],
): ReportEntry {
  const quoted = (quotes: readonly string[]) => quotes.map((quote) => `“${quote}”`).join('、');
  const { quotes, zh, en } = reading;
  const from = quotes.length === 0 ? '' : `：${quoted(quotes)}`;
  const vetoed = veto
    ? { zh: `；“${veto.quote}”拟为否决全表`, en: `; “${veto.quote}” vetoes the whole` }
    : { zh: '', en: '' };
  const open =
    left.length === 0
      ? { zh: '', en: '' }
      : {
          zh: `；${quoted(left)}没有读入，须写进计分规则`,
          en: `; not read, to be put into its rule: ${quoted(left)}`,
        };
  return {
    kind: left.length > 0 ? 'not-understood' : reading.sure && !veto ? 'understood' : 'guessed',
    place: node.place,
    zh: `${id}：${zh}${from}${vetoed.zh}${open.zh}`,
    en: `${id}: ${en}${from === '' ? '' : `: ${quoted(quotes)}`}${vetoed.en}${open.en}`,
  };
}
