import type { Counting, OutlineNode } from '../outline.ts';
import type { ReportEntry } from '../report.ts';

/**
 * What a group and its parts say of each other: the parts of a bonus (加分) or a penalty (扣分) are such too, and a group of
 * nothing but bonuses, or of penalties, is one itself, of what nowhere counts (不计分) it counts nowhere. A group of both is
 * worth nothing of its own, so that both count. `weightBased`: parts without a weight count only on top, so that the parts
 * of such a group take its place.
 */
export function settleCounting(children: OutlineNode[], weightBased: boolean): ReportEntry[] {
  const report: ReportEntry[] = [];
  for (const node of children.slice()) {
    if (node.children.length === 0) continue;
    if (node.counts === 'bonus' || node.counts === 'penalty') countAs(node.counts, node.children);
    report.push(...settleCounting(node.children, weightBased));
    if (node.counts !== 'points') continue;
    const kinds = new Set(node.children.map(({ counts }) => counts).filter((counts) => counts !== 'none'));
    const [only] = kinds;
    if (kinds.has('points') || (only === undefined && node.points !== null)) continue;
    if (kinds.size <= 1) node.counts = only ?? 'none';
    else report.push(...settleBoth(node, children, weightBased));
  }
  return report;
}

function countAs(counts: Counting, parts: readonly OutlineNode[]): void {
  for (const part of parts) if (part.counts === 'points') part.counts = counts;
}

function settleBoth(node: OutlineNode, siblings: OutlineNode[], weightBased: boolean): ReportEntry[] {
  const { points } = node;
  node.points = '0';
  if (weightBased) siblings.splice(siblings.indexOf(node), 1, ...node.children);
  return [...(points === null ? [] : [ofBoth(node, points)]), ...(weightBased ? [lifted(node)] : [])];
}

const lifted = ({ place, text }: OutlineNode): ReportEntry => ({
  kind: 'guessed',
  place,
  zh: `“${text}”只有加分和扣分，没有权重：各条直接列入上一级`,
  en: `“${text}” has bonuses and penalties alone and no weight: its parts stand beside it`,
});

const ofBoth = ({ place, text }: OutlineNode, points: string): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `${text}：写明 ${points} 分，但下级只有加分和扣分，未采用`,
  en: `${text}: ${points} points are stated, but its parts are bonuses and penalties alone: not taken`,
});
