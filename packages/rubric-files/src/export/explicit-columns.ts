import { roleOf } from '../import/headings.ts';
import { type Counting, type Outline, type OutlineNode, defaultLevel } from '../outline.ts';
import { type ColumnPlan, nodesAt } from './layout.ts';

/** A column for each level, each title behind its id, and behind each level what its nodes are worth. */
export function explicitColumns(outline: Outline): ColumnPlan[] {
  const known = outline.levels.every(isHeading);
  return outline.levels.flatMap((heading, depth) =>
    levelColumns(outline, known ? heading : defaultLevel(depth), depth),
  );
}

const isHeading = (title: string): boolean => /^(level|standard)$/.test(roleOf(title) ?? '');

/** Whether names of levels come back as they are from the headings of a table: those that it makes up itself do not. */
export const areHeadings = (titles: readonly string[]): boolean =>
  titles.every((title) => isHeading(title) && /^\p{Script=Han}+$/u.test(title)) &&
  titles.some((title, depth) => title !== defaultLevel(depth));

function levelColumns({ levels, children }: Outline, heading: string, depth: number): ColumnPlan[] {
  const kind = depth === levels.length - 1 ? 'leaf' : 'level';
  const weighted = nodesAt(children, depth).some(({ weight }) => weight !== null);
  const weights: ColumnPlan = { heading: '权重', kind: 'figure', depth, textOf: ({ weight }) => weight ?? NOTHING };
  return [
    { heading, kind, depth, textOf: ({ number, text }) => (number === '' ? text : `${number}. ${text}`) },
    { heading: '分值', kind: 'figure', depth, textOf: worthOf },
    ...(weighted ? [weights] : []),
  ];
}

const NOTHING = '—';
const SIGNS: Record<Counting, string> = { points: '', bonus: '+', penalty: '扣', none: '' };

const worthOf = ({ points, counts }: OutlineNode): string => (points === null ? NOTHING : SIGNS[counts] + points);
