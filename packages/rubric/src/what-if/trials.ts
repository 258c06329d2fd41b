import type { CompiledRubric } from '../compiled.ts';
import type { Comparison } from '../diff/diff.ts';
import { loadRubric } from '../load.ts';
import { RubricError } from '../rubric-error.ts';
import type { Scored } from './scored.ts';

/** What would be for all units if some of the changes had not been made. */
export interface Trial extends Scored {
  undone: readonly number[];
}

/** Tries what would be without changes, each a place in their list; a table is made once for all units. */
export interface Trials {
  /** null: no table comes of it, or enough was tried */
  without(undone: readonly number[]): Trial | null;
  /** without one change, and with it those that it cannot be undone without */
  withoutOne(change: number): Trial | null;
  /** enough was tried: nothing new is tried any more */
  isSpent(): boolean;
}

/**
 * So many tables are tried in one comparison, whatever the number of units, lines and selections: for the figures, and
 * then for selections and consequences, which ask again what was tried for the figures.
 */
export const MOST_TRIALS = { figures: 96, andBeyond: 128 };
/** Tables that differ everywhere are other tables: nobody asks which of hundreds of changes it was, and nothing is tried. */
const MOST_CHANGES = 200;

/**
 * Tries as long as there are no more than `most`. `kinOf`: ever larger sets of changes around one, to be undone with it
 * where it cannot be undone alone.
 */
export function trialsOf(
  { changes, without }: Comparison,
  kinOf: (change: number) => readonly (readonly number[])[],
  score: (rubric: CompiledRubric) => Scored,
): (most: number) => Trials {
  const tried = new Map<string, Trial | null>();
  const tryOut = (undone: readonly number[]): Trial | null => {
    const table = without(undone);
    try {
      return table && { undone, ...score(loadRubric(table, { rulings: 'none' })) };
    } catch (error) {
      if (error instanceof RubricError) return null;
      throw error;
    }
  };
  const once = (undone: readonly number[], most: number): Trial | null => {
    const key = undone.toSorted((a, b) => a - b).join(' ');
    const known = tried.get(key);
    if (known !== undefined || tried.size >= most || changes.length > MOST_CHANGES) return known ?? null;
    const trial = tryOut(undone);
    tried.set(key, trial);
    return trial;
  };
  return (most) => {
    const alone = new Map<number, Trial | null>();
    const aloneOrWithKin = (change: number): Trial | null =>
      once([change], most) ??
      // only where it was tried alone: kin takes time to find
      (tried.has(String(change)) ? kinOf(change) : []).reduce<Trial | null>(
        (found, undone) => found ?? once(undone, most),
        null,
      );
    return {
      without: (undone) => once(undone, most),
      isSpent: () => tried.size >= most,
      withoutOne: (change) => {
        const trial = alone.has(change) ? alone.get(change)! : aloneOrWithKin(change);
        alone.set(change, trial);
        return trial;
      },
    };
  };
}
