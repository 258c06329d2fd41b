import { z } from 'zod';
import { Bound, Code, Count, Decimal, ExpressionText, Rounding, Words, ends, oneOf } from './values.ts';

/** To so many decimal places, or to whole multiples of a step. */
export const Round = z
  .strictObject({ mode: Rounding, places: Count.optional(), step: Decimal.optional() })
  .refine(({ places, step }) => (places === undefined) !== (step === undefined), { error: 'places or step' });
export type Round = z.infer<typeof Round>;

/** Never below `least` nor above `most`; what is cut off is recorded and counts nowhere else. */
export const Clamp = z
  .strictObject({ least: Bound.optional(), most: Bound.optional() })
  .refine(({ least, most }) => least !== undefined || most !== undefined, { error: 'least, most or both' });

/** The figure falls into a band, which gives a grade, other points, or both. Bands stand best first. */
export const Bands = z.array(z.strictObject({ ...ends, grade: Code.optional(), points: Bound.optional() })).min(1);

/** The first case whose condition holds gives the grade, and points where it says so. The last needs no condition. */
export const Decide = z
  .array(z.strictObject({ when: ExpressionText.optional(), grade: Code.optional(), points: Bound.optional() }))
  .min(1);

const effects = {
  /** 一票否决, or any figure put in its place */
  becomes: Bound.optional(),
  atMost: Bound.optional(),
  grade: Code.optional(),
  gradeAtMost: Code.optional(),
  /** so many grades less, never below the last */
  gradeDown: Count.optional(),
  /** not settled by the rules: a judgement with a recorded reason is asked for */
  ask: Words.optional(),
  /** no figure at all, with the reason */
  refuse: Words.optional(),
  /** the line does not apply (不适用): it has no points and takes none, and its group counts without it */
  exclude: z.enum(['line']).optional(),
  /** the rating of the period before goes on */
  carry: z.enum(['previous']).optional(),
};

/** While the condition holds, the effect does. `because` is the sentence that people read. */
export const Gate = z
  .strictObject({ when: ExpressionText, because: Words, ...effects })
  .refine((gate) => Object.keys(effects).some((key) => key in gate), {
    error: `one of: ${Object.keys(effects).join(', ')}`,
  });
export type Gate = z.infer<typeof Gate>;

/**
 * Against the others of the group, in a second pass: `share` gives the line's points in proportion to the best, `byRank`
 * by place (a table for groups of up to so many), `place` the place itself, 1 for the best. `among`: the attribute that groups the units, all of them without it.
 * Ties share the better place (competition) or the mean of the places.
 */
export const Relative = z
  .strictObject({
    best: z.enum(['highest', 'lowest']),
    among: Code.optional(),
    share: z.enum(['of-points']).optional(),
    byRank: z
      .array(z.strictObject({ upTo: Count.optional(), points: z.array(Bound).min(1) }))
      .min(1)
      .optional(),
    place: z.enum(['of-group']).optional(),
    ties: z.enum(['competition', 'mean']).optional(),
  })
  .refine((rule) => [rule.share, rule.byRank, rule.place].filter((each) => each !== undefined).length === 1, {
    error: 'one of: share, byRank, place',
  });
export type Relative = z.infer<typeof Relative>;

/** One thing done to a figure, in the order in which the steps stand. */
export const Step = oneOf({
  compute: ExpressionText,
  clamp: Clamp,
  round: Round,
  band: Bands,
  decide: Decide,
  gate: Gate,
  relative: Relative,
});
export type Step = z.infer<typeof Step>;
export type StepName = keyof Step;
