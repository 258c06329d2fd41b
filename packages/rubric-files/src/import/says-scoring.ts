import type { Said } from '../grid.ts';
import type { ReportEntry } from '../report.ts';
import { leftOfNote } from '../draft/note-left.ts';
import { bare } from './wording.ts';

/** Words by which a sentence may change a figure, a grade, or whether there is one at all. */
const SCORING = [
  String.raw`否决`,
  String.raw`[\d零]分(?![钟之部类组管页册公局会])`,
  String.raw`不(?:得|予?[计记])分`,
  String.raw`满分|扣完|倒扣|酌情[扣加减]|[扣加减]分|得分|总分|平均分`,
  String.raw`[扣加减]\d`,
  String.raw`[评定列认降]为`,
  String.raw`等次(?!:|$)|评[优先]|优秀|良好|合格|称职|达标`,
  String.raw`权重|按比例`,
].join('|');
const SAYS = new RegExp(SCORING);

/** Whether a text outside the table says anything of scoring, grades or a veto, beyond what the whole is worth. */
export function saysScoring(text: string): boolean {
  const plain = bare(text).replace(/^\((.*)\)$/, '$1');
  return SAYS.test(plain) && leftOfNote(plain, []).length > 0;
}

/** The texts that say anything of scoring, which are read as notes, and the others, which are told as left aside. */
export function sortedSaid(said: readonly Said[]): { notes: Said[]; report: ReportEntry[] } {
  const notes = said.filter(({ text }) => saysScoring(text));
  const aside = said.filter(({ text }) => !saysScoring(text) && !PAPER.test(bare(text)));
  return { notes, report: [...notes.map(asNote), ...aside.map(leftAside)] };
}

/** Page numbers, and the imprint of an export of ours. */
const PAPER = /^(?:\S{1,40}版内容SHA-256[0-9a-f]*)?(?:[-—第]?\d*页?[,/]?共?\d*页?[-—]?)$/;

const asNote = ({ text, place }: Said): ReportEntry => ({
  kind: 'guessed',
  place,
  zh: `“${text}”：作备注读入`,
  en: `“${text}”: read as a note`,
});

const leftAside = ({ text, place }: Said): ReportEntry => ({
  kind: 'left-aside',
  place,
  zh: `“${text}”`,
  en: `“${text}”`,
});
