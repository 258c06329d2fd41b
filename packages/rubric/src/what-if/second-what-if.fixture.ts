import type { CompiledRubric } from '../compiled.ts';
import { compareRubrics } from '../diff/diff.ts';
import { splitPots } from '../field/split-pots.ts';
import { loadRubric } from '../load.ts';
import { RubricError } from '../rubric-error.ts';
import { scoreUnits } from '../score-units.ts';
import type { GroupScore, LeafScore } from '../scorecard.ts';
import type { Alike } from './alike.ts';
import type { ReadPair } from './random-pair.fixture.ts';
import type { WhatIf } from './what-if.ts';

/** All that units come to under a table, each as one text to compare; by unit and what it is of. */
type Results = Map<string, string>;

/** What a comparison tells that is not so, and what is so and not told, found by counting both tables apart. */
export function faultsIn(asked: WhatIf, { before, after, units }: ReadPair): string[] {
  const resultsUnder = (rubric: CompiledRubric): Results => resultsOf(rubric, units);
  const [was, is] = [resultsUnder(before), resultsUnder(after)];
  const told = toldBy(asked);
  const differs = (key: string): boolean => was.get(key) !== is.get(key);
  const { without } = compareRubrics(before.table, after.table);
  const known = new Map<string, Results | null>();
  const resultsWithout = (undone: readonly number[]): Results | null => {
    const key = undone.join(' ');
    if (!known.has(key))
      known.set(
        key,
        undoneResults(() => without(undone), resultsUnder),
      );
    return known.get(key)!;
  };
  const remains = (key: string, undone: readonly number[]): boolean => {
    const then = resultsWithout(undone);
    return then !== null && then.get(key) === is.get(key);
  };
  return [
    ...[...told.keys()].filter((key) => !differs(key)).map((key) => `${key} is told and the same`),
    ...[...new Set([...was.keys(), ...is.keys()])]
      .filter((key) => mustBeTold(key, was.get(key), is.get(key)) && differs(key) && !told.has(key))
      .map((key) => `${key} is another and not told`),
    ...[...told].flatMap(([key, { because, together }]) =>
      (together || (because.length === 0 && !isOfLine(key)) ? [because] : because.map((n) => [n]))
        .filter((undone) => remains(key, undone))
        .map((undone) => `${key} is told of ${undone.join(', ')}, and is the same without`),
    ),
  ];
}

function undoneResults(table: () => object | null, resultsUnder: (rubric: CompiledRubric) => Results): Results | null {
  try {
    const content = table();
    return content && resultsUnder(loadRubric(content, { rulings: 'none' }));
  } catch (error) {
    if (error instanceof RubricError) return null;
    throw error;
  }
}

/**
 * Lines are told where their own rule moved them; the total and what follows wherever it is another; a selection where a
 * unit is chosen or tied under one of the tables.
 */
const mustBeTold = (key: string, ...results: (string | undefined)[]): boolean =>
  key.includes(' selection ') ? results.some((each) => each === 'in' || each === 'tied') : !isOfLine(key);

const isOfLine = (key: string): boolean => key.includes(' line ');

const scoreText = ({ floor, ceiling, grade, outcome }: LeafScore | GroupScore): string =>
  JSON.stringify([floor, ceiling, grade ?? null, outcome?.reason ?? null]);

function resultsOf(rubric: CompiledRubric, units: ReadPair['units']): Results {
  const { cards, states, chosen } = scoreUnits(rubric, units);
  const splits = splitPots(rubric, states);
  const results: Results = new Map();
  for (const [n, { unit }] of units.entries()) {
    const { total, groups, leaves, figures = [], follows = [] } = cards[n]!;
    results.set(`${unit} total`, scoreText(total));
    for (const line of [...groups, ...leaves, ...figures]) results.set(`${unit} line ${line.id}`, scoreText(line));
    for (const each of chosen) {
      const standing = each.chosen.includes(n)
        ? 'in'
        : each.tied.includes(n)
          ? 'tied'
          : each.open.length
            ? 'open'
            : 'out';
      results.set(`${unit} selection ${each.selection}`, standing);
    }
    for (const { id, open, due, floor, ceiling } of follows)
      results.set(`${unit} consequence ${id}`, JSON.stringify([open, due, floor, ceiling]));
    for (const { consequence, parts } of splits) results.set(`${unit} consequence ${consequence}`, `part ${parts[n]}`);
  }
  return results;
}

interface Told {
  because: readonly number[];
  together: boolean;
}

/** What a comparison tells, under the same keys; of a selection the units that come in, go out or are tied. */
function toldBy({ units, total, selections, consequences }: WhatIf): Map<string, Told> {
  const ofLines = units.flatMap(({ unit, lines, before, after, because }) => [
    ...(JSON.stringify({ ...before, place: 0 }) === JSON.stringify({ ...after, place: 0 })
      ? []
      : [[`${unit} total`, { because, together: true }] as const]),
    ...lines.map(({ line, ...reason }) => [line === total ? `${unit} total` : `${unit} line ${line}`, reason] as const),
  ]);
  const ofMoves = (kind: string, id: string, moves: readonly Alike<{ unit: string }>[]) =>
    moves.flatMap(({ units: moved, ...reason }) => moved.map(({ unit }) => [`${unit} ${kind} ${id}`, reason] as const));
  return new Map<string, Told>([
    ...ofLines,
    ...selections.flatMap(({ selection, moves }) => ofMoves('selection', selection, moves)),
    ...consequences.flatMap(({ consequence, moves }) => ofMoves('consequence', consequence, moves)),
  ]);
}
