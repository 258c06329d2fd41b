import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { evaluate } from '../evaluate.ts';
import { type Exact, ZERO, add, compare, written } from '../exact.ts';
import { isLeftOut } from '../figure.ts';
import { openUnit } from '../score.ts';
import { isPlainSum } from '../sources/not-yet-whole.ts';
import { linesOf } from '../tree.ts';
import type { UnitState } from '../unit-state.ts';
import type { Finding } from './finding.ts';

/**
 * Groups that state their points, are more than the sum of their parts and may come to more than can be had: with all their parts, or once
 * those that may be left out (不适用) are gone and there is less to be had. What may be is wider than what will be, so
 * that somebody has to look.
 */
export function lintGroups(rubric: CompiledRubric, widest: UnitState): Finding[] {
  const stated = new Set(linesOf(rubric.table).flatMap(({ id, points }) => (points === undefined ? [] : [id])));
  const groups = [rubric.total, ...rubric.groups].filter(
    ({ id, steps, from }) => stated.has(id) && (steps.length > 0 || !isSum(from)),
  );
  if (groups.length === 0) return [];
  const found = groups.flatMap((group) => beyond(group, widest, []));
  const leaving = [...rubric.leaves].filter(mayBeLeftOut);
  if (leaving.length === 0) return found;
  const least = leastOf(rubric, leaving);
  const known = new Set(found.flatMap(({ leaves }) => leaves));
  return [
    ...found,
    ...groups
      // the whole may scale itself up again: no sum takes it for less
      .filter((group) => group !== rubric.total && !known.has(group.id))
      .flatMap((group) => {
        const gone = leaving.filter(({ ancestors }) => ancestors.includes(group)).map(({ id }) => id);
        return gone.length > 0 ? beyond(group, least, gone) : [];
      }),
  ];
}

const isSum = (from: CompiledLine['from']): boolean => from.kind === 'combine' && isPlainSum(from);

function beyond(group: CompiledLine, unit: UnitState, without: string[]): Finding[] {
  const figure = unit.figures[group.index]!;
  const { low, high } = figure.range;
  if (figure.hold || !low || !high) return [];
  const top = onTop(group, unit);
  const inside = compare(low, top.low) >= 0 && compare(high, add(figure.full, top.high)) <= 0;
  return inside
    ? []
    : [
        {
          code: 'group.beyond-points',
          points: written(figure.full),
          from: written(low),
          to: written(high),
          without,
          leaves: [group.id],
        },
      ];
}

/** What stands beside the points of a group, on every level: so much may be taken off, so much may come on top. */
function onTop({ children }: CompiledLine, unit: UnitState): { low: Exact; high: Exact } {
  let [low, high] = [ZERO, ZERO];
  for (const child of children) {
    if (isLeftOut(unit.figures[child.index]!)) continue;
    const beside = child.worth === 'bonus' || child.worth === 'penalty';
    const more = beside ? { low: child.natural.low!, high: child.natural.high! } : onTop(child, unit);
    [low, high] = [add(low, more.low), add(high, more.high)];
  }
  return { low, high };
}

const excludes = ({ steps }: CompiledLine): boolean => steps.some((step) => step.kind === 'gate' && step.exclude);
const mayBeLeftOut = (line: CompiledLine): boolean => line.notApplicable === 'exclude' || excludes(line);

/** The table computed for a unit to which nothing applies that may be left out. */
function leastOf(rubric: CompiledRubric, leaving: readonly CompiledLine[]): UnitState {
  const unit = openUnit(leaving.filter(({ notApplicable }) => notApplicable === 'exclude').map(({ id }) => id));
  evaluate(
    { ...rubric, inOrder: rubric.inOrder.map((line) => (excludes(line) ? withoutIt(line) : line)) },
    [unit],
    false,
  );
  return unit;
}

const withoutIt = (line: CompiledLine): CompiledLine => ({
  ...line,
  steps: line.steps.map((step) => (step.kind === 'gate' && step.exclude ? { ...step, when: () => true } : step)),
});
