import { type Counting, type OutlineNode, nodesOf } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { bare } from './wording.ts';

const TITLE = /^.{0,6}?(?:(?<bonus>加分|附加分|奖励分)|扣分|减分)(?:项目?|指标|事项|内容)?$/;

/**
 * A group that its title announces as 加分项 or 扣分项 comes on top of the full marks, or off them, with all that is in it;
 * points that it states are its limit. Told as a guess.
 */
export function countAnnounced(children: readonly OutlineNode[]): ReportEntry[] {
  return children.flatMap((node) => {
    const match = TITLE.exec(bare(node.text));
    if (!match || node.children.length === 0) return countAnnounced(node.children);
    const counts = match.groups?.['bonus'] === undefined ? 'penalty' : 'bonus';
    for (const each of [node, ...nodesOf(node.children)]) if (each.counts === 'points') each.counts = counts;
    return [told(node, counts)];
  });
}

function told({ place, text }: OutlineNode, counts: Counting): ReportEntry {
  const [zh, en] = counts === 'bonus' ? ['另加', 'comes on top'] : ['另扣', 'comes off'];
  return {
    kind: 'guessed',
    place,
    zh: `“${text}”：这一组的分值不计入满分，${zh}`,
    en: `“${text}”: what the group is worth is not among the full marks but ${en}`,
  };
}
