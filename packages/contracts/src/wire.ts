import { z } from 'zod';
import { BusinessDate, Slug, Text } from '@mofan/domain/kernel/message';

/** A place in the log that only the server can read. `?after=` takes one, a command answers with one. */
export const Position = z.string().regex(/^[A-Za-z0-9_-]{16,120}$/);

/** What people type to find something: one line, nothing that a database refuses. */
export const SearchText = Text(60);

/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime();

export const After = { after: Position.optional() };
export const Paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
};

/** A page of a list, and how many rows there are in all that the asker may see. */
export const pageOf = <Row extends z.ZodType>(row: Row) => z.strictObject({ rows: z.array(row), total: z.int() });

/** Who did something, as people may see it: what the account is called, never more. */
export const Actor = z.strictObject({ name: z.string(), role: z.string() });

/** What every command answers: the place in the log to read after, and the version of the stream it wrote. */
export const Recorded = z.strictObject({ position: Position, version: z.int() });

export const CycleId = z.strictObject({ cycleId: Slug });
export const CycleUnit = z.strictObject({ cycleId: Slug, unitId: Slug });

/** `asOf`: what was recorded by the end of that day in Asia/Shanghai. Absent: now. */
export const AsOf = { asOf: BusinessDate.optional() };

/** RFC 9457, with the stable `code` that the web translates and `issues` where a field is at fault. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  issues: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
