import fc from 'fast-check';

export const UNITS = 4;

/** What is known of one unit, in parts of the short form of a facts file. */
export interface Known {
  marks?: object[];
  numbers?: Record<string, unknown>;
  statements?: Record<string, boolean>;
  cases?: object[];
  tallies?: object[];
  notApplicable?: Record<string, string>;
}

/** A line with what it needs in the table's head, and the facts that settle it for each unit. */
export interface Draft {
  line: Record<string, unknown> & { id: string };
  /** the points that the line is worth */
  full: number;
  inputs: object[];
  known: Known[];
  /** it applies to every unit */
  solid: boolean;
  /** every unit has a grade on it */
  graded: boolean;
}

export const eachUnit = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(one, { minLength: UNITS, maxLength: UNITS });
export const fullPoints = fc.integer({ min: 1, max: 20 });
export const nameOf = (id: string): string => id.replaceAll('.', '-');

/** A leaf of `full` points with its source, and each unit's facts from one value drawn for it. */
export const leafOf = (id: string, points: number, from: object, known: Known[], inputs: object[] = []): Draft => ({
  line: { id, text: id, points: String(points), from },
  full: points,
  inputs,
  known,
  solid: true,
  graded: false,
});
