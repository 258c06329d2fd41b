import { z } from 'zod';
import { Contribution, Points } from './contribution.ts';
import { InputRead } from './input-read.ts';

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
