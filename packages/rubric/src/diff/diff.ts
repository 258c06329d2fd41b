import type { Wording } from '../explain/wording.ts';
import type { Rubric } from '../rubric.ts';
import { type Boundary, boundariesIn, sayBoundary } from './boundary.ts';
import { type Compared, type Crumb, type Difference, compared, differencesIn } from './differences.ts';
import { type Json, type JsonObject, isObject } from './json.ts';
import { type ComparedLine, type LineMove, linesIn, movesOf, pairLines } from './lines.ts';
import { type LineTitles, lineTitles } from './line-titles.ts';
import { PARTS, type Part, partOf } from './parts.ts';
import { tablePutBack } from './put-back-table.ts';
import { sayAddedLine, sayLineMove, sayRemovedLine } from './say-line.ts';
import { sayDifference } from './say-difference.ts';
import { type BothTitles, titlesOf } from './titles.ts';

/**
 * One small change, in words too. `place` is a line's id, that of a ruling, a document and the like, or the table's own;
 * `path` leads from there to what changed: keys, and the ids of items. `before` and `after` are as the content has them,
 * null: nothing. A boundary that moved between two bands is one change, told of the band whose lower end it is.
 */
export interface Change extends Wording {
  kind: Difference['kind'];
  part: Part;
  place: string;
  path: string[];
  before: Json | null;
  after: Json | null;
}

/** Two versions of a table, with every change between them. */
export interface Comparison {
  changes: Change[];
  /**
   * The newer content, but with some of the changes (places in their list) as the older one has them: it may be no table.
   * null: a line would be left without its group.
   */
  without(undone: readonly number[]): JsonObject | null;
}

/** Everything that differs between two versions, each where it is smallest; nothing where the contents are the same. */
export const diffRubrics = (older: Rubric, newer: Rubric): Change[] => compareRubrics(older, newer).changes;

/** A change, and the differences that it tells of. */
interface Told {
  change: Change;
  of: readonly (Difference | LineMove)[];
}

export function compareRubrics(older: Rubric, newer: Rubric): Comparison {
  const titles = { before: titlesOf(older, newer), after: titlesOf(newer, older) };
  const own = compared(ownOf(older), ownOf(newer));
  const lines = pairLines(linesIn(older), linesIn(newer)).map((pair) => ({
    ...pair,
    inside: compared(pair.older?.own, pair.newer?.own),
  }));
  const moves = movesOf(lines);
  const nameIn = lineTitles(older, newer);
  const told = [
    ...toldOf(own, null, titles, (difference) => ofTable(difference, newer.id)),
    ...lines.flatMap((line) => ofLine(line, titles, nameIn)),
    ...moves.map((move) => ({ change: ofMove(move, nameIn), of: [move] })),
  ].toSorted((a, b) => PARTS.indexOf(a.change.part) - PARTS.indexOf(b.change.part));
  return {
    changes: told.map(({ change }) => change),
    without: (undone) => tablePutBack(own, lines, moves, new Set(undone.flatMap((n) => told[n]!.of))),
  };
}

/** A table without its lines. */
const ownOf = (rubric: Rubric): JsonObject => ({
  ...(rubric as unknown as JsonObject),
  children: undefined,
  figures: undefined,
});

type Place = Pick<Change, 'part' | 'place'>;

/** Every difference of a comparison in a sentence, both ends of a boundary in one. `line`: what the line is called. */
function toldOf(
  tree: Compared,
  line: Wording | null,
  titles: BothTitles,
  placeOf: (difference: Difference) => Place,
): Told[] {
  const differences = differencesIn(tree);
  const boundaries = new Map<Difference, Boundary>(
    boundariesIn(differences).flatMap((each) => [
      [each.lower, each],
      [each.upper, each],
    ]),
  );
  return differences.flatMap((difference) => {
    const boundary = boundaries.get(difference);
    if (boundary?.upper === difference) return [];
    const words = boundary ? sayBoundary(boundary, line, titles) : sayDifference(difference, line, titles);
    const of = boundary ? [boundary.lower, boundary.upper] : [difference];
    return [{ change: { ...told(difference), ...placeOf(difference), ...words }, of }];
  });
}

/** Where a change stands that belongs to the whole table; in a list of the table its place is the item's. */
function ofTable({ trail }: Difference, table: string): Place {
  const [first, scale] = trail;
  const part = partOf(first === undefined ? '' : 'key' in first ? first.key : first.list);
  const own = part === 'scale' ? scale : trail.find((crumb) => 'list' in crumb);
  const place = part === 'table' || own === undefined ? table : stepsOf(own).at(-1)!;
  return { part, place };
}

function ofLine({ older, newer, inside }: ComparedLine, titles: BothTitles, nameIn: LineTitles): Told[] {
  const { id } = (newer ?? older)!;
  const at = { part: 'line' as const, place: id };
  if (older && newer) return toldOf(inside, nameIn(older.id), titles, () => at);
  const words = newer ? sayAddedLine(newer, nameIn(id), titles.after) : sayRemovedLine(nameIn(id));
  return differencesIn(inside).map((difference) => ({
    change: { ...told(difference), ...at, ...words },
    of: [difference],
  }));
}

const ofMove = (move: LineMove, nameIn: LineTitles): Change => ({
  kind: 'moved',
  path: [],
  before: move.kind === 'group' ? move.from : null,
  after: move.kind === 'group' ? move.to : move.follows,
  part: 'line',
  place: move.line.id,
  ...sayLineMove(move, nameIn),
});

const told = ({ kind, trail, before, after }: Difference): Pick<Change, 'kind' | 'path' | 'before' | 'after'> => ({
  kind,
  path: trail.flatMap(stepsOf),
  before: before ?? null,
  after: after ?? null,
});

/** An item by its id or code, or by its place in the list, which counts from 1. */
function stepsOf(crumb: Crumb): string[] {
  if ('key' in crumb) return [crumb.key];
  const { item, at, list } = crumb;
  const own = isObject(item) ? (item['id'] ?? item['code'] ?? item['grade']) : item;
  return [list, typeof own === 'string' ? own : String(at + 1)];
}
