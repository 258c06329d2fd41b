import { z } from 'zod';

/** A decimal as text, exact: "7.5", "-1". */
const Points = z.string();

/** Why a figure is what it is: the rule that spoke, the facts it spoke about, the rulings it was read with. */
export const Contribution = z.discriminatedUnion('kind', [
  /** Not judged yet: the criterion may still be worth anything in its interval. */
  z.strictObject({ kind: z.literal('open'), rulings: z.array(z.string()) }),
  /** Evidence that counts for the criterion. It shows coverage; it never grades. */
  z.strictObject({ kind: z.literal('evidence'), facts: z.array(z.string()) }),
  /** A counted threshold: `count` of `least`, met or not; `caps` once it can no longer be met. */
  z.strictObject({
    kind: z.literal('count'),
    metric: z.string(),
    count: z.int(),
    least: z.int(),
    caps: z.boolean(),
    gradeAtMost: z.string(),
    facts: z.array(z.string()),
    rulings: z.array(z.string()),
  }),
  /** One act of one person at one rate. `facts` are all incidents of the act, the one charged first. */
  z.strictObject({
    kind: z.literal('deduction'),
    rate: z.string(),
    amount: Points,
    facts: z.array(z.string()),
    rulings: z.array(z.string()),
  }),
  /** What the deductions exceed the floor by: recorded, charged nowhere else. */
  z.strictObject({ kind: z.literal('excess'), amount: Points, rulings: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('mark'),
    grade: z.string(),
    points: Points,
    final: z.boolean(),
    fact: z.string(),
    rulings: z.array(z.string()),
  }),
  /** A mark or a case that the rules refuse, with a stable reason code; it changes no figure. */
  z.strictObject({ kind: z.literal('refused'), reason: z.string(), fact: z.string(), rulings: z.array(z.string()) }),
]);
export type Contribution = z.infer<typeof Contribution>;

const interval = { points: Points, floor: Points, ceiling: Points };

/** One criterion. It is settled when floor and ceiling meet. */
export const LeafScore = z.strictObject({
  id: z.string(),
  ...interval,
  settled: z.boolean(),
  /** decided by rule alone (10.4): nobody judges it */
  byRule: z.boolean(),
  grade: z.string().nullable(),
  gradeAtMost: z.string().nullable(),
  /** pieces of evidence; null where the criterion takes none */
  evidence: z.int().nullable(),
  contributions: z.array(Contribution),
});
export type LeafScore = z.infer<typeof LeafScore>;

/** A category, an item or the whole: sums of leaves and how many of them are settled or have evidence. */
export const GroupScore = z.strictObject({
  id: z.string(),
  ...interval,
  leaves: z.int(),
  settled: z.int(),
  /** leaves that take evidence, and those of them that have some */
  coverable: z.int(),
  covered: z.int(),
});
export type GroupScore = z.infer<typeof GroupScore>;

/** Who may read it: `facts` hides the reviewers' marks (the unit before 审定), `marks` shows them to assessors. */
export const Audience = z.enum(['facts', 'marks']);
export type Audience = z.infer<typeof Audience>;

export const Scorecard = z.strictObject({
  rubric: z.strictObject({ id: z.string(), version: z.string() }),
  audience: Audience,
  total: GroupScore,
  /** every group of the tree in the table's order, parents before children */
  groups: z.array(GroupScore),
  leaves: z.array(LeafScore),
});
export type Scorecard = z.infer<typeof Scorecard>;
