import { z } from 'zod';
import {
  CorrectIncident,
  IncidentCategory,
  IncidentRole,
  RecordIncident,
  ReversalReason,
  ReverseIncident,
} from '@mofan/domain/incident/messages';
import { Slug, Uuid } from '@mofan/domain/kernel/message';
import { endpoint } from './endpoint.ts';
import { TrailEntry } from './evidence.ts';
import { After, Instant, Paging, pageOf, Recorded, SearchText } from './wire.ts';

export const IncidentStatus = z.enum(['recorded', 'confirmed', 'reversed', 'withdrawn']);

/** What a unit may see of a case that counts against it. It names nobody. */
export const ChargedCase = z.strictObject({
  incidentId: z.uuid(),
  category: IncidentCategory,
  role: IncidentRole,
  documentNumber: z.string(),
  actOn: z.iso.date(),
  effectiveOn: z.iso.date(),
  /** it took effect in a finalised year and is charged to this one */
  late: z.boolean(),
  confirmedAt: Instant,
  status: z.enum(['confirmed', 'reversed']),
  reversal: z.strictObject({ reason: ReversalReason, outcomeDocument: z.string(), at: Instant }).nullable(),
  /** what it costs now, a decimal; "0" where it is reversed, refused or a heavier decision on the same act counts */
  amount: z.string(),
});
export type ChargedCase = z.infer<typeof ChargedCase>;

/** What registrar and confirmer see. The references are opaque: they tell whether two cases are of one person and act. */
export const IncidentRow = z.strictObject({
  incidentId: z.uuid(),
  unitId: z.string(),
  unitName: z.string(),
  category: IncidentCategory,
  role: IncidentRole,
  personRef: z.uuid(),
  actRef: z.uuid(),
  documentNumber: z.string(),
  actOn: z.iso.date(),
  effectiveOn: z.iso.date(),
  learnedOn: z.iso.date(),
  status: IncidentStatus,
  /** the year it is charged to; null until it is confirmed */
  cycleId: z.string().nullable(),
  late: z.boolean(),
  /** false: in that year the unit is not assessed; the case stands on record and counts once the unit is admitted */
  assessed: z.boolean(),
  /** the asker entered it and therefore cannot confirm it */
  ownEntry: z.boolean(),
  recordedAt: Instant,
  changedAt: Instant,
});
export type IncidentRow = z.infer<typeof IncidentRow>;

const params = z.strictObject({ incidentId: Uuid });

export const listIncidents = endpoint({
  method: 'GET',
  path: '/api/incidents',
  summary: '处理登记',
  policy: 'incident.record',
  query: z.strictObject({
    ...After,
    ...Paging,
    status: IncidentStatus.optional(),
    unitId: Slug.optional(),
    category: IncidentCategory.optional(),
    /** part of a document number */
    search: SearchText.optional(),
  }),
  response: pageOf(IncidentRow),
});

export const listIncidentsToConfirm = endpoint({
  method: 'GET',
  path: '/api/incidents/to-confirm',
  summary: '待确认',
  policy: 'incident.confirm',
  query: z.strictObject({ ...After, ...Paging }),
  response: pageOf(IncidentRow),
});

export const readIncident = endpoint({
  method: 'GET',
  path: '/api/incidents/{incidentId}',
  summary: '处理详情',
  policy: 'incident.read',
  params,
  query: z.strictObject(After),
  response: IncidentRow.partial({ personRef: true, actRef: true }).extend({ trail: z.array(TrailEntry) }),
});
export type IncidentDetail = z.infer<typeof readIncident.response>;

export const recordIncident = endpoint({
  method: 'POST',
  path: '/api/incidents',
  summary: '登记处理',
  policy: 'incident.record',
  command: true,
  body: RecordIncident.omit({ type: true }),
  response: Recorded,
});

export const correctIncident = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/correction',
  summary: '更正',
  policy: 'incident.record',
  command: true,
  params,
  body: CorrectIncident.omit({ type: true, incidentId: true }),
  response: Recorded,
});

export const withdrawIncident = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/withdrawal',
  summary: '撤回未确认的登记',
  policy: 'incident.record',
  command: true,
  params,
  response: Recorded,
});

export const reverseIncident = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/reversal',
  summary: '撤销并还分',
  policy: 'incident.record',
  command: true,
  params,
  body: ReverseIncident.omit({ type: true, incidentId: true }),
  response: Recorded,
});

export const confirmIncident = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/confirmation',
  summary: '确认',
  policy: 'incident.confirm',
  command: true,
  params,
  response: Recorded,
});
