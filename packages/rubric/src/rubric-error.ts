/** A table that cannot be used. `code` is stable, `place` the id or path where the fault stands. */
export class RubricError extends Error {
  override readonly name = 'RubricError';

  constructor(
    readonly code: `rubric.${string}`,
    readonly place: string,
    detail: string,
    /** the words of the file that are wrong, where they are more than the place */
    readonly text?: string,
  ) {
    super(`${code} at ${place}: ${detail}`);
  }
}

/** What the check of references has proved to be there. */
export function found<T>(value: T | undefined, place: string): T {
  if (value === undefined) throw new RubricError('rubric.malformed', place, 'the table was not checked');
  return value;
}
