import { z } from 'zod';

/** A number as text, exact: "7.5", "-1", or a fraction like "37/3" where no decimal holds it. */
export const Points = z.string();
const rulings = z.array(z.string());
const facts = z.array(z.string());

/** Why a figure is what it is: the rule that spoke, the facts it spoke about, the rulings it was read with. */
export const Contribution = z.discriminatedUnion('kind', [
  /** Not judged yet: the criterion may still be worth anything in its interval. */
  z.strictObject({ kind: z.literal('open'), rulings }),
  /** Evidence that counts for the criterion. It shows coverage; it never grades. */
  z.strictObject({ kind: z.literal('evidence'), facts }),
  /** A counted threshold: `count` of `least`, met or not; `caps` once it can no longer be met. */
  z.strictObject({
    kind: z.literal('count'),
    metric: z.string(),
    count: z.int(),
    least: z.int(),
    caps: z.boolean(),
    gradeAtMost: z.string(),
    facts,
    rulings,
  }),
  /** One act of one person at one rate. `facts` are all incidents of the act, the one charged first. */
  z.strictObject({ kind: z.literal('deduction'), rate: z.string(), amount: Points, facts, rulings }),
  /** The same for what a case adds. */
  z.strictObject({ kind: z.literal('addition'), rate: z.string(), amount: Points, facts, rulings }),
  /** What exceeds a rate's or the line's limit: recorded, counted nowhere else. */
  z.strictObject({
    kind: z.literal('excess'),
    amount: Points,
    /** the limit that cut it off, by its place among the line's steps, and what it left; null: a rate's own */
    limit: z.strictObject({ at: z.int(), before: Points, after: Points }).nullable(),
    /** whose own limit it was; absent: the line's */
    rate: z.string().optional(),
    rulings,
  }),
  z.strictObject({
    kind: z.literal('mark'),
    grade: z.string(),
    points: Points,
    final: z.boolean(),
    fact: z.string(),
    rulings,
  }),
  /** A fact that the rules refuse, with a stable reason code: it gives no figure, and may leave one open. */
  z.strictObject({ kind: z.literal('refused'), reason: z.string(), fact: z.string(), rulings }),
  /** What a formula gave from the facts and lines that it names. */
  z.strictObject({
    kind: z.literal('formula'),
    text: z.string(),
    floor: Points.nullable(),
    ceiling: Points.nullable(),
    facts,
    rulings,
  }),
  /** Several assessors' marks, or several parts, as one: each part with its share of the result and whether it counted. */
  z.strictObject({
    kind: z.literal('combined'),
    by: z.string(),
    parts: z.array(
      z.strictObject({
        id: z.string(),
        floor: Points,
        ceiling: Points,
        weight: Points.nullable(),
        counted: z.boolean(),
        /** absent: it counts as it is; else what it came to of what it could give, before it was scaled */
        scaledFrom: z.strictObject({ floor: Points.nullable(), ceiling: Points.nullable(), full: Points }).optional(),
      }),
    ),
    /** bonuses and penalties beside them, added as they are */
    onTop: z.array(z.strictObject({ id: z.string(), floor: Points, ceiling: Points })).optional(),
    floor: Points.nullable(),
    ceiling: Points.nullable(),
    rulings,
  }),
  /** One group's valid ballots. */
  z.strictObject({
    kind: z.literal('tally'),
    group: z.string(),
    valid: z.int(),
    entitled: z.int(),
    /** the ballots for each option, by its code */
    counts: z.record(z.string(), z.int()),
    points: Points,
    facts,
    rulings,
  }),
  /**
   * One step, the figure before and after it, and the full marks that it could read; a step that changed nothing is not
   * told. `at`: its place among the line's steps. `open`: whether its condition holds is not known yet.
   */
  z.strictObject({
    kind: z.literal('step'),
    step: z.string(),
    at: z.int(),
    text: z.string(),
    open: z.boolean(),
    before: z.strictObject({ floor: Points.nullable(), ceiling: Points.nullable() }),
    full: Points.nullable(),
    floor: Points.nullable(),
    ceiling: Points.nullable(),
    grade: z.string().nullable(),
    rulings,
  }),
  /** Parts that do not apply were left out: what was reached of what could be had, before it is scaled. */
  z.strictObject({ kind: z.literal('left-out'), raw: Points, of: Points, lines: z.array(z.string()), rulings }),
  /** It is not known yet whether these parts apply: the figure allows for both. */
  z.strictObject({ kind: z.literal('may-not-apply'), lines: z.array(z.string()), rulings }),
  z.strictObject({ kind: z.literal('not-applicable'), reason: z.string(), fact: z.string(), rulings }),
  /** A judgement where the rules settle nothing, with its reason. */
  z.strictObject({ kind: z.literal('decision'), reason: z.string(), fact: z.string(), rulings }),
  /** Something for people to look at that changes no figure: raters too far apart, a distribution not kept. */
  z.strictObject({ kind: z.literal('alert'), alert: z.string(), text: z.string(), rulings }),
]);
export type Contribution = z.infer<typeof Contribution>;
