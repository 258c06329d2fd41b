import type { Wording } from '../explain/wording.ts';

/** Where an expression cannot be read: `at` is the offset of the fault, counted from 0. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';

  constructor(
    readonly at: number,
    readonly said: Wording,
  ) {
    super(said.en);
  }
}

export type Comparison = '<' | '<=' | '=' | '!=' | '>=' | '>';
export type Arithmetic = '+' | '-' | '*' | '/';

/** An expression as a tree. It has no loops, no assignment and no way to call anything but the named functions. */
export type Expression =
  | { kind: 'number'; text: string; at: number }
  | { kind: 'text'; text: string; at: number }
  | { kind: 'name'; name: string; at: number }
  | { kind: 'call'; name: string; args: Expression[]; at: number }
  | { kind: 'negate'; of: Expression; at: number }
  | { kind: 'not'; of: Expression; at: number }
  | { kind: 'arithmetic'; sign: Arithmetic; left: Expression; right: Expression; at: number }
  | { kind: 'compare'; sign: Comparison; left: Expression; right: Expression; at: number }
  | { kind: 'and' | 'or'; left: Expression; right: Expression; at: number };
