import type { Counting } from '../outline.ts';

/** A node while the table is being read. Rows are the table's, `to` excluded. */
export interface Draft {
  level: number;
  text: string;
  /** the number printed before the text or in the column of numbers, '' for none */
  ownNumber: string;
  points: string | null;
  counts: Counting;
  weight: string | null;
  from: number;
  to: number;
  place: string;
  parent: Draft | null;
  children: Draft[];
  /** by heading, which a stranger wrote: no plain object before the outline is made */
  extra: Map<string, string>;
}

/** Every draft below, in the table's order. */
export function* draftsOf(children: readonly Draft[]): Generator<Draft> {
  for (const draft of children) {
    yield draft;
    yield* draftsOf(draft.children);
  }
}
