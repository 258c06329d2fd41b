import { z } from 'zod';
import { codec } from '../kernel/codec.ts';
import { BusinessDate, message, OpaqueRef, Slug, Text, Uuid } from '../kernel/message.ts';

/** A file by reference. Its name stays outside the log: names of files may name persons. */
export const Attachment = z.strictObject({
  fileId: OpaqueRef,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().positive(),
});
export type Attachment = z.infer<typeof Attachment>;

const evidenceId = Uuid;
/** What a record says; a resubmission says it anew. */
const content = {
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  title: Text(120),
  occurredOn: BusinessDate,
  /** which session of its kind that day, from 1: two records of one session count once */
  session: z.int().min(1).max(9),
  attendance: z.strictObject({ present: z.int().min(0).max(99_999), due: z.int().min(1).max(99_999) }).nullable(),
  criteria: z.array(z.string().min(1).max(32)).min(1).max(60),
  attachments: z.array(Attachment).max(20),
};
export const EvidenceContent = z.strictObject(content);
export type EvidenceContent = z.infer<typeof EvidenceContent>;

const submission = { evidenceId, cycleId: Slug, unitId: Slug, ...content };
const reasoned = { evidenceId, reason: Text(300) };

export const SubmitEvidence = message('SubmitEvidence', submission);
export const ReturnEvidence = message('ReturnEvidence', reasoned);
export const ResubmitEvidence = message('ResubmitEvidence', { evidenceId, ...content });
export const AcceptEvidence = message('AcceptEvidence', { evidenceId });
export const WithdrawEvidence = message('WithdrawEvidence', reasoned);
export const EvidenceCommand = z.discriminatedUnion('type', [
  SubmitEvidence,
  ReturnEvidence,
  ResubmitEvidence,
  AcceptEvidence,
  WithdrawEvidence,
]);
export type EvidenceCommand = z.infer<typeof EvidenceCommand>;

/** Every later event names cycle and unit too, so that a reader of one event knows whose figures move. */
const subject = { evidenceId, cycleId: Slug, unitId: Slug };
export const EvidenceSubmitted = message('EvidenceSubmitted', submission);
export const EvidenceReturned = message('EvidenceReturned', { ...subject, reason: Text(300) });
export const EvidenceResubmitted = message('EvidenceResubmitted', submission);
export const EvidenceAccepted = message('EvidenceAccepted', subject);
export const EvidenceWithdrawn = message('EvidenceWithdrawn', { ...subject, reason: Text(300) });
export const EvidenceEvent = z.discriminatedUnion('type', [
  EvidenceSubmitted,
  EvidenceReturned,
  EvidenceResubmitted,
  EvidenceAccepted,
  EvidenceWithdrawn,
]);
export type EvidenceEvent = z.infer<typeof EvidenceEvent>;

export const evidenceEvents = codec(EvidenceEvent);
