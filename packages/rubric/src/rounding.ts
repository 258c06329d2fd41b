import { type Exact, divide, exact, multiply, round } from './exact.ts';
import type { Rounding } from './language/values.ts';

/** As a table declares it: to decimal places, or to whole multiples of a step. */
export function rounded(value: Exact, mode: Rounding, places: number, step: Exact | null): Exact {
  return step ? multiply(round(divide(value, step), mode, 0), step) : round(value, mode, places);
}

/** The same from the words of the language. */
export const roundedBy = (
  { mode, places, step }: { mode: Rounding; places?: string | undefined; step?: string | undefined },
  value: Exact,
): Exact => rounded(value, mode, Number(places ?? '0'), step === undefined ? null : exact(step));
