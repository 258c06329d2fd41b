import type { CompiledLine, CompiledRaters } from '../compiled.ts';
import { ZERO, compare, max, min, subtract, written } from '../exact.ts';
import { writtenEnds } from '../figure.ts';
import { type Interval, point } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';
import { type Part, combineParts } from './combine.ts';
import type { ValidMark } from './read-mark.ts';

/**
 * Several assessors' marks as one: each group's marks are combined, the groups by their shares. null while marks may
 * still come or a group has too few. Marks further apart than the table allows raise an alert and still count.
 */
export function combineMarks(
  line: CompiledLine,
  raters: CompiledRaters,
  marks: readonly ValidMark[],
  unit: UnitState,
): Interval | null {
  alertSpread(line, raters, marks, unit);
  const groups = raters.shares.length > 0 ? raters.shares : [{ id: '', share: { n: 1, d: 1 } }];
  const parts: Part[] = [];
  for (const { id, share } of groups) {
    const mine = marks.filter(({ mark }) => id === '' || mark.group === id);
    if (mine.length < Math.max(raters.least, 1)) return null;
    parts.push({ id, range: ofGroup(line, raters, id, mine, unit), share });
  }
  const { range } =
    groups.length === 1
      ? parts[0]!
      : combineParts({ kind: 'combine', by: 'weighted', best: null, better: 'highest', drop: [] }, parts);
  if (groups.length > 1) say(line, 'weighted', parts, new Set(parts.keys()), range, unit);
  return unit.facts.recordingClosed ? range : null;
}

function ofGroup(
  line: CompiledLine,
  { combine }: CompiledRaters,
  group: string,
  marks: readonly ValidMark[],
  unit: UnitState,
) {
  const parts = marks.map(({ mark, points }): Part => ({ id: mark.id, range: point(points ?? ZERO), share: null }));
  const { range, counted } = combineParts(combine, parts);
  say(line, group === '' ? combine.by : `${combine.by} ${group}`, parts, counted, range, unit);
  return range;
}

function say(
  line: CompiledLine,
  by: string,
  parts: readonly Part[],
  counted: ReadonlySet<number>,
  range: Interval,
  unit: UnitState,
): void {
  const told = parts.map(({ id, range: { low }, share }, n) => {
    const points = low ? written(low) : '';
    return { id, floor: points, ceiling: points, weight: share && written(share), counted: counted.has(n) };
  });
  unit.said[line.index]!.push({ kind: 'combined', by, parts: told, ...writtenEnds(range), rulings: line.rulings.mark });
}

function alertSpread(
  line: CompiledLine,
  { spread }: CompiledRaters,
  marks: readonly ValidMark[],
  unit: UnitState,
): void {
  if (!spread || marks.length < 2) return;
  const points = marks.map((mark) => mark.points ?? ZERO);
  const apart = subtract(points.reduce(max), points.reduce(min));
  if (compare(apart, spread) > 0)
    unit.said[line.index]!.push({
      kind: 'alert',
      alert: 'raters.spread',
      text: written(apart),
      rulings: line.rulings.mark,
    });
}
