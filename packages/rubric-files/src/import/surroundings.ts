import { isNote } from './headings.ts';
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

/** The notes among the paragraphs after a table: from 备注 on to the next empty paragraph or the imprint. */
export function notesOf(after: readonly string[]): string[] {
  const notes: string[] = [];
  let within = false;
  for (const paragraph of after.map((text) => text.trim())) {
    if (isNote(paragraph)) within = true;
    else if (paragraph === '' || IMPRINT.test(paragraph)) within = false;
    if (within && noteText(paragraph) !== '') notes.push(noteText(paragraph));
  }
  return notes;
}

/** A note without the word that announces it. */
const noteText = (paragraph: string): string => paragraph.replace(/^(?:备\s*注|附注|注释|注|说\s*明)\s*[:：]\s*/, '');
