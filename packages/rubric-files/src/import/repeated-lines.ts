import type { OutlineNode } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { bare } from './wording.ts';

/** Lines of one group that say the same: as likely a row that was copied and not changed. */
export const repeatedLines = (parts: readonly OutlineNode[]): ReportEntry[] =>
  parts.flatMap((node, at) => {
    if (node.children.length > 0) return repeatedLines(node.children);
    const before = parts.slice(0, at).find((each) => each.children.length === 0 && bare(each.text) === bare(node.text));
    return before ? [repeated(node, before)] : [];
  });

const repeated = ({ place, number, text }: OutlineNode, before: OutlineNode): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `${number} ${text}：与 ${before.number} 的文字相同，是否重复须由人确认`,
  en: `${number} ${text}: the same as ${before.number}; whether it is a repetition has to be settled`,
});
