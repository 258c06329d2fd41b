import type { CompiledGroup, CompiledRubric } from './compile.ts';
import { type Exact, ZERO, add, toDecimal } from './exact.ts';
import type { GroupScore, LeafScore } from './scorecard.ts';

/** A leaf's line and, still exact, the interval that its groups sum. */
export interface ScoredLeaf {
  line: LeafScore;
  floor: Exact;
  ceiling: Exact;
}

interface Sum {
  floor: Exact;
  ceiling: Exact;
  leaves: number;
  settled: number;
  coverable: number;
  covered: number;
}

/** Sums of the leaves, which stand in the table's order, for the whole and every group. Nothing is rounded. */
export function sumUp(
  rubric: CompiledRubric,
  scored: readonly ScoredLeaf[],
): { total: GroupScore; groups: GroupScore[] } {
  const sums = new Map<CompiledGroup, Sum>();
  rubric.leaves.forEach(({ ancestors }, index) => {
    const leaf = scored[index];
    if (leaf) for (const group of ancestors) sums.set(group, including(sums.get(group) ?? NOTHING, leaf));
  });
  const scoreOf = (group: CompiledGroup): GroupScore => {
    const { floor, ceiling, ...counts } = sums.get(group) ?? NOTHING;
    const figures = { points: group.pointsText, floor: toDecimal(floor), ceiling: toDecimal(ceiling) };
    return { id: group.id, ...figures, ...counts };
  };
  return { total: scoreOf(rubric.total), groups: rubric.groups.map(scoreOf) };
}

const NOTHING: Sum = { floor: ZERO, ceiling: ZERO, leaves: 0, settled: 0, coverable: 0, covered: 0 };

const including = (sum: Sum, { line, floor, ceiling }: ScoredLeaf): Sum => ({
  floor: add(sum.floor, floor),
  ceiling: add(sum.ceiling, ceiling),
  leaves: sum.leaves + 1,
  settled: sum.settled + (line.settled ? 1 : 0),
  coverable: sum.coverable + (line.evidence === null ? 0 : 1),
  covered: sum.covered + (line.evidence ? 1 : 0),
});
