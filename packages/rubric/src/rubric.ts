import { z } from 'zod';
import { Consequence, Selection } from './language/selection.ts';
import { Source } from './language/source.ts';
import { Step } from './language/step.ts';
import { CalendarDate, Code, Count, Decimal, LineId, Ratio, Rounding, Signed, Words, ends } from './language/values.ts';
import { FINDING_CODES } from './lint/finding.ts';

/** A grade with bands of points, best first. `step`: marks are whole multiples of it. */
const Scale = z.strictObject({
  step: Decimal,
  bands: z.array(z.strictObject({ grade: Code, ...ends })).min(1),
});

/**
 * What a line is worth: `points` count towards the full marks of its group, `bonus` comes on top of them, `penalty` is
 * taken from them; without any it has no number (an ordinal judgement) or one that no sum counts.
 */
const worth = { points: Decimal.optional(), bonus: Decimal.optional(), penalty: Decimal.optional() };

const Leaf = z.strictObject({
  id: LineId,
  text: Words,
  en: z.string().optional(),
  ...worth,
  weight: Ratio.optional(),
  /** what becomes of the line where it does not apply (不适用): left out, full marks, or none; absent: it always applies */
  notApplicable: z.enum(['exclude', 'full', 'zero']).optional(),
  documents: z.array(Code).optional(),
  from: Source,
  steps: z.array(Step).optional(),
});
export type Leaf = z.infer<typeof Leaf>;

export type Group = {
  id: string;
  title: string;
  en?: string | undefined;
  points?: string | undefined;
  bonus?: string | undefined;
  penalty?: string | undefined;
  weight?: string | undefined;
  /** what is left when lines do not apply: scaled up to the group's points, or less to reach */
  notApplicable?: 'rescale' | 'shrink' | undefined;
  from?: Source | undefined;
  steps?: Step[] | undefined;
  children: RubricNode[];
};
export type RubricNode = Leaf | Group;
const Group: z.ZodType<Group> = z.lazy(() =>
  z.strictObject({
    id: LineId,
    title: Words,
    en: z.string().optional(),
    ...worth,
    weight: Ratio.optional(),
    notApplicable: z.enum(['rescale', 'shrink']).optional(),
    from: Source.optional(),
    steps: z.array(Step).optional(),
    children: z.array(Node).min(1),
  }),
);

/** Told apart by `children` before anything is checked, so that a fault is reported where it stands. */
const Node: z.ZodType<RubricNode> = z.lazy(() => z.union([Group, Leaf]));

/** What the facts may hold besides records, cases and marks: a number, a series of numbers, or a statement (yes or no). */
const Input = z.strictObject({
  id: Code,
  title: Words,
  kind: z.enum(['number', 'series', 'statement']),
  unit: Words.optional(),
  least: Signed.optional(),
  most: Signed.optional(),
});
export type Input = z.infer<typeof Input>;

/** What a kind of case is called: of one that conditions ask for and no line charges, a veto, or of any other. */
const Category = z.strictObject({ id: Code, title: Words });
/** What the role is called in which somebody was, when a case happened (负责人、工作人员). */
const Role = z.strictObject({ id: Code, title: Words });

const Grade = z.strictObject({ code: Code, title: Words, rule: Words.optional() });
/** Counts distinct sessions of one evidence kind: the same session entered twice counts once. */
const Metric = z.strictObject({ id: Code, title: Words, counts: Code });
const EvidenceKind = z.strictObject({
  id: Code,
  title: Words,
  en: z.string(),
  group: Code,
  /** the criteria that such a record is proposed to count for */
  criteria: z.array(LineId),
});

/** A document that the table cites. Superseded: another one has taken its place. */
const CitedDocument = z.strictObject({
  id: Code,
  title: Words,
  number: Words.optional(),
  where: Words,
  validFrom: CalendarDate.optional(),
  validTo: CalendarDate.optional(),
  supersededBy: z.strictObject({ title: Words, number: Words.optional(), on: CalendarDate }).optional(),
});

/** What a ruling speaks of: the figures of its leaves that name it as the reading they rest on. */
export const Governed = z.enum(['mark', 'discretion', 'count', 'deduction', 'excess', 'not-applicable', 'step']);
export type Governed = z.infer<typeof Governed>;

/**
 * A reading (解释口径) of a place where the text leaves a choice. `patch` is an RFC 7396 merge patch over the table's
 * `scales` and, by line id, over the rules of `lines`: without it the text is taken literally. `signed`: by which office,
 * and when.
 */
const Ruling = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{2,3}$/),
  on: Words,
  problem: Words,
  reading: Words,
  alternatives: z.array(Words),
  leaves: z.array(LineId),
  governs: z.array(Governed).optional(),
  /** findings of the linter that the reading says are meant so */
  settles: z.array(z.enum(FINDING_CODES)).optional(),
  signed: z.strictObject({ on: CalendarDate, by: Words }).optional(),
  patch: z
    .strictObject({
      scales: z.record(z.string(), z.json()).optional(),
      lines: z.record(z.string(), z.json()).optional(),
    })
    .optional(),
});
export type Ruling = z.infer<typeof Ruling>;

/** One version of an assessment table, whole: text, arithmetic, readings. Its content hash is what a cycle pins. */
export const Rubric = z.strictObject({
  schema: z.literal('mofan-rubric/2'),
  id: Code,
  version: z.string().regex(/^\d{4}(\.\d{1,3})?$/),
  title: Words,
  source: z.strictObject({
    document: Words,
    issuedBy: Words,
    printedOn: CalendarDate,
    sha256: z.string().length(64).optional(),
  }),
  /** names of the tree's levels from the root down, the leaves last; absent: the tree may be uneven */
  levels: z
    .array(z.strictObject({ code: Code, title: Words }))
    .min(1)
    .optional(),
  points: Decimal.optional(),
  gradingNote: Words.optional(),
  /** how a figure is shown; it is exact before it */
  rounding: z.strictObject({ mode: Rounding, places: Count }),
  grades: z.array(Grade),
  scales: z.record(Code, Scale),
  inputs: z.array(Input).optional(),
  categories: z.array(Category).optional(),
  roles: z.array(Role).optional(),
  metrics: z.array(Metric),
  evidenceKinds: z.array(EvidenceKind),
  documents: z.array(CitedDocument),
  notApplicable: z.enum(['rescale', 'shrink']).optional(),
  from: Source.optional(),
  steps: z.array(Step).optional(),
  children: z.array(Node).min(1),
  /** figures that stand beside the tree: derived sums, other scales over the same findings */
  figures: z.array(Leaf).optional(),
  selections: z.array(Selection).optional(),
  consequences: z.array(Consequence).optional(),
  rulings: z.strictObject({ proposedOn: CalendarDate, items: z.array(Ruling) }),
});
export type Rubric = z.infer<typeof Rubric>;
