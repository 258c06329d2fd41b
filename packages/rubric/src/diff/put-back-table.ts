import type { Compared } from './differences.ts';
import type { Json, JsonObject } from './json.ts';
import type { ComparedLine, Line, LineMove } from './lines.ts';
import { inARow, putBack } from './put-back.ts';

/** A line that is there, and what it is a part of; null: of the table itself. */
interface Standing {
  line: ComparedLine;
  own: JsonObject;
  older: number | null;
  newer: number | null;
  goesBack: boolean;
  parent: ComparedLine | null;
  isFigure: boolean;
}

/** The newer table, but with some of its differences undone. null: a line would be left without its group. */
export function tablePutBack(
  table: Compared,
  lines: readonly ComparedLine[],
  moves: readonly LineMove[],
  undone: ReadonlySet<unknown>,
): JsonObject | null {
  const back = new Set(moves.filter((move) => undone.has(move)).map(({ line }) => line));
  const pairOf = new Map(
    lines.flatMap((line) => [line.older, line.newer].flatMap((each) => (each ? [[each, line]] : []))) as [
      Line,
      ComparedLine,
    ][],
  );
  const standing = lines.flatMap((line): Standing[] => {
    const own = putBack(line.inside, undone) as JsonObject | undefined;
    if (own === undefined) return [];
    const goesBack = line.newer === null || back.has(line.newer);
    const as = (goesBack ? line.older : line.newer)!;
    const parent = as.parent === null ? null : pairOf.get(as.parent)!;
    const [older, newer] = [line.older?.at ?? null, line.newer?.at ?? null];
    return [{ line, own, older, newer, goesBack, parent, isFigure: as.isFigure }];
  });
  const there = new Set(standing.map(({ line }) => line));
  if (standing.some(({ parent }) => parent !== null && !there.has(parent))) return null;
  const partsOf = (of: ComparedLine | null, isFigure: boolean): Json[] =>
    inARow(standing.filter((each) => each.parent === of && each.isFigure === isFigure)).map(({ line, own }) => {
      const parts = partsOf(line, isFigure);
      const { children: _, ...rest } = own;
      return parts.length === 0 ? rest : { ...rest, children: parts };
    });
  const figures = partsOf(null, true);
  const own = putBack(table, undone) as JsonObject;
  return { ...own, children: partsOf(null, false), ...(figures.length > 0 && { figures }) };
}
