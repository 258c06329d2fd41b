import type { Wording } from './explain/wording.ts';

/** Where in a table a fault stands, closer than by the id of its line. */
export interface FaultPlace {
  /** the way to the value in the content */
  path?: readonly PropertyKey[];
  /** the last key of that path is wrong, not its value */
  named?: boolean;
  /** the way to what stands there already, of what may stand only once */
  first?: readonly PropertyKey[];
  /** the words of the file that are wrong */
  text?: string;
  /** where in these words, counted from 0 */
  offset?: number;
}

/** A table that cannot be used. `code` is stable, `place` the id or path where the fault stands. */
export class RubricError extends Error {
  override readonly name = 'RubricError';

  constructor(
    readonly code: `rubric.${string}`,
    readonly place: string,
    /** what is wrong, for people; the message is the English of it with code and place */
    readonly said: Wording,
    readonly where: FaultPlace = {},
  ) {
    super(`${code} at ${place}: ${said.en}`);
  }
}

/** What the check of references has proved to be there. */
export function found<T>(value: T | undefined, place: string): T {
  if (value === undefined)
    throw new RubricError('rubric.malformed', place, { zh: '本表未经检查', en: 'the table was not checked' });
  return value;
}
