import { asideWording } from '../printed-rule/aside.ts';
import { type ReadRule, isWhole } from '../printed-rule/read-rule.ts';
import type { ReportEntry } from '../report.ts';

/** What a printed rule gave: read as it stands, each part that is left aside by its name, and what no sentence is. */
export function printedReport(id: string, place: string, read: ReadRule, instead: string): ReportEntry[] {
  const aside = read.aside.map((each): ReportEntry => {
    const { zh, en } = asideWording(each);
    return { kind: 'left-aside', place, zh: `${id}：${zh}`, en: `${id}: ${en}` };
  });
  if (isWhole(read)) return [{ kind: 'understood', place, ...AS_PRINTED(id) }, ...aside];
  const quoted = read.unknown.map((line) => `“${line}”`).join('、');
  const unknown = quoted === '' ? { zh: '', en: '' } : { zh: `，未读懂${quoted}`, en: `, not understood: ${quoted}` };
  const open: ReportEntry = {
    kind: 'not-understood',
    place,
    zh: `${id}：印出的规则不能全部读入${unknown.zh}；${instead}，须人工写明`,
    en: `${id}: the printed rule cannot be read in full${unknown.en}; it has to be written by hand`,
  };
  return [open, ...aside];
}

const AS_PRINTED = (id: string) => ({ zh: `${id}：按印出的规则`, en: `${id}: by the rule that is printed` });
