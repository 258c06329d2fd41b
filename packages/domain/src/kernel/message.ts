import { z } from 'zod';

/** A command or an event: a literal `type` and the fields of `shape`; unknown fields are refused. */
export const message = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** Ids that people give to things: cycles, units. They stand in stream names, so no separators but the hyphen. */
export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,47}$/);

/** A business date in Asia/Shanghai, of a year that somebody living may have recorded. */
export const BusinessDate = z.iso.date().regex(/^(19|20|21)/);

/** Written in small letters, as PostgreSQL writes it: two spellings of one id would be two streams. */
export const Uuid = z.uuid().toLowerCase();

/** An account or a person known only by an opaque reference; what it stands for is kept outside the log. */
export const OpaqueRef = Uuid;

/** A short text that people write. Control characters would break exports and logs. */
export const Text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u);
