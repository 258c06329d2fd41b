import type { CompiledRubric } from '../compiled.ts';
import type { Wording } from '../explain/wording.ts';
import type { GroupScore, LeafScore, Scorecard } from '../scorecard.ts';
import type { Change } from '../diff/diff.ts';
import { figuresOf, isSame } from './figures.ts';
import type { LineReasons } from './reasons.ts';
import { type TryWithout, aspectOf } from './trials.ts';

/** A line that gives a unit another figure under the other table; null: that table has no such line. */
export interface MovedLine {
  line: string;
  before: Wording | null;
  after: Wording | null;
  /** changes that are the reason, as places in the list of changes */
  because: number[];
  /** lines that its rule reads and that moved */
  follows: string[];
}

/** A table and the scorecards of all units under it. */
export interface Side {
  rubric: CompiledRubric;
  cards: readonly Scorecard[];
}

/** What is known of the difference between the two tables. */
export interface Known {
  changes: readonly Change[];
  reasonsOf: (line: string) => LineReasons;
  tryWithout: TryWithout;
}

type Score = LeafScore | GroupScore;

/** What moved for the n-th unit: its lines, and the groups and the total whose own rule has a part in it. */
export function movedLines(was: Side, is: Side, n: number, known: Known): MovedLine[] {
  const whole = is.rubric.total.id;
  const [older, newer] = [scoresOf(was.cards[n]!, whole), scoresOf(is.cards[n]!, whole)];
  const ids = [...new Set([...newer.keys(), ...older.keys()])].filter((id) => {
    const [a, b] = [older.get(id), newer.get(id)];
    return !a || !b || !isSame(a, b);
  });
  return ids.flatMap((id) => {
    const [a, b] = [older.get(id), newer.get(id)];
    const { changes, reads } = known.reasonsOf(id);
    const concerned = concerning(changes, known.changes, [a, b]);
    const isGroup = [a, b].some((score) => score && 'leaves' in score);
    const because = isGroup && a && b ? effective(id, b, n, concerned, known) : concerned;
    if (isGroup && because.length === 0) return [];
    const [before, after] = figuresOf(
      a ? { rubric: was.rubric, score: a } : null,
      b ? { rubric: is.rubric, score: b } : null,
    );
    const follows = because.length > 0 ? [] : ids.filter((other) => other !== id && reads(other));
    return [{ line: id, before: before && wordsOf(before), after: after && wordsOf(after), because, follows }];
  });
}

/** By id, the groups and the total last: they follow from the lines. `whole`: what the total is called. */
const scoresOf = ({ total, groups, leaves, figures = [] }: Scorecard, whole: string) =>
  new Map<string, Score>([
    ...[...leaves, ...figures, ...groups].map((score) => [score.id, score] as const),
    [whole, total],
  ]);

const wordsOf = ({ zh, en }: Wording): Wording => ({ zh, en });

/** Lists whose items concern only those units that have the grade, or were charged at the rate. */
const OF_ITEMS = new Set(['band', 'bands', 'decide', 'deduct', 'add']);

/** Of changed limits of grades and changed rates, those that the unit met before or meets now; all where it met none. */
function concerning(
  reasons: readonly number[],
  changes: readonly Change[],
  scores: readonly (Score | undefined)[],
): number[] {
  const met = new Set(scores.flatMap((score) => (score ? metBy(score) : [])));
  const concerned = reasons.filter((n) => {
    const { path } = changes[n]!;
    const at = path.findIndex((step) => OF_ITEMS.has(step));
    const item = at < 0 ? undefined : path[at + 1];
    return item === undefined || /^\d+$/.test(item) || met.has(item);
  });
  return concerned.length > 0 ? concerned : [...reasons];
}

/** The grade that a figure has, and the rates that it was charged at. */
const metBy = ({ grade, contributions = [] }: Score): string[] => [
  ...(grade ? [grade] : []),
  ...contributions.flatMap((each) => (each.kind === 'deduction' || each.kind === 'addition' ? [each.rate] : [])),
];

/**
 * A group moves with its parts, whatever else changed in its rule. So what changed is put back and the group computed
 * again: where that makes no difference to the unit, it was no reason.
 */
function effective(line: string, now: Score, n: number, because: readonly number[], known: Known): number[] {
  const aspects = because.map((each) => aspectOf(known.changes[each]!, line));
  const all = [...new Set(aspects.filter((aspect) => aspect !== null))];
  if (all.length === 0 || aspects.includes(null)) return [...because];
  const matters = (some: typeof all): boolean => {
    const cards = known.tryWithout(line, some);
    const card = cards?.[n];
    const then = card && [card.total, ...card.groups].find(({ id }) => id === line);
    return !then || !isSame(then, now);
  };
  if (!matters(all)) return [];
  const alone = all.filter((aspect) => matters([aspect]));
  return alone.length === 0 ? [...because] : because.filter((_, at) => alone.includes(aspects[at]!));
}
