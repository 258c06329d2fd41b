import type { Wording } from '../explain/wording.ts';
import type { Rubric } from '../rubric.ts';
import { type Crumb, type Difference, differences } from './differences.ts';
import { type Json, type JsonObject, isObject } from './json.ts';
import { type LineMove, type LinePair, linesIn, movesOf, pairLines } from './lines.ts';
import { PARTS, type Part, partOf } from './parts.ts';
import { sayAddedLine, sayLineMove, sayRemovedLine } from './say-line.ts';
import { sayDifference } from './say-difference.ts';
import { type BothTitles, titlesOf } from './titles.ts';

/**
 * One small change, in words too. `place` is a line's id, that of a ruling, a document and the like, or the table's own;
 * `path` leads from there to what changed: keys, and the ids of items. `before` and `after` are as the content has them,
 * null: nothing.
 */
export interface Change extends Wording {
  kind: Difference['kind'];
  part: Part;
  place: string;
  path: string[];
  before: Json | null;
  after: Json | null;
}

/** Everything that differs between two versions, each where it is smallest; nothing where the contents are the same. */
export function diffRubrics(older: Rubric, newer: Rubric): Change[] {
  const titles = { before: titlesOf(older, newer), after: titlesOf(newer, older) };
  const pairs = pairLines(linesIn(older), linesIn(newer));
  const changes = [
    ...differences(ownOf(older), ownOf(newer)).map((difference) => ofTable(difference, newer.id, titles)),
    ...pairs.flatMap((pair) => ofLine(pair, titles)),
    ...movesOf(pairs).map(ofMove),
  ];
  return changes.toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part));
}

/** A table without its lines. */
const ownOf = (rubric: Rubric): JsonObject => ({
  ...(rubric as unknown as JsonObject),
  children: undefined,
  figures: undefined,
});

/** A change in what belongs to the whole table; in a list of the table its place is the item's. */
function ofTable(difference: Difference, table: string, titles: BothTitles): Change {
  const [first, scale] = difference.trail;
  const part = partOf(first === undefined ? '' : 'key' in first ? first.key : first.list);
  const own = part === 'scale' ? scale : difference.trail.find((crumb) => 'list' in crumb);
  const place = part === 'table' || own === undefined ? table : stepsOf(own).at(-1)!;
  return { ...told(difference), part, place, ...sayDifference(difference, '', titles) };
}

function ofLine({ older, newer }: LinePair, titles: BothTitles): Change[] {
  const place = (newer ?? older)!.id;
  const at = { part: 'line' as const, place, path: [] };
  if (!older) return [{ kind: 'added', ...at, before: null, after: newer!.own, ...sayAddedLine(newer!, titles.after) }];
  if (!newer) return [{ kind: 'removed', ...at, before: older.own, after: null, ...sayRemovedLine(older) }];
  return differences(older.own, newer.own).map((difference) => ({
    ...told(difference),
    part: 'line',
    place,
    ...sayDifference(difference, place, titles),
  }));
}

const ofMove = (move: LineMove): Change => ({
  kind: 'moved',
  part: 'line',
  place: move.line.id,
  path: [],
  before: move.kind === 'group' ? move.from : null,
  after: move.kind === 'group' ? move.to : move.follows,
  ...sayLineMove(move),
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
