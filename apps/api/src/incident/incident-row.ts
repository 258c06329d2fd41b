import type { IncidentRow } from '@mofan/contracts/incident';
import type { Prisma } from '@mofan/store/database';
import type { Caller } from '../platform/caller.ts';
import { dateText, type KnownCycle } from '../platform/directory.ts';

type Stored = Prisma.IncidentGetPayload<object>;

interface Known {
  unitName: string;
  cycles: ReadonlyMap<string, KnownCycle>;
  caller: Caller;
}

/** A case as registrar and confirmer see it. */
export const incidentRow = (row: Stored, { unitName, cycles, caller }: Known): IncidentRow => ({
  incidentId: row.incidentId,
  unitId: row.unitId,
  unitName,
  category: row.category as IncidentRow['category'],
  role: row.role as IncidentRow['role'],
  personRef: row.personRef,
  actRef: row.actRef,
  documentNumber: row.documentNumber,
  actOn: dateText(row.actOn),
  effectiveOn: dateText(row.effectiveOn),
  learnedOn: dateText(row.learnedOn),
  status: row.status as IncidentRow['status'],
  cycleId: row.cycleId,
  late: row.late,
  assessed: row.cycleId === null || (cycles.get(row.cycleId)?.participants.includes(row.unitId) ?? false),
  ownEntry: row.registrar === caller.accountId,
  recordedAt: row.recordedAt.toISOString(),
  changedAt: row.changedAt.toISOString(),
});
