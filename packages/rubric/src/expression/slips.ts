import type { Wording } from '../explain/wording.ts';

/** Signs of a Chinese keyboard and of print, what they are called, and what an expression has in their place. */
const SIGNS: readonly (readonly [signs: string, called: Wording, instead: string])[] = [
  ['，、', { zh: '中文逗号，请用英文逗号', en: 'a Chinese comma' }, ','],
  ['（【', { zh: '中文括号，请用英文括号', en: 'a Chinese bracket' }, '('],
  ['）】', { zh: '中文括号，请用英文括号', en: 'a Chinese bracket' }, ')'],
  ['‘’“”「」『』＇＂', { zh: '中文引号，请用英文引号', en: 'a Chinese quotation mark' }, "'"],
  ['≥', { zh: '数学符号，请写成', en: 'no sign of the language' }, '>='],
  ['≤', { zh: '数学符号，请写成', en: 'no sign of the language' }, '<='],
  ['≠', { zh: '数学符号，请写成', en: 'no sign of the language' }, '!='],
  ['×＊', { zh: '乘号，请写成', en: 'no sign of the language' }, '*'],
  ['÷／', { zh: '除号，请写成', en: 'no sign of the language' }, '/'],
  ['－−–—', { zh: '中文减号，请用英文减号', en: 'a dash' }, '-'],
  ['且和与&', { zh: '“并且”，请写成', en: 'no word of the language' }, 'and'],
  ['或|', { zh: '“或者”，请写成', en: 'no word of the language' }, 'or'],
  ['非不!！', { zh: '“不”，请写成', en: 'no word of the language' }, 'not'],
];

/** Why no word of the language begins at a place of an expression, and what to write there. */
export function unreadable(source: string, at: number): Wording {
  const sign = String.fromCodePoint(source.codePointAt(at) ?? 0x20);
  if (sign === "'" || sign === '"') return { zh: '引号没有关上', en: 'the quotation mark is not closed' };
  const [, called, instead] = SIGNS.find(([signs]) => signs.includes(sign)) ?? [];
  if (called) return { zh: `“${sign}”是${called.zh} ${instead}`, en: `“${sign}” is ${called.en}: write ${instead}` };
  const half = sign.normalize('NFKC');
  if (half !== sign && /^[\x21-\x7e]$/.test(half))
    return { zh: `“${sign}”是全角字符，请用半角的 ${half}`, en: `“${sign}” is full-width: write ${half}` };
  const [title] = /^\p{Script=Han}+/u.exec(source.slice(at)) ?? [];
  if (title !== undefined)
    return {
      zh: `“${title}”看不懂：算式中不写名称，要写代码`,
      en: `“${title}” is not understood: an expression has codes, not titles`,
    };
  return { zh: `“${sign}”看不懂`, en: `“${sign}” is not understood` };
}
