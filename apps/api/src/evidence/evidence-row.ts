import type { EvidenceRow } from '@mofan/contracts/evidence';
import type { Attachment } from '@mofan/domain/evidence/messages';
import type { Prisma } from '@mofan/store/database';
import { dateText } from '../platform/directory.ts';

type Stored = Prisma.EvidenceGetPayload<object>;

export const attachmentsOf = ({ attachments }: Pick<Stored, 'attachments'>) => attachments as unknown as Attachment[];

/** A stored record as lists show it. */
export const evidenceRow = (row: Stored, unitName: string): EvidenceRow => ({
  evidenceId: row.evidenceId,
  cycleId: row.cycleId,
  unitId: row.unitId,
  unitName,
  kind: row.kind,
  title: row.title,
  occurredOn: dateText(row.occurredOn),
  session: row.session,
  attendance: row.present === null || row.due === null ? null : { present: row.present, due: row.due },
  criteria: row.criteria,
  attachments: attachmentsOf(row).length,
  status: row.status as EvidenceRow['status'],
  reason: row.reason,
  submittedAt: row.submittedAt.toISOString(),
  changedAt: row.changedAt.toISOString(),
});
