import { exact, written } from '@mofan/rubric/exact';
import type { Scorecard } from '@mofan/rubric/scorecard';

/** A figure by its name in an expectation: a line's id, `total`, `grade`, `grade ID`, or `follows ID`. */
export function figureOf(card: Scorecard, key: string): string {
  if (key.startsWith('follows ')) return followsOf(card, key.split(' ')[1]);
  const [graded, id = 'total'] = key.startsWith('grade') ? [true, key.split(' ')[1]] : [false, key];
  const all = [...card.leaves, ...card.groups, ...(card.figures ?? [])];
  const line = id === 'total' ? card.total : all.find((each) => each.id === id);
  if (!line) return 'no such line';
  if (graded) return line.grade ?? 'none';
  if (line.outcome) return `${line.outcome.kind}: ${line.outcome.reason}`;
  return line.floor === line.ceiling ? line.floor : `${line.floor}–${line.ceiling}`;
}

function followsOf({ follows = [] }: Scorecard, id: string | undefined): string {
  const found = follows.find((each) => each.id === id);
  if (!found) return 'no';
  return found.open ? 'open' : (found.due ?? found.floor ?? 'yes');
}

/** "7.50" and "15/2" are one number. */
export const normal = (value: string): string => (/^-?[\d./]+$/.test(value) ? written(exact(value)) : value);

/** The reasons for which facts were refused. */
export const refusalsOf = ({ leaves, groups, total, figures = [] }: Scorecard): string[] =>
  [...leaves, ...groups, total, ...figures].flatMap(({ contributions = [] }) =>
    contributions.flatMap((each) => (each.kind === 'refused' ? [each.reason] : [])),
  );
