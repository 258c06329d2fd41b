import { z } from 'zod';
import { RubricHash } from '@mofan/domain/cycle/messages';
import { SignRulings } from '@mofan/domain/ruling/messages';
import { FINDING_CODES } from '@mofan/rubric/lint/finding';
import { Rubric } from '@mofan/rubric/rubric';
import { endpoint } from './endpoint.ts';
import { Actor, After, Recorded } from './wire.ts';

const params = z.strictObject({ hash: RubricHash });

export const SignedRuling = z.strictObject({ id: z.string(), signedOn: z.iso.date(), signedBy: Actor });

const End = z.strictObject({ grade: z.string(), from: z.string(), to: z.string() });

/** The bands of one scale on the lines that are worth so much: as the text says, and as the readings have it. */
export const ScaleBands = z.strictObject({
  scale: z.string(),
  points: z.string(),
  leaves: z.array(z.string()),
  literal: z.array(End),
  read: z.array(End),
});
export type ScaleBands = z.infer<typeof ScaleBands>;

export const RubricRow = z.strictObject({
  hash: z.string(),
  id: z.string(),
  version: z.string(),
  title: z.string(),
  criteria: z.int(),
  points: z.string(),
  /** null: the program carries it */
  publishedOn: z.iso.date().nullable(),
  /** rulings that nobody has signed: they are proposals only */
  openRulings: z.int(),
  /** the years that are assessed by it */
  cycles: z.array(z.strictObject({ cycleId: z.string(), year: z.int() })),
});
export type RubricRow = z.infer<typeof RubricRow>;

/** Published ones first, the latest of them first of all; of a carried one its older writings only where a year pins them. */
export const listRubrics = endpoint({
  method: 'GET',
  path: '/api/rubrics',
  summary: '考核指标库',
  policy: 'rubric.read',
  query: z.strictObject(After),
  response: z.array(RubricRow),
});

/** The content never changes under its hash; only the signatures are added. */
export const readRubric = endpoint({
  method: 'GET',
  path: '/api/rubrics/{hash}',
  summary: '考核指标',
  policy: 'rubric.read',
  params,
  query: z.strictObject(After),
  response: z.strictObject({ hash: z.string(), rubric: Rubric, signed: z.array(SignedRuling) }),
});

/** Something in the table on which two careful readers may differ. */
export const RubricFinding = z.strictObject({
  code: z.enum(FINDING_CODES),
  severity: z.enum(['error', 'warning']),
  /** the concrete example that shows it, in a sentence */
  zh: z.string(),
  en: z.string(),
  leaves: z.array(z.string()),
  /** the signed readings that settle it; none: it is open */
  settledBy: z.array(z.string()),
  /** the proposed readings that would */
  proposedBy: z.array(z.string()),
});
export type RubricFinding = z.infer<typeof RubricFinding>;

export const listFindings = endpoint({
  method: 'GET',
  path: '/api/rubrics/{hash}/findings',
  summary: '指标检查',
  policy: 'rubric.read',
  params,
  query: z.strictObject(After),
  response: z.array(RubricFinding),
});

export const listBands = endpoint({
  method: 'GET',
  path: '/api/rubrics/{hash}/bands',
  summary: '等次区间：按原文与按口径',
  policy: 'rubric.read',
  params,
  response: z.array(ScaleBands),
});

export const downloadRubric = endpoint({
  method: 'GET',
  path: '/api/rubrics/{hash}/file',
  summary: '导出考核指标',
  policy: 'rubric.read',
  params,
  query: z.strictObject({ format: z.enum(['docx', 'xlsx', 'yaml']) }),
  produces: 'application/octet-stream',
});

/** An empty .xlsx that says how it is filled in. */
export const downloadTemplate = endpoint({
  method: 'GET',
  path: '/api/rubric-template',
  summary: '空白模板',
  policy: 'rubric.draft',
  produces: 'application/octet-stream',
});

export const signRulings = endpoint({
  method: 'POST',
  path: '/api/rubrics/{hash}/signatures',
  summary: '签发解释口径',
  policy: 'ruling.sign',
  command: true,
  params,
  body: SignRulings.omit({ type: true, rubricHash: true }),
  response: Recorded,
});
