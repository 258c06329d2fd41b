import type { MarkFact } from '../facts.ts';
import type { Origins } from './origins.ts';
import { ratingOf } from './rating.ts';
import type { UnitInFile } from './shape.ts';

type Written = UnitInFile['marks'];
type Long = Extract<Written, readonly unknown[]>[number];
type Short = Exclude<Written, readonly unknown[]>[string];
type Given = Exclude<Short, readonly unknown[]> | Extract<Short, readonly unknown[]>[number];

/** Marks in the long form; or by line, one mark that is final, or a list of several assessors' marks that are not. */
export const marksOf = ({ marks }: UnitInFile, origins: Origins): MarkFact[] =>
  Array.isArray(marks)
    ? marks.map((mark, n) => longMark(mark, n, origins))
    : Object.entries(marks).flatMap(([criterion, given]) => ofLine(criterion, given, origins));

function longMark({ id, discretion, rater, group, ...mark }: Long, n: number, origins: Origins): MarkFact {
  return { id: origins.note('marks', id ?? `mark-${n + 1}`, [n]), ...mark, ...stated({ discretion, rater, group }) };
}

function ofLine(criterion: string, given: Short, origins: Origins): MarkFact[] {
  if (!Array.isArray(given))
    return [{ id: origins.note('marks', `mark-${criterion}`, [criterion]), ...markOf(criterion, given, true) }];
  return given.map((each, n) => ({
    id: origins.note('marks', `mark-${criterion}-${n + 1}`, [criterion, n]),
    ...markOf(criterion, each, false),
  }));
}

function markOf(criterion: string, given: Given, final: boolean): Omit<MarkFact, 'id'> {
  const { grade = '', points = '' } = ratingOf(given);
  if (typeof given === 'string') return { criterion, grade, points, final };
  const { grade: _, points: __, final: isFinal = final, ...more } = { final: undefined, ...given };
  return { criterion, grade, points, final: isFinal, ...stated(more) };
}

/** Without what is not stated. */
const stated = (more: {
  discretion?: boolean | undefined;
  rater?: string | undefined;
  group?: string | undefined;
}): Pick<MarkFact, 'discretion' | 'rater' | 'group'> => ({
  ...(more.discretion !== undefined && { discretion: more.discretion }),
  ...(more.rater !== undefined && { rater: more.rater }),
  ...(more.group !== undefined && { group: more.group }),
});
