import type { Cell } from '../grid.ts';
import type { BodyRow } from './body-rows.ts';
import { type Draft, draftsOf } from './draft.ts';

/** One filled cell of a column beside the tree, and the nodes that begin in its row. */
export interface ColumnValue {
  cell: Cell;
  row: number;
  kind: 'entry' | 'section';
  begun: Draft[];
}

/** The filled cells of a column in rows of entries and sections. */
export function valuesOf(
  rows: readonly Cell[][],
  body: readonly BodyRow[],
  children: readonly Draft[],
  column: number,
): ColumnValue[] {
  const begun = new Map<number, Draft[]>();
  for (const draft of draftsOf(children)) begun.set(draft.from, withOne(begun.get(draft.from), draft));
  return body.flatMap(({ kind, row }) => {
    const cell = rows[row]?.[column];
    if (!cell || cell.covered || cell.text.trim() === '' || (kind !== 'entry' && kind !== 'section')) return [];
    return [{ cell, row, kind, begun: begun.get(row) ?? [] }];
  });
}

function withOne<T>(list: T[] | undefined, one: T): T[] {
  list?.push(one);
  return list ?? [one];
}

/**
 * The level that a column speaks of: the one whose nodes begin in the rows where the column is filled. Where several
 * fit as well, it is `hint`, the level whose column stands before it.
 */
export function levelOf(values: readonly ColumnValue[], children: readonly Draft[], hint: number): number {
  const filled = new Set(values.filter(({ kind }) => kind === 'entry').map(({ row }) => row));
  const starts = new Map<number, Set<number>>();
  for (const { level, from } of draftsOf(children)) starts.set(level, (starts.get(level) ?? new Set()).add(from));
  const misfits = [...starts].map(([level, rows]) => ({ level, misfit: misfitOf(rows, filled) }));
  const least = Math.min(...misfits.map(({ misfit }) => misfit));
  const best = misfits.filter(({ misfit }) => misfit === least).map(({ level }) => level);
  return best.includes(hint) ? hint : Math.max(...best);
}

const misfitOf = (a: ReadonlySet<number>, b: ReadonlySet<number>): number =>
  [...a].filter((row) => !b.has(row)).length + [...b].filter((row) => !a.has(row)).length;

/** The nodes of a level that a value's row begins; when there are none, those of the nearest level that has some. */
export function nodesAt({ begun }: ColumnValue, level: number): Draft[] {
  const levels = [...new Set(begun.map((draft) => draft.level))];
  const [nearest] = levels.toSorted((a, b) => Math.abs(a - level) - Math.abs(b - level));
  return begun.filter((draft) => draft.level === nearest);
}
