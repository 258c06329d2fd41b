import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import type { UnitFacts } from '../facts.ts';
import type { Contribution } from '../contribution.ts';
import type { Scorecard } from '../scorecard.ts';
import type { Refusal } from './fact-refusal.ts';

/**
 * Facts of a unit that its scorecard had no use for though the table knows their lines: marks and ballots on a line that
 * is stated not to apply, and judgements where the rules asked for none. `card`: one that shows marks.
 */
export function unusedFacts(rubric: CompiledRubric, facts: UnitFacts, card: Scorecard): Refusal[] {
  const lines = new Map(rubric.inOrder.map((line) => [line.id, line]));
  const said = contributionsIn(card);
  const leftOut = new Set(said.flatMap(({ line, each }) => (each.kind === 'not-applicable' ? [line] : [])));
  const used = new Set(said.flatMap(({ each }) => ('fact' in each ? [each.fact] : [])));
  return [
    ...facts.marks.flatMap(({ id, criterion }) =>
      leftOut.has(criterion) ? [refusal('marks', id, 'mark.not-applicable', lines.get(criterion))] : [],
    ),
    ...(facts.tallies ?? []).flatMap(({ id, line }) =>
      leftOut.has(line) ? [refusal('tallies', id, 'votes.not-applicable', lines.get(line))] : [],
    ),
    ...(facts.decisions ?? []).flatMap(({ id, line }) =>
      lines.has(line) && !used.has(id) ? [refusal('decisions', id, unasked(lines.get(line)!), lines.get(line))] : [],
    ),
  ];
}

function contributionsIn({ leaves, figures = [], groups, total }: Scorecard): { line: string; each: Contribution }[] {
  return [...leaves, ...figures, ...groups, total].flatMap(({ id, contributions = [] }) =>
    contributions.map((each) => ({ line: id, each })),
  );
}

/** A judgement counts where a condition that holds asks for it. */
const unasked = ({ steps }: CompiledLine): string =>
  steps.some((step) => step.kind === 'gate' && step.ask !== null) ? 'decision.not-asked' : 'decision.never-asked';

const refusal = (part: Refusal['part'], id: string, reason: string, line: CompiledLine | undefined): Refusal => ({
  part,
  id,
  reason,
  line,
});
