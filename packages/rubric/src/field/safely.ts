import { Refusal } from '../figure.ts';

/** What is read, or something else where the rules refuse it for a unit: then a person looks at it. */
export function safely<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal || error instanceof RangeError) return otherwise;
    throw error;
  }
}
