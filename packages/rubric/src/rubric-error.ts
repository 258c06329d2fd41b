/** A table that cannot be used. `code` is stable, `place` the id or path where the fault stands. */
export class RubricError extends Error {
  override readonly name = 'RubricError';

  constructor(
    readonly code: `rubric.${string}`,
    readonly place: string,
    detail: string,
  ) {
    super(`${code} at ${place}: ${detail}`);
  }
}
