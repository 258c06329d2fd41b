import { z } from 'zod';
import { InputRead } from './input-read.ts';

/** A number as text, exact: "7.5", "-1", or a fraction like "37/3" where no decimal holds it. */
const Points = z.string();
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

/** Why a line has no value of its own. */
export const Outcome = z.strictObject({
  kind: z.enum(['refused', 'unsettled', 'not-applicable']),
  reason: z.string(),
});
export type Outcome = z.infer<typeof Outcome>;

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
  /** what its formula and its conditions read; absent: it has none */
  inputs: z.array(InputRead).optional(),
  /** absent: the line has a value, or will have one */
  outcome: Outcome.optional(),
});
export type LeafScore = z.infer<typeof LeafScore>;

/** A category, an item or the whole: what its parts come to, and how many of its leaves are settled or have evidence. */
export const GroupScore = z.strictObject({
  id: z.string(),
  ...interval,
  leaves: z.int(),
  settled: z.int(),
  /** leaves that take evidence, and those of them that have some */
  coverable: z.int(),
  covered: z.int(),
  /** absent: the group is not graded; null: it is not decided */
  grade: z.string().nullable().optional(),
  /** the best and the worst grade that it may still have; absent: it is not open */
  gradeRange: z.strictObject({ best: z.string(), worst: z.string() }).optional(),
  outcome: Outcome.optional(),
  /** absent: the plain sum of its parts */
  contributions: z.array(Contribution).optional(),
  /** what its conditions read; absent: it has none */
  inputs: z.array(InputRead).optional(),
});
export type GroupScore = z.infer<typeof GroupScore>;

/** Who may read it: `facts` hides the reviewers' marks (the unit before 审定), `marks` shows them to assessors. */
export const Audience = z.enum(['facts', 'marks']);
export type Audience = z.infer<typeof Audience>;

/** What follows from the figures. `due` is a business date; a condition that may still turn out either way is `open`. */
export const Follows = z.strictObject({
  id: z.string(),
  title: z.string(),
  open: z.boolean(),
  due: z.string().nullable(),
  floor: Points.nullable(),
  ceiling: Points.nullable(),
});
export type Follows = z.infer<typeof Follows>;

export const Scorecard = z.strictObject({
  rubric: z.strictObject({ id: z.string(), version: z.string() }),
  audience: Audience,
  total: GroupScore,
  /** every group of the tree in the table's order, parents before children */
  groups: z.array(GroupScore),
  leaves: z.array(LeafScore),
  /** figures beside the tree; absent: the table has none */
  figures: z.array(LeafScore).optional(),
  /** absent: nothing follows */
  follows: z.array(Follows).optional(),
});
export type Scorecard = z.infer<typeof Scorecard>;

/** One line of a scorecard: the total by the rubric's id, a group, a criterion, or a figure beside the tree. */
export const lineIn = ({ total, groups, leaves, figures = [] }: Scorecard, id: string) =>
  [total, ...groups, ...leaves, ...figures].find((line) => line.id === id);
