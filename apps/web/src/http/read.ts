import type { InputOf, OutputOf, Route } from '@mofan/contracts/api';
import { afterOwn, forgetPosition } from './position.ts';
import { hasCode } from './problem.ts';
import { request } from './request.ts';

/** The routes that can wait until they show a given place in the log. */
type Readable = {
  [R in Route]: InputOf<R> extends { query?: infer Query }
    ? 'after' extends keyof NonNullable<Query>
      ? R
      : never
    : never;
}[Route];

/** A query that shows what this page wrote itself: people read what they wrote. */
export async function read<R extends Readable>(
  route: R,
  input: InputOf<R>,
  signal?: AbortSignal,
): Promise<OutputOf<R>> {
  const { query, ...rest } = input as { query?: Record<string, unknown> };
  try {
    return await request(route, { ...rest, query: { ...afterOwn(), ...query } } as unknown as InputOf<R>, { signal });
  } catch (error) {
    // The server no longer knows the place, after a restore for instance: what it shows now is all there is.
    if (!hasCode(error, 'position.invalid')) throw error;
    forgetPosition();
    return request(route, input, { signal });
  }
}
