import { readChineseNumeral } from '../office/chinese-numeral.ts';
import { saysScoring } from '../import/says-scoring.ts';
import { narrow } from '../import/wording.ts';
import type { PrintedTables } from '../outline.ts';
import { GRADE_WORD } from './grade-words.ts';
import { vetoIn } from './vetoes.ts';

/** What the whole and its parts are worth, and nothing else. */
const WORTHS = /^[^,扣加减定评]{0,12}(?:满分|总分|合计)(?:为|是|共)?[1-9]\d*分(?:,[^扣加减定评]{0,30})?$/;
const ROUNDED = /^.{0,8}保留([一二两三四\d])位小数$/;

/**
 * Whether a sentence of an export's note says no more than the rules printed behind the table: it grades, and its grades and figures stand
 * there, and its veto does word for word. What says nothing of scoring, or only what things are worth, needs no rule.
 */
export function saidInPrint(sentence: string, { groups, whole, scale, grades, rounding }: PrintedTables): boolean {
  const plain = narrow(sentence);
  if (!saysScoring(plain) || WORTHS.test(plain)) return true;
  const rows = [whole, scale, grades, rounding, ...groups.values()];
  const printed = narrow(rows.map((row) => row?.text ?? '').join('\n'));
  const veto = vetoIn(plain, '');
  if (veto) return printed.includes(veto.quote);
  const [, places] = ROUNDED.exec(plain) ?? [];
  if (places !== undefined)
    return printed.includes(`保留${readChineseNumeral(places.replace('两', '二')) ?? places}位小数`);
  const words = plain.match(WORDS) ?? [];
  const has = new Set(printed.match(WORDS));
  return words.some((word) => !/^\d/.test(word)) && words.every((word) => has.has(word));
}

/** Grades and figures. */
const WORDS = new RegExp(`${GRADE_WORD}|\\d+(?:\\.\\d+)?`, 'g');
