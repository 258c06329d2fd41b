import { z } from 'zod';
import { ResubmitEvidence, ReturnEvidence, SubmitEvidence, WithdrawEvidence } from '@mofan/domain/evidence/messages';
import { Slug, Uuid } from '@mofan/domain/kernel/message';
import { endpoint } from './endpoint.ts';
import { FileRow } from './file.ts';
import { Actor, After, Instant, Paging, pageOf, Recorded, SearchText } from './wire.ts';

export const EvidenceStatus = z.enum(['submitted', 'returned', 'accepted', 'withdrawn']);

export const EvidenceRow = z.strictObject({
  evidenceId: z.uuid(),
  cycleId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  kind: z.string(),
  title: z.string(),
  occurredOn: z.iso.date(),
  session: z.int(),
  attendance: z.strictObject({ present: z.int(), due: z.int() }).nullable(),
  criteria: z.array(z.string()),
  attachments: z.int(),
  status: EvidenceStatus,
  /** why it was returned or withdrawn */
  reason: z.string().nullable(),
  submittedAt: Instant,
  changedAt: Instant,
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;

/** One line of a history. `n` counts within the record's own stream. */
export const TrailEntry = z.strictObject({
  n: z.int(),
  type: z.string(),
  at: Instant,
  actor: Actor,
  /** values that the sentence shows: a reason, a document number */
  details: z.record(z.string(), z.string()),
});
export type TrailEntry = z.infer<typeof TrailEntry>;

const params = z.strictObject({ evidenceId: Uuid });

export const listEvidence = endpoint({
  method: 'GET',
  path: '/api/evidence',
  summary: '佐证台账',
  policy: 'evidence.read',
  query: z.strictObject({
    ...After,
    ...Paging,
    cycleId: Slug,
    unitId: Slug.optional(),
    status: EvidenceStatus.optional(),
    kind: SearchText.optional(),
    criterion: SearchText.optional(),
    /** part of a title */
    search: SearchText.optional(),
  }),
  response: pageOf(EvidenceRow),
});

export const readEvidence = endpoint({
  method: 'GET',
  path: '/api/evidence/{evidenceId}',
  summary: '佐证材料',
  policy: 'evidence.read',
  params,
  query: z.strictObject(After),
  response: EvidenceRow.omit({ attachments: true }).extend({
    files: z.array(FileRow),
    trail: z.array(TrailEntry),
  }),
});
export type EvidenceDetail = z.infer<typeof readEvidence.response>;

export const submitEvidence = endpoint({
  method: 'POST',
  path: '/api/evidence',
  summary: '记一笔',
  policy: 'evidence.submit',
  command: true,
  body: SubmitEvidence.omit({ type: true }),
  response: Recorded,
});

export const resubmitEvidence = endpoint({
  method: 'POST',
  path: '/api/evidence/{evidenceId}/resubmission',
  summary: '补正再报',
  policy: 'evidence.submit',
  command: true,
  params,
  body: ResubmitEvidence.omit({ type: true, evidenceId: true }),
  response: Recorded,
});

export const withdrawEvidence = endpoint({
  method: 'POST',
  path: '/api/evidence/{evidenceId}/withdrawal',
  summary: '撤回',
  policy: 'evidence.submit',
  command: true,
  params,
  body: WithdrawEvidence.omit({ type: true, evidenceId: true }),
  response: Recorded,
});

export const returnEvidence = endpoint({
  method: 'POST',
  path: '/api/evidence/{evidenceId}/return',
  summary: '退回',
  policy: 'evidence.review',
  command: true,
  params,
  body: ReturnEvidence.omit({ type: true, evidenceId: true }),
  response: Recorded,
});

export const acceptEvidence = endpoint({
  method: 'POST',
  path: '/api/evidence/{evidenceId}/acceptance',
  summary: '采信',
  policy: 'evidence.review',
  command: true,
  params,
  response: Recorded,
});
