import { type Counting, type OutlineNode, nodesOf } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { bare } from './wording.ts';

const TITLE =
  /^.{0,6}?(?:(?<both>加减分|加扣分|奖惩分?|奖扣分?)|(?<bonus>加分|附加分|奖励分)|扣分|减分)(?:项目?|指标|事项|内容)?$/;

/**
 * A group that its title announces as 加分项 or 扣分项 comes on top of the full marks, or off them, with all that is in it;
 * points that it states are its limit. In a group of both (加减分) each line says itself which of them it is. Told as a
 * guess.
 */
export function countAnnounced(children: readonly OutlineNode[]): ReportEntry[] {
  return children.flatMap((node) => {
    const match = TITLE.exec(bare(node.text));
    if (!match || node.children.length === 0) return countAnnounced(node.children);
    if (match.groups?.['both'] !== undefined) return bothWays(node.children);
    const counts = match.groups?.['bonus'] === undefined ? 'penalty' : 'bonus';
    for (const each of [node, ...nodesOf(node.children)]) if (each.counts === 'points') each.counts = counts;
    return [told(node, counts)];
  });
}

/** A line that speaks of adding alone is a bonus, one that speaks of taking off alone a penalty; others are asked about. */
function bothWays(parts: readonly OutlineNode[]): ReportEntry[] {
  return parts.flatMap((node) => {
    const match = TITLE.exec(bare(node.text));
    if (node.children.length > 0) return match ? countAnnounced([node]) : bothWays(node.children);
    if (node.counts !== 'points') return [];
    const words = [node.text, ...Object.values(node.extra)].join(' ');
    const [adds, takes] = [/[加奖]/.test(words), /[扣减]/.test(words)];
    if (adds === takes) return [unclear(node)];
    node.counts = adds ? 'bonus' : 'penalty';
    return [told(node, node.counts)];
  });
}

const unclear = ({ place, text }: OutlineNode): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `“${text}”：加分还是扣分看不出来，须写明`,
  en: `“${text}”: whether it adds or takes off cannot be told and must be stated`,
});

function told({ place, text }: OutlineNode, counts: Counting): ReportEntry {
  const [zh, en] = counts === 'bonus' ? ['另加', 'comes on top'] : ['另扣', 'comes off'];
  return {
    kind: 'guessed',
    place,
    zh: `“${text}”：分值不计入满分，${zh}`,
    en: `“${text}”: what it is worth is not among the full marks but ${en}`,
  };
}
