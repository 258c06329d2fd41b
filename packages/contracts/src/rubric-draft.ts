import { z } from 'zod';
import { Uuid } from '@mofan/domain/kernel/message';
import { RubricHash } from '@mofan/domain/cycle/messages';
import { ReviseRubric, SignDraftRulings } from '@mofan/domain/rubric-draft/messages';
import { PARTS } from '@mofan/rubric/diff/parts';
import { Rubric } from '@mofan/rubric/rubric';
import { endpoint } from './endpoint.ts';
import { RubricFinding, ScaleBands } from './rubric.ts';
import { Actor, After, Instant, Recorded } from './wire.ts';

const params = z.strictObject({ draftId: Uuid });
const sentence = { zh: z.string(), en: z.string() };
/** Room for the longest text that is read, with every character escaped. */
const TEXT_BYTES = 3 * 1024 * 1024;

export const RubricDraftRow = z.strictObject({
  draftId: z.uuid(),
  origin: z.enum(['copy', 'import']),
  basedOn: z.string().nullable(),
  title: z.string(),
  version: z.string(),
  status: z.enum(['open', 'published', 'discarded']),
  /** which state of the text this is, from 1 */
  edition: z.int(),
  publishedHash: z.string().nullable(),
  draftedAt: Instant,
  changedAt: Instant,
  changedBy: Actor,
});
export type RubricDraftRow = z.infer<typeof RubricDraftRow>;

/** The latest first. */
export const listRubricDrafts = endpoint({
  method: 'GET',
  path: '/api/rubric-drafts',
  summary: '指标草稿',
  policy: 'rubric-draft.read',
  query: z.strictObject(After),
  response: z.array(RubricDraftRow),
});

/** Where a text cannot be used, and why. Line and column count from 1. */
export const TextFault = z.strictObject({ line: z.int(), column: z.int(), code: z.string(), ...sentence });
export type TextFault = z.infer<typeof TextFault>;

/** One small change in a sentence. `place`: a line's id, that of a ruling, a document and the like, or the table's own. */
export const RubricChange = z.strictObject({
  kind: z.enum(['changed', 'added', 'removed', 'moved']),
  part: z.enum(PARTS),
  place: z.string(),
  ...sentence,
});
export type RubricChange = z.infer<typeof RubricChange>;

export const RubricDraftDetail = RubricDraftRow.extend({
  text: z.string(),
  signed: z.array(z.strictObject({ id: z.string(), signedOn: z.iso.date(), office: z.string() })),
  /** null: the text is no table */
  rubric: Rubric.nullable(),
  fault: TextFault.nullable(),
  findings: z.array(RubricFinding),
  scales: z.array(ScaleBands),
  /** against the version that it is based on, its own name aside; empty where there is none */
  changes: z.array(RubricChange),
  /** why it cannot be published yet, as the refusals would say; empty: it can */
  obstacles: z.array(
    z.strictObject({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
});
export type RubricDraftDetail = z.infer<typeof RubricDraftDetail>;

export const readRubricDraft = endpoint({
  method: 'GET',
  path: '/api/rubric-drafts/{draftId}',
  summary: '一份指标草稿',
  policy: 'rubric-draft.read',
  params,
  query: z.strictObject(After),
  response: RubricDraftDetail,
});

export const draftRubric = endpoint({
  method: 'POST',
  path: '/api/rubric-drafts',
  summary: '从已有版本起草',
  policy: 'rubric.draft',
  command: true,
  body: z.strictObject({ draftId: Uuid, basedOn: RubricHash }),
  response: Recorded,
});

export const ImportReport = z.array(
  z.strictObject({
    kind: z.enum(['understood', 'guessed', 'not-understood', 'left-aside']),
    place: z.string(),
    ...sentence,
  }),
);
export type ImportReport = z.infer<typeof ImportReport>;

/** One part named `file`: .docx, .xlsx or .yaml, at most 20 MB. What was guessed stands at the head of the text too. */
export const importRubric = endpoint({
  method: 'POST',
  path: '/api/rubric-drafts/{draftId}/import',
  summary: '上传文件起草',
  policy: 'rubric.draft',
  command: true,
  params,
  consumes: 'multipart/form-data',
  response: Recorded.extend({ report: ImportReport }),
});

export const reviseRubric = endpoint({
  method: 'POST',
  path: '/api/rubric-drafts/{draftId}/revision',
  summary: '修改草稿',
  policy: 'rubric.draft',
  command: true,
  params,
  body: ReviseRubric.pick({ edition: true, text: true }),
  bodyBytes: TEXT_BYTES,
  response: Recorded,
});

export const signDraftRulings = endpoint({
  method: 'POST',
  path: '/api/rubric-drafts/{draftId}/signatures',
  summary: '签发草稿的解释口径',
  policy: 'ruling.sign',
  command: true,
  params,
  body: SignDraftRulings.pick({ edition: true, rulings: true }),
  response: Recorded,
});

export const publishRubric = endpoint({
  method: 'POST',
  path: '/api/rubric-drafts/{draftId}/publication',
  summary: '发布',
  policy: 'rubric.publish',
  command: true,
  params,
  body: ReviseRubric.pick({ edition: true }),
  response: Recorded,
});

export const discardRubricDraft = endpoint({
  method: 'POST',
  path: '/api/rubric-drafts/{draftId}/discard',
  summary: '作废草稿',
  policy: 'rubric.draft',
  command: true,
  params,
  response: Recorded,
});
