import { z } from 'zod';
import { Bound, Code, Count, Decimal, ExpressionText, Ratio, Words, oneOf } from './values.ts';

/** While a count stays below `least` and can no longer reach it, the grade is at most `gradeAtMost`. */
const CountCap = z.strictObject({ metric: Code, least: Count, gradeAtMost: Code });

/** A deduction left to the assessor's judgement: only inside the bands, with a reason, the grade at most `gradeAtMost`. */
const Discretion = z.strictObject({ trigger: Words, gradeAtMost: Code });

/**
 * How several figures become one. `best`: only so many of the best count, which are the highest unless `better` says that
 * low is good; `drop`: of so many, as many at either end fall away.
 */
export const Combine = z.strictObject({
  by: z.enum(['sum', 'weighted', 'mean', 'lowest', 'highest']),
  best: Count.optional(),
  better: z.enum(['highest', 'lowest']).optional(),
  drop: z.array(z.strictObject({ from: Count, each: Count })).optional(),
});
export type Combine = z.infer<typeof Combine>;

/** Assessors in groups whose weights add up to one at each level. */
export type RaterGroup = { id: string; title?: string | undefined; weight: string; groups?: RaterGroup[] | undefined };
export const RaterGroup: z.ZodType<RaterGroup> = z.lazy(() =>
  z.strictObject({ id: Code, title: Words.optional(), weight: Ratio, groups: z.array(RaterGroup).min(1).optional() }),
);

/**
 * Several assessors mark one line. Their marks are combined group by group; a final mark is the consensus, which stands
 * apart from the mean. `spread`: marks further apart raise an alert; `distribution`: of one rater's marks over all
 * units, at most such a part may bear the grade.
 */
const Raters = z.strictObject({
  combine: Combine,
  groups: z.array(RaterGroup).min(1).optional(),
  least: Count.optional(),
  spread: Decimal.optional(),
  distribution: z.array(z.strictObject({ grade: Code, most: Ratio })).optional(),
});
export type Raters = z.infer<typeof Raters>;

/** A person's judgement: exactly one of `scale`, `step`, `percent`, `values`, `grades` says what may be given. */
export const Mark = z
  .strictObject({
    /** a grade, and points within its band */
    scale: Code.optional(),
    /** points from zero to the line's, in whole multiples */
    step: Decimal.optional(),
    /** percent of the line's points, in whole multiples */
    percent: Decimal.optional(),
    /** one of these numbers of points */
    values: z.array(Bound).min(1).optional(),
    /** a grade alone, with the points that it gives or without any number */
    grades: z
      .array(z.strictObject({ grade: Code, points: Bound.optional() }))
      .min(1)
      .optional(),
    caps: z.array(CountCap).optional(),
    discretion: Discretion.optional(),
    raters: Raters.optional(),
  })
  .refine(
    ({ scale, step, percent, values, grades }) =>
      [scale, step, percent, values, grades].filter((each) => each !== undefined).length === 1,
    { error: 'one of: scale, step, percent, values, grades' },
  );
export type Mark = z.infer<typeof Mark>;

/** `role` absent: whatever the role. `quote`: the phrase of the text that sets it. `most`: what this rate comes to at most. */
const Rate = z.strictObject({
  id: Code,
  title: Words,
  category: Code,
  role: Code.optional(),
  per: z.enum(['case', 'occurrence']),
  points: Decimal,
  most: Decimal.optional(),
  quote: Words.optional(),
});
export type Rate = z.infer<typeof Rate>;

/**
 * What happened, each case at its rate: full marks less the deductions, or from zero where the line only adds. `charge`:
 * every case; of one person's act (or of one achievement) the heaviest alone; or the single heaviest of the line (只取
 * 最高一项). `shared`: a case that several units share counts each unit's equal part.
 */
export const Cases = z
  .strictObject({
    deduct: z.array(Rate).min(1).optional(),
    add: z.array(Rate).min(1).optional(),
    charge: z.enum(['every', 'heaviest-per-act', 'heaviest']),
    shared: z.enum(['equally']).optional(),
  })
  .refine(({ deduct, add }) => deduct !== undefined || add !== undefined, { error: 'deduct, add or both' });
export type Cases = z.infer<typeof Cases>;

/**
 * Ballots: the mean of what the options are worth, over the valid ballots of each group of voters. `turnout`: of those
 * entitled, at least such a part must have voted validly, or the vote decides nothing.
 */
export const Votes = z.strictObject({
  options: z.array(z.strictObject({ code: Code, title: Words, worth: Bound })).min(1),
  groups: z.array(RaterGroup).min(1).optional(),
  turnout: Ratio.optional(),
});
export type Votes = z.infer<typeof Votes>;

/** Where a line's figure comes from. */
export const Source = oneOf({ mark: Mark, cases: Cases, votes: Votes, formula: ExpressionText, combine: Combine });
export type Source = z.infer<typeof Source>;
