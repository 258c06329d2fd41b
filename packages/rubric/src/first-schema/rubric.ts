import { z } from 'zod';
import { FINDING_CODES } from '../lint/finding.ts';

/** A decimal written out, never a binary float: "12", "0.5". */
const Decimal = z.string().regex(/^\d{1,9}(\.\d{1,6})?$/);
const Code = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const NodeId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/);
const Chinese = z.string().min(1).max(2000);
const CalendarDate = z.iso.date();

/**
 * One end of a band as a function of the leaf's points P:
 * `{ minus: "3" }` is P − 3, `{ times: "1/2" }` is P / 2, `{ points: "0" }` is 0 whatever P is.
 */
type Bound = { points: string } | { minus: string } | { times: string } | { greatest: Bound[] };
const Bound: z.ZodType<Bound> = z.lazy(() =>
  z.union([
    z.strictObject({ points: Decimal }),
    z.strictObject({ minus: Decimal }),
    z.strictObject({ times: z.string().regex(/^\d{1,6}(\/[1-9]\d{0,5})?$/) }),
    z.strictObject({ greatest: z.array(Bound).min(1) }),
  ]),
);

const Band = z.strictObject({ grade: Code, from: Bound, to: Bound });

/** A grade with bands of points, best first. `step`: marks are whole multiples of it. */
const Scale = z.strictObject({ step: Decimal, bands: z.array(Band).min(1) });

/** While a count stays below `least` and can no longer reach it, the grade is at most `gradeAtMost`. */
const CountCap = z.strictObject({ metric: Code, least: z.int().positive(), gradeAtMost: Code });

/** A deduction left to the assessor's judgement: only inside the bands, with a reason, the grade at most `gradeAtMost`. */
const Discretion = z.strictObject({ trigger: Chinese, gradeAtMost: Code });

const JudgedRule = z.strictObject({
  kind: z.literal('judged'),
  scale: Code,
  caps: z.array(CountCap).default([]),
  discretion: Discretion.optional(),
});

/** `role` absent: the rate applies whatever the role. `quote` is the phrase of the criterion's text that sets the rate. */
const Rate = z.strictObject({
  id: Code,
  title: Chinese,
  category: Code,
  role: Code.optional(),
  per: z.enum(['case', 'occurrence']),
  points: Decimal,
  quote: Chinese,
});

/** Full marks less what the cases cost; never below `floor`, the excess is recorded and charged nowhere else. */
const DeductRule = z.strictObject({
  kind: z.literal('deduct'),
  floor: Decimal.optional(),
  /** one person and one act is one case, the heaviest rate alone */
  heaviestPerAct: z.boolean(),
  rates: z.array(Rate).min(1),
});

const Leaf = z.strictObject({
  id: NodeId,
  text: Chinese,
  points: Decimal,
  documents: z.array(Code).default([]),
  rule: z.discriminatedUnion('kind', [JudgedRule, DeductRule]),
});
export type FirstLeaf = z.infer<typeof Leaf>;

export type FirstGroup = { id: string; title: string; en?: string | undefined; points: string; children: FirstNode[] };
export type FirstNode = FirstLeaf | FirstGroup;
const Group: z.ZodType<FirstGroup> = z.lazy(() =>
  z.strictObject({
    id: NodeId,
    title: Chinese,
    en: z.string().optional(),
    points: Decimal,
    children: z.array(z.union([Leaf, Group])).min(1),
  }),
);

const Grade = z.strictObject({ code: Code, title: Chinese, rule: Chinese });
/** Counts distinct sessions of one evidence kind: the same session entered twice counts once. */
const Metric = z.strictObject({ id: Code, title: Chinese, counts: Code });
const EvidenceKind = z.strictObject({
  id: Code,
  title: Chinese,
  en: z.string(),
  group: Code,
  /** the criteria that such a record is proposed to count for */
  criteria: z.array(NodeId),
});
const CitedDocument = z.strictObject({ id: Code, title: Chinese, number: Chinese.nullable(), where: Chinese });

const Governed = z.enum(['mark', 'discretion', 'count', 'deduction', 'excess']);

/**
 * A reading (解释口径) of a place where the text leaves a choice. `patch` is an RFC 7396 merge patch over the
 * table's `scales` and, by leaf id, over `leaves`: without it the text is taken literally.
 */
const Ruling = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{2,3}$/),
  on: Chinese,
  problem: Chinese,
  reading: Chinese,
  alternatives: z.array(Chinese),
  leaves: z.array(NodeId),
  governs: z.array(Governed).default([]),
  /** findings of the linter that the reading says are meant so */
  settles: z.array(z.enum(FINDING_CODES)).optional(),
  patch: z
    .strictObject({
      scales: z.record(z.string(), z.json()).optional(),
      leaves: z.record(z.string(), z.json()).optional(),
    })
    .optional(),
});
export type FirstRuling = z.infer<typeof Ruling>;

/**
 * The schema of before the language (`mofan-rubric/1`). Years have pinned contents of it by their hash, so it is read for
 * ever; nothing new is written in it.
 */
export const FirstRubric = z.strictObject({
  schema: z.literal('mofan-rubric/1'),
  id: Code,
  version: z.string().regex(/^\d{4}(\.\d{1,3})?$/),
  title: Chinese,
  source: z.strictObject({
    document: Chinese,
    issuedBy: Chinese,
    printedOn: CalendarDate,
    sha256: z.string().length(64),
  }),
  /** names of the tree's levels from the root down, the leaves last */
  levels: z.array(z.strictObject({ code: Code, title: Chinese })).min(1),
  points: Decimal,
  gradingNote: Chinese,
  /** how a figure is shown; sums are exact before it */
  rounding: z.strictObject({ mode: z.enum(['half-up', 'half-even', 'cut']), places: z.int().min(0).max(6) }),
  grades: z.array(Grade).min(1),
  scales: z.record(Code, Scale),
  metrics: z.array(Metric),
  evidenceKinds: z.array(EvidenceKind),
  documents: z.array(CitedDocument),
  children: z.array(Group).min(1),
  rulings: z.strictObject({ proposedOn: CalendarDate, items: z.array(Ruling) }),
});
export type FirstRubric = z.infer<typeof FirstRubric>;
