import { z } from 'zod';
import { codec } from '../kernel/codec.ts';
import { BusinessDate, message, OpaqueRef, Slug, Uuid } from '../kernel/message.ts';

/** 刑事处罚、党政纪处分、效能告诫、其他形式处理（书面） */
export const IncidentCategory = z.enum([
  'criminal-penalty',
  'disciplinary-action',
  'efficiency-admonition',
  'other-handling',
]);
export type IncidentCategory = z.infer<typeof IncidentCategory>;

/** 单位负责人、工作人员, as held on the day of the act */
export const IncidentRole = z.enum(['unit-head', 'staff']);
export type IncidentRole = z.infer<typeof IncidentRole>;

/** 复核申诉改变决定、登记有误、处理决定撤销 */
export const ReversalReason = z.enum(['overturned-on-review', 'entered-in-error', 'decision-revoked']);
export type ReversalReason = z.infer<typeof ReversalReason>;

/**
 * 发文字号 as GB/T 9704 writes it: 乐市政党〔2020〕5号. A document number is the only text an incident carries,
 * and this form leaves no room for a sentence.
 */
export const DocumentNumber = z.string().regex(/^[\p{Script=Han}]{2,8}〔\d{4}〕[1-9]\d{0,4}号$/u);

const incidentId = Uuid;
const details = {
  unitId: Slug,
  category: IncidentCategory,
  role: IncidentRole,
  /** who: opaque, the same for the same person */
  personRef: OpaqueRef,
  /** what: opaque, the same for several decisions about one act */
  actRef: OpaqueRef,
  documentNumber: DocumentNumber,
  actOn: BusinessDate,
  effectiveOn: BusinessDate,
  learnedOn: BusinessDate,
};
export const IncidentDetails = z.strictObject(details);
export type IncidentDetails = z.infer<typeof IncidentDetails>;

const reversal = { reason: ReversalReason, outcomeDocument: DocumentNumber };

export const RecordIncident = message('RecordIncident', { incidentId, ...details });
export const ConfirmIncident = message('ConfirmIncident', { incidentId });
export const CorrectIncident = message('CorrectIncident', { incidentId, ...details });
export const ReverseIncident = message('ReverseIncident', { incidentId, ...reversal });
export const WithdrawIncident = message('WithdrawIncident', { incidentId });
export const IncidentCommand = z.discriminatedUnion('type', [
  RecordIncident,
  ConfirmIncident,
  CorrectIncident,
  ReverseIncident,
  WithdrawIncident,
]);
export type IncidentCommand = z.infer<typeof IncidentCommand>;

export const IncidentRecorded = message('IncidentRecorded', { incidentId, ...details, registrar: OpaqueRef });
/** Carries what was confirmed, so that a figure is explained by this one event. */
export const IncidentConfirmed = message('IncidentConfirmed', {
  incidentId,
  ...details,
  cycleId: Slug,
  /** it took effect in a year already finalised and is charged to the year open at confirmation */
  late: z.boolean(),
  /** the cycle that it was charged to before a correction moved it */
  movedFrom: Slug.nullable(),
});
export const IncidentCorrected = message('IncidentCorrected', { incidentId, ...details, registrar: OpaqueRef });
export const IncidentReversed = message('IncidentReversed', {
  incidentId,
  unitId: Slug,
  cycleId: Slug,
  ...reversal,
});
/** Before confirmation only: it never counted. */
export const IncidentWithdrawn = message('IncidentWithdrawn', { incidentId, unitId: Slug });
export const IncidentEvent = z.discriminatedUnion('type', [
  IncidentRecorded,
  IncidentConfirmed,
  IncidentCorrected,
  IncidentReversed,
  IncidentWithdrawn,
]);
export type IncidentEvent = z.infer<typeof IncidentEvent>;

export const incidentEvents = codec(IncidentEvent);
