import type { Wording } from '@mofan/rubric/explain/wording';
import { asideName, asideWording } from '../printed-rule/aside.ts';
import { type ReadRule, isWhole } from '../printed-rule/read-rule.ts';
import type { ReportEntry } from '../report.ts';

/** What a printed rule gave: read as it stands, each part that is left aside by its name, and what no sentence is. */
export function printedReport(id: string, place: string, read: ReadRule, instead: string): ReportEntry[] {
  const aside = read.aside.map((each): ReportEntry => {
    const { zh, en } = asideWording(each);
    return { kind: 'left-aside', place, zh: `${id}：${zh}`, en: `${id}: ${en}` };
  });
  if (isWhole(read)) return [asPrinted(id, place, read), ...aside];
  const unused = read.sentences.map((line): ReportEntry => ({ kind: 'left-aside', place, ...notUsed(id, line) }));
  const quoted = read.unknown.map((line) => `“${line}”`).join('、');
  const unknown = quoted === '' ? { zh: '', en: '' } : { zh: `，未读懂${quoted}`, en: `, not understood: ${quoted}` };
  const open: ReportEntry = {
    kind: 'not-understood',
    place,
    zh: `${id}：印出的规则不能全部读入${unknown.zh}；${instead}，须人工写明`,
    en: `${id}: the printed rule cannot be read in full${unknown.en}; it has to be written by hand`,
  };
  return [open, ...aside, ...unused];
}

/** A figure whose rule is read, but not what else is printed of it: a condition, say. */
function asPrinted(id: string, place: string, { aside }: ReadRule): ReportEntry {
  const [zh, en] = [`${id}：按印出的规则`, `${id}: by the rule that is printed`];
  if (aside.length === 0) return { kind: 'understood', place, zh, en };
  const names = [...new Set(aside.map(({ name }) => name))].map(asideName);
  return {
    kind: 'not-understood',
    place,
    zh: `${zh}，但其中的${names.map((each) => each.zh).join('、')}没有读入，须人工写明`,
    en: `${en}, without what no import reads and has to be written by hand: ${names.map((each) => each.en).join(', ')}`,
  };
}

const notUsed = (id: string, line: string): Wording => ({
  zh: `${id}：其余规则不全，这一句也未采用：${line}`,
  en: `${id}: this sentence is not used either, for the rest is missing: ${line}`,
});
