import { z } from 'zod';
import { Round } from './step.ts';
import { Code, Count, Decimal, ExpressionText, Ratio, Rounding, Words } from './values.ts';

/**
 * Who is chosen (评先评优): within each group of `among`, of those for whom `eligible` holds, in the order of the keys,
 * as many as there are places; nobody where fewer than `least` may be chosen. A later selection may ask whom an earlier
 * one chose. A tie that the keys leave over the last place is reported, never settled.
 */
export const Selection = z
  .strictObject({
    id: Code,
    title: Words,
    among: Code.optional(),
    eligible: ExpressionText.optional(),
    order: z.array(z.strictObject({ by: ExpressionText, best: z.enum(['highest', 'lowest']) })).min(1),
    least: Count.optional(),
    places: Count.optional(),
    /** a part of the base, in whole places; `where`: only units for which it holds count towards the base */
    quota: z
      .strictObject({
        share: Ratio,
        of: z.enum(['group', 'eligible', 'declared']),
        where: ExpressionText.optional(),
        rounding: Rounding,
      })
      .optional(),
  })
  .refine(({ places, quota }) => (places === undefined) !== (quota === undefined), { error: 'places or quota' });
export type Selection = z.infer<typeof Selection>;

/**
 * What follows from a figure: a deadline in days from the day of the facts, an amount, rounded where the table says so,
 * or each unit's part of a pot in proportion to `by`, with what the rounding leaves undivided shown.
 */
export const Consequence = z
  .strictObject({
    id: Code,
    title: Words,
    when: ExpressionText.optional(),
    dueInDays: Count.optional(),
    amount: ExpressionText.optional(),
    round: Round.optional(),
    split: z.strictObject({ pot: Decimal, by: ExpressionText, round: Round }).optional(),
  })
  .refine(({ amount, round }) => round === undefined || amount !== undefined, { error: 'round goes with amount' });
export type Consequence = z.infer<typeof Consequence>;
