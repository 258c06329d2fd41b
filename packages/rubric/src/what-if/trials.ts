import type { CompiledRubric } from '../compiled.ts';
import { loadParsed } from '../load.ts';
import { RubricError } from '../rubric-error.ts';
import type { Rubric, RubricNode } from '../rubric.ts';
import type { Scorecard } from '../scorecard.ts';
import { isLeaf, linesOf } from '../tree.ts';
import type { Change } from '../diff/diff.ts';

/** What of a group's rule can be put back by itself: one of its keys, or what its parts are worth. */
type Aspect = 'from' | 'steps' | 'notApplicable' | 'points' | 'bonus' | 'penalty' | 'parts';
const WORTH = ['weight', 'points', 'bonus', 'penalty'] as const;

/**
 * The scorecards of all units under the newer table, but with aspects of one line as the older has them: what would be if
 * they had not changed. null: no table comes of it, or enough was tried.
 */
export type TryWithout = (line: string, aspects: readonly Aspect[]) => readonly Scorecard[] | null;

/** Tables that differ everywhere are other tables: nobody asks which of a hundred changes it was. */
const MOST_TRIALS = 16;

/** Tries each aspect of each line once. */
export function trialsOf(
  older: Rubric,
  newer: Rubric,
  scorecards: (rubric: CompiledRubric) => readonly Scorecard[],
): TryWithout {
  const tried = new Map<string, readonly Scorecard[] | null>();
  return (line, aspects) => {
    const key = [line, ...aspects].join(' ');
    const known = tried.get(key);
    if (known !== undefined) return known;
    const cards = tried.size < MOST_TRIALS ? tryOut(putBack(older, newer, line, aspects), scorecards) : null;
    tried.set(key, cards);
    return cards;
  };
}

/** The aspect that a change of a group belongs to; null: it cannot be put back by itself. */
export function aspectOf({ part, place, path }: Change, line: string): Aspect | null {
  const [first] = path;
  if (first === undefined || (part !== 'line' && part !== 'table')) return null;
  return place === line || part === 'table' ? (first as Aspect) : 'parts';
}

function tryOut(table: Rubric, scorecards: (rubric: CompiledRubric) => readonly Scorecard[]) {
  try {
    return scorecards(loadParsed(table, 'none'));
  } catch (error) {
    if (error instanceof RubricError) return null;
    throw error;
  }
}

function putBack(older: Rubric, newer: Rubric, line: string, aspects: readonly Aspect[]): Rubric {
  const table = JSON.parse(JSON.stringify(newer)) as Rubric;
  const isTotal = line === newer.id;
  const from = isTotal ? older : linesOf(older).find(({ id }) => id === line)!;
  const to = isTotal ? table : linesOf(table).find(({ id }) => id === line)!;
  for (const aspect of aspects) {
    if (aspect !== 'parts') copyKey(from, to, aspect);
    else
      for (const part of partsOf(to))
        copyWorth(
          partsOf(from).find(({ id }) => id === part.id),
          part,
        );
  }
  return table;
}

const partsOf = (line: RubricNode | Rubric): readonly RubricNode[] => (isLeaf(line) ? [] : line.children);

const copyWorth = (from: RubricNode | undefined, to: RubricNode): void => {
  if (from) for (const key of WORTH) copyKey(from, to, key);
};

function copyKey(from: object, to: object, key: string): void {
  const [source, target] = [from as Record<string, unknown>, to as Record<string, unknown>];
  if (source[key] === undefined) delete target[key];
  else target[key] = source[key];
}
