import type { Said } from '../grid.ts';
import { isNote, isSignature } from './headings.ts';
import { saysScoring } from './says-scoring.ts';
import { linesOf, narrow } from './wording.ts';

const NO_TITLE =
  /^(附件|附表|附)\s*\d*\s*[::]?|^(填报|被考核|考核|受检|部门|单位)[^::]{0,8}[::]|^[(（].*[)）]$|^\d{4}年\d{1,2}月/;
const NAMES_TABLE = /(表|指标|指标体系|标准|办法|细则|体系|方案|清单)(（.*）|\(.*\))?$/;
/** A title of some lines; what is longer is a text before the table. */
const LONGEST = 300;
const IMPRINT = /印发$|^\S*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/;

/** The paragraph before a table that names it: the last that ends like a name, else the last that may be one. */
export function titleOf(before: readonly string[]): string | null {
  const candidates = before
    .map((paragraph) => linesOf(paragraph).join(''))
    .filter((text) => text !== '' && text.length <= LONGEST)
    .slice(-5);
  const named = candidates.filter((text) => !NO_TITLE.test(narrow(text)));
  return named.findLast((text) => NAMES_TABLE.test(text)) ?? named.at(-1) ?? null;
}

/**
 * The notes of a table: what stands below it `noted`, and of the paragraphs `after` it those from 备注 on to the next empty
 * one, the imprint or a signature, and each that says anything of scoring.
 */
export function notesOf(noted: readonly string[], after: readonly string[]): string[] {
  const notes: string[] = [];
  let within = false;
  const read = (paragraph: string, always: boolean) => {
    if (isNote(paragraph)) within = true;
    else if (paragraph === '' || IMPRINT.test(paragraph) || isSignature(paragraph)) within = false;
    else if (always) within = true;
    if ((within || saysScoring(paragraph)) && noteText(paragraph) !== '') notes.push(noteText(paragraph));
  };
  for (const text of noted) read(text.trim(), true);
  for (const text of after) read(text.trim(), false);
  return notes;
}

/** A note without the word that announces it. */
export const noteText = (paragraph: string): string =>
  paragraph.replace(/^(?:备\s*注|附注|注释|注|说\s*明)\s*[:：]\s*/, '');

/** The paragraphs before a table that say anything of scoring. */
export const sayingBefore = (before: readonly string[], title: string | null): Said[] =>
  before
    .map((paragraph) => ({ text: linesOf(paragraph).join(''), place: '表前' }))
    .filter(({ text }) => text !== title && saysScoring(text));
