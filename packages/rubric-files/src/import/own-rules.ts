import type { Outline } from '../outline.ts';
import { nodesOf } from '../outline.ts';
import type { ReportEntry } from '../report.ts';

const AMOUNT = String.raw`\s*\d+(?:\.\d+)?(?:\s*[-—–~至]\s*\d+(?:\.\d+)?)?\s*分`;
/** Phrases that say how a line is scored beyond its points. The longer comes first: of two at one place it is taken. */
const PHRASES = [
  String.raw`一票否决`,
  String.raw`(?:酌情|酌|适当|视情|视情况)[扣加减]\s*分`,
  String.raw`扣完为止`,
  String.raw`(?:最多|最高|累计|总计|至多)(?:不超过|可)?[扣加减得]?(?:分不超过)?${AMOUNT}`,
  String.raw`(?:最多|最高|累计|总计|至多)[扣加减]`,
  String.raw`[每一](?:[^，。；;、\s\d]{1,10})[扣加减得]${AMOUNT}`,
  String.raw`[扣加减]${AMOUNT}`,
  String.raw`(?:不得少于|不少于|不低于|至少|达到)\s*\d+(?:\.\d+)?\s*(?:人次|次|件|篇|场|期|人|个|天|学时|条|项|[%％])`,
  String.raw`不(?:得|予?计)分`,
];
const PATTERN = new RegExp(PHRASES.join('|'), 'g');

/** The phrases of a text that make a rule of their own: 每例扣1分, 酌情扣分, 不少于12次, 一票否决 … */
export const rulePhrases = (text: string): string[] => [...new Set(text.match(PATTERN) ?? [])];

/** Names the lines whose rule a person must write, and the notes, which speak of scoring for the whole table. */
export function ownRules({ children, notes }: Pick<Outline, 'children' | 'notes'>, table: string): ReportEntry[] {
  const lines = [...nodesOf(children)].filter((node) => node.children.length === 0);
  const ruled = lines.flatMap(({ number, text, place, extra }): ReportEntry[] => {
    const phrases = rulePhrases([text, ...Object.values(extra)].join('\n'));
    if (phrases.length === 0) return [];
    const said = phrases.map((phrase) => `“${phrase}”`).join('、');
    return [
      {
        kind: 'guessed',
        place,
        zh: `${number} 写有${said}，这一条有自己的计分规则，须用规则语言写明`,
        en: `${number} says ${said}: the line has a rule of its own, to be written in the rule language`,
      },
    ];
  });
  return [...ruled, ...notes.map((note) => aboutNote(note, table))];
}

const aboutNote = (note: string, place: string): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `备注“${note}”须写成计分规则`,
  en: `the note “${note}” must be put into rules`,
});
