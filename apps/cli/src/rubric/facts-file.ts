import type { UnitFacts } from '@mofan/rubric/facts';
import { z } from 'zod';

const BusinessDate = z.iso.date();

/** What a facts file holds: one unit's facts as the scorer takes them. */
export const FactsFile: z.ZodType<UnitFacts> = z.strictObject({
  asOf: BusinessDate,
  period: z.strictObject({ from: BusinessDate, to: BusinessDate }),
  recordingClosed: z.boolean(),
  records: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      occurredOn: BusinessDate,
      session: z.string(),
      criteria: z.array(z.string()),
      accepted: z.boolean(),
    }),
  ),
  cases: z.array(
    z.strictObject({
      id: z.string(),
      category: z.string(),
      role: z.string(),
      person: z.string(),
      act: z.string(),
      effectiveOn: BusinessDate,
      documentNumber: z.string(),
    }),
  ),
  marks: z.array(
    z.strictObject({
      id: z.string(),
      criterion: z.string(),
      grade: z.string(),
      points: z.string().regex(/^-?\d+(\.\d+)?$/),
      final: z.boolean(),
      discretion: z.boolean().optional(),
    }),
  ),
}) as z.ZodType<UnitFacts>;
