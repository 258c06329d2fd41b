import type { Trial, Trials } from './trials.ts';

/** Changes that are the reason for something. `together`: no one of them was enough by itself. */
export interface Reason {
  because: number[];
  together: boolean;
}

/**
 * Which of some changes are the reason for something: those that it depends on, one by one; where it depends on no one of
 * them, as few as can be found that it depends on together; none where it would be the same without all of them.
 * `untried`: of which nothing is known, for no table comes without them or enough was tried. `gone`: whether in a trial
 * the thing is no more.
 */
export function triedReasons(
  candidates: readonly number[],
  { without, withoutOne }: Trials,
  gone: (trial: Trial) => boolean,
): Reason & { untried: number[] } {
  const tried = candidates.map((change) => ({ change, trial: withoutOne(change) }));
  const untried = tried.filter(({ trial }) => trial === null).map(({ change }) => change);
  const one = tried.filter(({ trial }) => trial !== null && gone(trial));
  const isGoneWithout = (undone: readonly number[]): boolean => {
    const trial = undone.length > 0 ? without(undone) : null;
    return trial !== null && gone(trial);
  };
  if (one.length > 0)
    return {
      because: one.map(({ change }) => change),
      together: one.every(({ trial }) => trial!.undone.length > 1),
      untried,
    };
  if (!isGoneWithout(candidates)) return { because: [], together: false, untried };
  const needed = candidates.reduce<readonly number[]>((left, each) => {
    const fewer = left.filter((other) => other !== each);
    return isGoneWithout(fewer) ? fewer : left;
  }, candidates);
  return { because: [...needed], together: needed.length > 1, untried: [] };
}
