import type { CompiledLine, CompiledRubric } from './compiled.ts';
import { compare } from './exact.ts';
import { followsFrom } from './field/consequences.ts';
import { type Figure, onlyRank, writtenEnds } from './figure.ts';
import type { InputRead } from './input-read.ts';
import type { Contribution } from './contribution.ts';
import type { Audience, GroupScore, LeafScore, Outcome, Scorecard } from './scorecard.ts';
import type { UnitState } from './unit-state.ts';

/** The figures of one unit as they are read, with the reasons beside each. */
export function scorecardOf(rubric: CompiledRubric, unit: UnitState, audience: Audience): Scorecard {
  const grades = rubric.table.grades.map(({ code }) => code);
  const leaves = rubric.leaves.map((leaf) => leafScore(leaf, unit, grades));
  const counts = countsOf(rubric, leaves);
  const { id, version } = rubric.table;
  const follows = followsFrom(rubric, unit);
  return {
    rubric: { id, version },
    audience,
    total: groupScore(rubric.total, unit, counts, grades),
    groups: rubric.groups.map((group) => groupScore(group, unit, counts, grades)),
    leaves,
    ...(rubric.figures.length > 0 && { figures: rubric.figures.map((leaf) => leafScore(leaf, unit, grades)) }),
    ...(follows.length > 0 && { follows }),
  };
}

function leafScore(leaf: CompiledLine, unit: UnitState, grades: readonly string[]): LeafScore {
  const figure = unit.figures[leaf.index]!;
  const marked = leaf.from.kind === 'mark';
  return {
    id: leaf.id,
    points: leaf.pointsText,
    ...endsOf(figure),
    settled: isSettled(leaf, figure, unit.said[leaf.index]!),
    byRule: !marked && leaf.from.kind !== 'votes',
    grade: onlyGrade(figure, grades),
    gradeAtMost: figure.rankAtMost === null ? null : (grades[figure.rankAtMost] ?? null),
    evidence: marked ? (unit.evidence.get(leaf.id)?.length ?? 0) : null,
    contributions: unit.said[leaf.index]!,
    ...inputsRead(leaf, unit),
    ...outcomeOf(figure),
  };
}

function groupScore(group: CompiledLine, unit: UnitState, counts: Counts, grades: readonly string[]): GroupScore {
  const figure = unit.figures[group.index]!;
  const said = unit.said[group.index]!;
  const grade = onlyGrade(figure, grades);
  return {
    id: group.id,
    points: group.pointsText,
    ...endsOf(figure),
    ...(counts.get(group) ?? { leaves: 0, settled: 0, coverable: 0, covered: 0 }),
    ...((group.graded || grade !== null) && { grade }),
    ...(grade === null && gradeRangeOf(figure, grades)),
    ...outcomeOf(figure),
    ...(said.length > 0 && { contributions: said }),
    ...inputsRead(group, unit),
  };
}

const inputsRead = ({ inputs }: CompiledLine, unit: UnitState): { inputs?: InputRead[] } =>
  inputs.length > 0 ? { inputs: inputs.map((read) => read(unit)) } : {};

type Counts = Map<CompiledLine, Pick<GroupScore, 'leaves' | 'settled' | 'coverable' | 'covered'>>;

function countsOf(rubric: CompiledRubric, leaves: readonly LeafScore[]): Counts {
  const counts: Counts = new Map();
  rubric.leaves.forEach(({ ancestors }, n) => {
    const { settled, evidence } = leaves[n]!;
    for (const group of ancestors) {
      const count = counts.get(group) ?? { leaves: 0, settled: 0, coverable: 0, covered: 0 };
      if (count.leaves === 0) counts.set(group, count);
      count.leaves += 1;
      if (settled) count.settled += 1;
      if (evidence !== null) count.coverable += 1;
      if (evidence) count.covered += 1;
    }
  });
  return counts;
}

/** An end that nothing limits is told as 0: the check of the table does not let such a line be published. */
function endsOf({ range }: Figure): { floor: string; ceiling: string } {
  const { floor, ceiling } = writtenEnds(range);
  return { floor: floor ?? '0', ceiling: ceiling ?? floor ?? '0' };
}

/** Where floor and ceiling meet, and the grade that a rule gives is one; reviewers may agree on points alone. */
function isSettled(
  { from, worth }: CompiledLine,
  { range: { low, high }, ranks, hold }: Figure,
  said: readonly Contribution[],
): boolean {
  if (hold) return hold.kind === 'not-applicable';
  const met = low !== null && high !== null && compare(low, high) === 0;
  const agreed = from.kind === 'mark' && worth !== 'none' && !said.some(({ kind }) => kind === 'open');
  return met && (ranks === null || onlyRank(ranks) !== null || agreed);
}

const onlyGrade = ({ ranks, hold }: Figure, grades: readonly string[]): string | null =>
  hold ? null : (grades[onlyRank(ranks) ?? -1] ?? null);

function gradeRangeOf({ ranks, hold }: Figure, grades: readonly string[]): Pick<GroupScore, 'gradeRange'> {
  const [best, worst] = [grades[ranks?.best ?? -1], grades[ranks?.worst ?? -1]];
  return hold || best === undefined || worst === undefined ? {} : { gradeRange: { best, worst } };
}

const outcomeOf = ({ hold }: Figure): { outcome?: Outcome } =>
  hold ? { outcome: { kind: hold.kind, reason: hold.reason } } : {};
