import type { Cell } from '../grid.ts';
import type { BodyRow } from './body-rows.ts';
import type { TableColumns } from './columns.ts';
import { markerOf, numberedParts } from './numbering.ts';

/**
 * A table that says outright what its lines are called and worth. `ids`: each cell is one node and begins with its id;
 * `verbatim`: the figures stand in columns of their own and none is to be taken out of a text; `whole`: a cell of the
 * last level is one criterion, word for word, as the template asks.
 */
export interface Explicitness {
  ids: boolean;
  verbatim: boolean;
  whole: boolean;
}

const PRINTED = /^\s*(?<id>[A-Za-z0-9][A-Za-z0-9.-]{0,31})[.．](?:\s+|(?=[^\sA-Za-z0-9]))(?=\S)/;

/** The id that a text begins with, `B1. 论文` or `PROCESS. Process`, and the rest; null where there is none. */
export function printedId(text: string): { id: string; text: string } | null {
  const [said, id] = PRINTED.exec(text) ?? [];
  return said === undefined || id === undefined ? null : { id, text: text.slice(said.length) };
}

/**
 * Ids are taken as printed where every cell of a level bears one, none comes twice in the table, and they are not
 * numbers alone, which may count within their group; numbers too where each level has its points behind it.
 */
export function explicitnessOf(
  rows: readonly Cell[][],
  body: readonly BodyRow[],
  { levels, points }: Pick<TableColumns, 'levels' | 'points'>,
): Explicitness {
  const behind = new Set(points.map(({ index }) => index - 1));
  const figures = levels.every(({ index }) => behind.has(index));
  const sections = body.some(({ kind }) => kind === 'section');
  const read = levels.map(({ index }) =>
    textsIn(rows, body, index).map((text) => ({ text, printed: printedId(text) })),
  );
  const marked = read.filter((cells) => cells.some(({ printed }) => printed !== null)).flat();
  const ids = marked.map(({ printed }) => printed?.id ?? '');
  const named = figures || ids.some((id) => /[A-Za-z]/.test(id));
  const sound = ids.length > 0 && new Set(ids).size === ids.length && !ids.includes('');
  const several = marked.some(({ text }) => holdsSeveral(text));
  const taken = named && sound && !sections && !several;
  return { ids: taken, verbatim: taken && figures, whole: false };
}

/** A filled template numbers its lines in a column, so that a number before a text belongs to the text. */
export const TEMPLATE_LINES: Explicitness = { ids: false, verbatim: false, whole: true };

const textsIn = (rows: readonly Cell[][], body: readonly BodyRow[], column: number): string[] =>
  body.flatMap(({ kind, row }) => {
    const cell = rows[row]?.[column];
    return kind === 'entry' && cell && !cell.covered && cell.text.trim() !== '' ? [cell.text] : [];
  });

/** Whether the numbers of a cell go on from the one that it begins with. */
function holdsSeveral(text: string): boolean {
  const { lead, parts } = numberedParts(text);
  const [first, second] = parts.map(([line = '']) => markerOf(line)?.number ?? '');
  return lead.length === 0 && first !== undefined && second === String(Number(first) + 1);
}
