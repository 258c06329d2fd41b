import { z } from 'zod';

/**
 * The smallest words of the language. Every number is text, so that "0.1" stays what was written, wherever the file came
 * from; the published JSON Schema lets an editor accept a bare number in its place (`numeric`).
 */
const numeric = (pattern: RegExp) => z.string().regex(pattern).meta({ numeric: true });

/** "12", "0.5": never negative. */
export const Decimal = numeric(/^\d{1,9}(\.\d{1,6})?$/);
/** "-12", "0.5". */
export const Signed = numeric(/^-?\d{1,9}(\.\d{1,6})?$/);
/** A whole number, "0" to "999999". */
export const Count = numeric(/^\d{1,6}$/);
/** A part of a whole: "20%", "1/3", "0.2". */
export const Ratio = numeric(/^(\d{1,6}(\.\d{1,6})?%?|\d{1,6}\/[1-9]\d{0,5})$/);
export const Code = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
/** The id of a line: "2", "10.4", "C1". */
export const LineId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/);
export const Words = z.string().min(1).max(2000);
export const CalendarDate = z.iso.date();
/** A condition or a number, in the grammar of `expression/parse.ts`. */
export const ExpressionText = z.string().min(1).max(500);

/**
 * A number of points, or one end of a band, as a function of the line's points P: "5" is 5 whatever P is, "60%" is
 * P × 60 %, `{ minus: "3" }` is P − 3, `{ times: "1/2" }` is P / 2.
 */
export type Bound = string | { points: string } | { minus: string } | { times: string } | { greatest: Bound[] };
export const Bound: z.ZodType<Bound> = z.lazy(() =>
  z.union([
    numeric(/^-?\d{1,9}(\.\d{1,6})?%?$/),
    z.strictObject({ points: Decimal }),
    z.strictObject({ minus: Decimal }),
    z.strictObject({ times: Ratio }),
    z.strictObject({ greatest: z.array(Bound).min(1) }),
  ]),
);

/** Both ends are declared open or closed: `from` and `to` belong to the band, `above` and `below` do not. */
export const ends = {
  from: Bound.optional(),
  above: Bound.optional(),
  to: Bound.optional(),
  below: Bound.optional(),
};

export const Rounding = z.enum(['half-up', 'half-even', 'cut', 'up']);
export type Rounding = z.infer<typeof Rounding>;

/** An object that has exactly one of its optional keys: the construct that it is. */
export const oneOf = <Shape extends Record<string, z.ZodType>>(shape: Shape) =>
  z
    .strictObject(
      Object.fromEntries(Object.entries(shape).map(([key, type]) => [key, type.optional()])) as {
        [Key in keyof Shape]: z.ZodOptional<Shape[Key]>;
      },
    )
    .refine((value) => Object.values(value).filter((each) => each !== undefined).length === 1, {
      error: `one of: ${Object.keys(shape).join(', ')}`,
    })
    .meta({ minProperties: 1, maxProperties: 1 });
