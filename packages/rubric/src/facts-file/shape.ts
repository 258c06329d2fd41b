import { z } from 'zod';
import { halfWidthNumber, isoDate } from '../written-otherwise.ts';

/** Bare scalars of YAML and JSON as the text that they stand for. */
const Text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
/** A number as text, full-width ones too; whether it is one is asked by what reads it. */
const Numeral = Text.transform(halfWidthNumber);
const inForm = (form: (text: string) => string) => (value: unknown) =>
  typeof value === 'string' ? form(value) : value;
/** A date that begins with its year is read in whatever way it is written. */
const Day = z.preprocess(inForm(isoDate), z.iso.date());
const Yes = z
  .union([z.boolean(), z.enum(['yes', 'no', '是', '否', 'true', 'false'])])
  .transform((said) => said === true || said === 'yes' || said === 'true' || said === '是');
const Whole = z.union([
  z.int().nonnegative(),
  z.preprocess(
    inForm(halfWidthNumber),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ),
]);

/** A mark in short: the points, or the grade where a grade alone is given. */
const ShortMark = z.union([
  Numeral,
  z.strictObject({ grade: Text.optional(), points: Numeral.optional(), discretion: Yes.optional() }),
]);
/** One of several assessors' marks on a line: not the final one, unless it says so. */
const OneOfMany = z.union([
  Numeral,
  z.strictObject({
    grade: Text.optional(),
    points: Numeral.optional(),
    final: Yes.optional(),
    discretion: Yes.optional(),
    rater: Text.optional(),
    group: Text.optional(),
  }),
]);
const Mark = z.strictObject({
  id: z.string().optional(),
  criterion: Text,
  grade: Text.default(''),
  points: Numeral.default(''),
  final: Yes.default(true),
  discretion: Yes.optional(),
  rater: Text.optional(),
  group: Text.optional(),
});

const Record_ = z.strictObject({
  id: z.string().optional(),
  kind: z.string(),
  occurredOn: Day,
  session: Text.optional(),
  criteria: z.array(Text).default([]),
  accepted: Yes.default(true),
});

/** `times`: so many cases of the same kind, each of its own act. */
const Case = z.strictObject({
  id: z.string().optional(),
  category: z.string(),
  role: z.string().default(''),
  person: Text.optional(),
  act: Text.optional(),
  effectiveOn: Day.optional(),
  documentNumber: z.string().default(''),
  sharedBy: Whole.optional(),
  times: Whole.default(1),
});

/** Without its day nobody can say whether a window reaches it. */
const EarlierCase = Case.extend({ effectiveOn: Day });

const Tally = z.strictObject({
  id: z.string().optional(),
  line: Text,
  group: Text.default(''),
  entitled: Whole,
  valid: Whole,
  counts: z.record(z.string(), Whole),
});

const Rating = z.union([
  Numeral,
  z.strictObject({ points: Numeral.optional(), grade: Text.optional(), reason: z.string().optional() }),
]);

/** One unit's facts. Marks, numbers, statements, counted records, reasons and decisions may stand as maps by line or name. */
export const UnitInFile = z.strictObject({
  asOf: Day.optional(),
  period: z.strictObject({ from: Day, to: Day }).optional(),
  recordingClosed: Yes.optional(),
  attributes: z.record(z.string(), Text).optional(),
  records: z.union([z.array(Record_), z.record(z.string(), Whole)]).default([]),
  cases: z.array(Case).default([]),
  earlierCases: z.array(EarlierCase).default([]),
  marks: z.union([z.array(Mark), z.record(z.string(), z.union([ShortMark, z.array(OneOfMany).min(1)]))]).default([]),
  numbers: z.record(z.string(), z.union([Numeral, z.record(z.string(), Numeral)])).default({}),
  statements: z.record(z.string(), Yes).default({}),
  tallies: z.array(Tally).default([]),
  notApplicable: z.record(z.string(), z.string()).default({}),
  decisions: z.record(z.string(), Rating).default({}),
  previous: z.record(z.string(), Rating).default({}),
});
export type UnitInFile = z.infer<typeof UnitInFile>;

/** Many units, with what they have in common stated once; `declared`: the bases that quotas are taken of. */
export const FieldFile = z.strictObject({
  asOf: Day.optional(),
  period: z.strictObject({ from: Day, to: Day }).optional(),
  recordingClosed: Yes.optional(),
  declared: z.record(z.string(), z.record(z.string(), Whole)).optional(),
  units: z.record(z.string(), UnitInFile),
});
export type FieldFile = z.infer<typeof FieldFile>;
