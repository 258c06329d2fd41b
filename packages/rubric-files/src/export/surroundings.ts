/** What is printed around a table and is no part of its tree; an import leaves it aside. */
export interface Surroundings {
  /** which version this is, at the foot of every page */
  imprint: string | null;
  appendices: Appendix[];
}

/** A table behind the table. Its headings name no level, so that nobody takes it for another table to assess by. */
export interface Appendix {
  title: string;
  columns: { heading: string; share: number }[];
  rows: string[][];
}

export const NOTHING_AROUND: Surroundings = { imprint: null, appendices: [] };
