import type { CompiledRubric } from '../compiled.ts';
import type { Wording } from '../explain/wording.ts';
import type { GroupScore, LeafScore, Scorecard } from '../scorecard.ts';
import type { Change } from './diff.ts';
import { type Score, figuresOf, isSame } from './figures.ts';
import type { LineReasons } from './reasons.ts';

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

interface Side {
  rubric: CompiledRubric;
  cards: readonly Scorecard[];
}

/** What moved for the n-th unit: its lines, and the groups and the total whose own rule has a part in it. */
export function movedLines(
  was: Side,
  is: Side,
  n: number,
  reasonsOf: (line: string) => LineReasons,
  changes: readonly Change[],
): MovedLine[] {
  const whole = is.rubric.total.id;
  const [older, newer] = [scoresOf(was.cards[n]!, whole), scoresOf(is.cards[n]!, whole)];
  const ids = [...new Set([...newer.keys(), ...older.keys()])].filter((id) => {
    const [a, b] = [older.get(id), newer.get(id)];
    return !a || !b || !isSame(a, b);
  });
  return ids.flatMap((id) => {
    const [a, b] = [older.get(id), newer.get(id)];
    const reasons = reasonsOf(id);
    const because = concerning(reasons.changes, changes, [a, b]);
    if (because.length === 0 && [a, b].some((score) => score && 'leaves' in score)) return [];
    const [before, after] = figuresOf(
      a ? { rubric: was.rubric, score: a } : null,
      b ? { rubric: is.rubric, score: b } : null,
    );
    const follows = because.length > 0 ? [] : ids.filter((other) => other !== id && reasons.reads(other));
    return [{ line: id, before: before && wordsOf(before), after: after && wordsOf(after), because, follows }];
  });
}

/** By id, the groups and the total last: they follow from the lines. `whole`: what the total is called. */
const scoresOf = ({ total, groups, leaves, figures = [] }: Scorecard, whole: string) =>
  new Map<string, LeafScore | GroupScore>([
    ...[...leaves, ...figures, ...groups].map((score) => [score.id, score] as const),
    [whole, total],
  ]);

const wordsOf = ({ zh, en }: Wording): Wording => ({ zh, en });

/** Of changed limits of grades, those of the grades that the line had and has; all of them where it had others. */
function concerning(
  reasons: readonly number[],
  changes: readonly Change[],
  scores: readonly (Score | undefined)[],
): number[] {
  const grades = scores.map((score) => score?.grade ?? null);
  const concerned = reasons.filter((n) => {
    const { path } = changes[n]!;
    const at = path.findIndex((step) => step === 'band' || step === 'decide' || step === 'bands');
    const item = at < 0 ? undefined : path[at + 1];
    return item === undefined || /^\d+$/.test(item) || grades.includes(item);
  });
  return concerned.length > 0 ? concerned : [...reasons];
}
