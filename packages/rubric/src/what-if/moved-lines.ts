import type { Wording } from '../explain/wording.ts';
import { type GroupScore, type LeafScore, type Scorecard } from '../scorecard.ts';
import { figuresOf, isNothing, isSame } from './figures.ts';
import type { LineReasons } from './reasons.ts';
import type { Side } from './scored.ts';
import type { Trial, Trials } from './trials.ts';
import { type Reason, isExplained, triedReasons } from './tried-reasons.ts';

/** A line that gives a unit another figure under the other table; null: that table has no such line. */
export interface MovedLine extends Reason {
  line: string;
  before: Wording | null;
  after: Wording | null;
  /** lines that its rule reads and that moved */
  follows: string[];
}

/** What is known of the difference between the two tables. */
export interface Known {
  reasonsOf: (line: string) => LineReasons;
  trials: Trials;
  /** all changes that may have to do with any figure */
  all: readonly number[];
}

type Score = LeafScore | GroupScore;

/** What moved for the n-th unit: its lines, and the groups and the total whose own rule has a part in it. */
export function movedLines(was: Side, is: Side, n: number, { reasonsOf, trials }: Known): MovedLine[] {
  const whole = is.rubric.total.id;
  const [older, newer] = [scoresOf(was.cards[n]!, whole), scoresOf(is.cards[n]!, whole)];
  const ids = [...new Set([...newer.keys(), ...older.keys()])].filter((id) => {
    const [a, b] = [older.get(id), newer.get(id)];
    return a && b ? !isSame(a, b) : !isNothing((a ?? b)!);
  });
  return ids.flatMap((id) => {
    const [a, b] = [older.get(id), newer.get(id)];
    const { changes, ofItself, reads } = reasonsOf(id);
    const followed = () => ids.filter((other) => other !== id && reads(other));
    const outcome = {
      now: b,
      in: ({ line }: Trial) => line(n, id === whole ? null : id),
      isSame: areSame,
    };
    const { because, together } =
      !a || !b
        ? { because: [...ofItself], together: false }
        : isOnlyReason(changes, followed, [a, b])
          ? { because: [...changes], together: false }
          : reasonsOrUntried(triedReasons(changes, trials, outcome));
    if (because.length === 0 && [a, b].some((score) => score && 'leaves' in score)) return [];
    const [before, after] = figuresOf(
      a ? { rubric: was.rubric, score: a } : null,
      b ? { rubric: is.rubric, score: b } : null,
    );
    const moved = { line: id, before: before && wordsOf(before), after: after && wordsOf(after), because, together };
    return [{ ...moved, follows: because.length > 0 ? [] : followed() }];
  });
}

/** The lines, with the total among them where what moved it does not show in any of them, or not all of it does. */
export function withTotal(lines: readonly MovedLine[], was: Side, is: Side, n: number, known: Known): MovedLine[] {
  const [before, now] = [was.cards[n]!.total, is.cards[n]!.total];
  if (isSame(before, now)) return [...lines];
  const found = [...new Set(lines.flatMap(({ because }) => because))].toSorted((a, b) => a - b);
  const outcome = { before, now, in: (trial: Trial) => trial.line(n, null)!, isSame };
  if (isExplained(found, known.trials, outcome)) return [...lines];
  const { because, together } = triedReasons(known.all, known.trials, outcome);
  if (because.length === 0) return [...lines];
  const [older, newer] = figuresOf({ rubric: was.rubric, score: before }, { rubric: is.rubric, score: now });
  const total = { line: is.rubric.total.id, before: wordsOf(older!), after: wordsOf(newer!) };
  return [...lines.filter(({ line }) => line !== total.line), { ...total, because, together, follows: [] }];
}

/** A figure is what all its rule makes it: what could not be tried has to be told with the rest. */
const reasonsOrUntried = ({ because, together, untried }: ReturnType<typeof triedReasons>): Reason => ({
  because: [...new Set([...because, ...untried])].toSorted((a, b) => a - b),
  together,
});

const areSame = (a: Score | undefined, b: Score | undefined): boolean => (a && b ? isSame(a, b) : a === b);

/** A line without parts that reads nothing that moved can have moved by its one change alone. */
const isOnlyReason = (
  changes: readonly number[],
  followed: () => readonly string[],
  scores: readonly Score[],
): boolean => changes.length === 1 && scores.every((score) => !('leaves' in score)) && followed().length === 0;

/** By id, the groups and the total last: they follow from the lines. `whole`: what the total is called. */
const scoresOf = ({ total, groups, leaves, figures = [] }: Scorecard, whole: string) =>
  new Map<string, Score>([
    ...[...leaves, ...figures, ...groups].map((score) => [score.id, score] as const),
    [whole, total],
  ]);

const wordsOf = ({ zh, en }: Wording): Wording => ({ zh, en });
