import { z } from 'zod';

const read = { text: z.string(), facts: z.array(z.string()) };

/** One thing that a rule reads, as its expression names it ("rate", "count('study')"), with the value that it had. */
export const InputRead = z.discriminatedUnion('kind', [
  /** both ends alike: it is known; an end that is null is open */
  z.strictObject({ ...read, kind: z.literal('number'), floor: z.string().nullable(), ceiling: z.string().nullable() }),
  /** null: nobody has stated it */
  z.strictObject({ ...read, kind: z.literal('truth'), holds: z.boolean().nullable() }),
  /** `open`: it may still become one; null and not open: there is none */
  z.strictObject({ ...read, kind: z.literal('grade'), grade: z.string().nullable(), open: z.boolean() }),
  z.strictObject({ ...read, kind: z.literal('text'), word: z.string().nullable() }),
]);
export type InputRead = z.infer<typeof InputRead>;
