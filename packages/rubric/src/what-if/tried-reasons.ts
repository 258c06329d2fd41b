import type { Trial, Trials } from './trials.ts';

/** Changes that are the reason for something. `together`: not each of them would have made a difference by itself. */
export interface Reason {
  because: number[];
  together: boolean;
}

/** What is looked at in every trial, and how it is under the newer table. */
export interface Outcome<T> {
  now: T;
  in: (trial: Trial) => T;
  isSame: (a: T, b: T) => boolean;
}

type Tried = Reason & { untried: number[] };

/**
 * Which of some changes are the reason for an outcome: those without each of which it would be another one. Where all of
 * them undone would make more of a difference than these undone, then with them as few others as can be found that make
 * that difference together. None where it would be the same without all of them. `untried`: of which nothing is known,
 * for no table comes without them or enough was tried.
 */
export function triedReasons<T>(candidates: readonly number[], trials: Trials, outcome: Outcome<T>): Tried {
  const { without } = trials;
  const isLike = (trial: Trial | null, other: T): boolean => trial !== null && outcome.isSame(outcome.in(trial), other);
  const each = triedAlone(candidates, trials, isLike, outcome);
  const whole = candidates.length < 2 ? null : without(candidates);
  if (whole === null) return each;
  const wholly = outcome.in(whole);
  const isEnough = (undone: readonly number[]): boolean => undone.length > 0 && isLike(without(undone), wholly);
  if (outcome.isSame(wholly, outcome.now) || isEnough(each.because)) return { ...each, untried: [] };
  const needed = fewest(candidates, each.because, trials, isEnough);
  if (trials.isSpent() && each.because.length > 0) return each;
  return { because: needed, together: needed.length > 1, untried: [] };
}

function triedAlone<T>(
  candidates: readonly number[],
  { without, withoutOne }: Trials,
  isLike: (trial: Trial | null, other: T) => boolean,
  outcome: Outcome<T>,
): Tried {
  const tried = candidates.map((change) => ({ change, trial: withoutOne(change) }));
  const reasons = tried.filter(({ change, trial }) => {
    if (trial === null || isLike(trial, outcome.now)) return false;
    // what it was undone with may have made the difference without it
    const others = trial.undone.filter((other) => other !== change);
    return others.length === 0 || !isLike(without(others), outcome.in(trial));
  });
  return {
    because: reasons.map(({ change }) => change),
    together: reasons.length > 0 && reasons.every(({ trial }) => trial!.undone.length > 1),
    untried: tried.filter(({ trial }) => trial === null).map(({ change }) => change),
  };
}

/**
 * Leaves out one after the other what is not needed, or with it those that it cannot be without (weights that make a whole);
 * `kept` stays.
 */
const fewest = (
  candidates: readonly number[],
  kept: readonly number[],
  { withoutOne }: Trials,
  isEnough: (undone: readonly number[]) => boolean,
): number[] =>
  candidates.reduce<number[]>(
    (left, change) => {
      if (!left.includes(change)) return left;
      const without = (dropped: readonly number[]): number[] | null => {
        const fewer = left.filter((other) => !dropped.includes(other));
        return fewer.length < left.length && !dropped.some((each) => kept.includes(each)) && isEnough(fewer)
          ? fewer
          : null;
      };
      return without([change]) ?? without(withoutOne(change)?.undone ?? [change]) ?? left;
    },
    [...candidates],
  );

/**
 * The same, where the candidates may not be all: a rule may read what no figure shows, and one line may hide what another
 * does. Where undoing what was found does not bring back what was before, the reason is looked for among `all`.
 */
export function reasonsAmong<T>(
  { candidates, all }: { candidates: readonly number[]; all: readonly number[] },
  trials: Trials,
  outcome: Outcome<T> & { before: T },
): Tried {
  const near = triedReasons(candidates, trials, outcome);
  if (isExplained(near.because, trials, outcome)) return near;
  const far = triedReasons(all, trials, outcome);
  return far.because.length > 0 ? far : near;
}

/** Whether there are reasons, and what was before comes back where they are undone, as far as that can be tried. */
export function isExplained<T>(
  because: readonly number[],
  { without }: Trials,
  { before, in: within, isSame }: Outcome<T> & { before: T },
): boolean {
  const undone = because.length > 0 ? without(because) : null;
  return because.length > 0 && (undone === null || isSame(within(undone), before));
}

/** What is known to be the reason, or else what may be. */
export const reasonOrUntried = ({ because, together, untried }: Tried): Reason => ({
  because: because.length > 0 ? because : untried,
  together,
});
