import type { InputOf } from '@mofan/contracts/api';
import type { IncidentRow } from '@mofan/contracts/incident';
import { uuid } from '../http/uuid.ts';
import { isDocumentNumber } from './document-number.ts';

export type IncidentDetails = InputOf<'POST /api/incidents/{incidentId}/correction'>['body'];

/** A case while it is being entered. There is no field that could hold a name, and no free text. */
export interface IncidentDraft {
  unitId: string;
  category: IncidentRow['category'];
  role: IncidentRow['role'];
  documentNumber: string;
  actOn: string;
  effectiveOn: string;
  learnedOn: string;
  /** how it relates to an earlier case of the unit */
  relation: 'new' | 'same-act' | 'same-person';
  /** the earlier case, where it relates to one */
  earlier: string;
}

export const emptyDraft = (today: string): IncidentDraft => ({
  unitId: '',
  category: 'efficiency-admonition',
  role: 'staff',
  documentNumber: '',
  actOn: '',
  effectiveOn: '',
  learnedOn: today,
  relation: 'new',
  earlier: '',
});

export type IncidentFault = 'unit' | 'documentNumber' | 'actOn' | 'effectiveOn' | 'learnedOn' | 'earlier';

/** What still stands in the way of recording. */
export const faultsOf = (draft: IncidentDraft, today: string): Set<IncidentFault> => {
  const faults = new Set<IncidentFault>();
  const { unitId, documentNumber, actOn, effectiveOn, learnedOn, relation, earlier } = draft;
  if (!unitId) faults.add('unit');
  if (!isDocumentNumber(documentNumber)) faults.add('documentNumber');
  if (!actOn || actOn > today) faults.add('actOn');
  if (!effectiveOn || effectiveOn > today || effectiveOn < actOn) faults.add('effectiveOn');
  if (!learnedOn || learnedOn > today || learnedOn < actOn) faults.add('learnedOn');
  if (relation !== 'new' && !earlier) faults.add('earlier');
  return faults;
};

/** The case as the contract takes it. Person and act are opaque: the same reference says the same person or act. */
export const detailsOf = (draft: IncidentDraft, earlierCases: readonly IncidentRow[]): IncidentDetails => {
  const earlier = earlierCases.find(({ incidentId }) => incidentId === draft.earlier);
  const { unitId, category, role, documentNumber, actOn, effectiveOn, learnedOn, relation } = draft;
  return {
    unitId,
    category,
    role,
    documentNumber,
    actOn,
    effectiveOn,
    learnedOn,
    personRef: relation !== 'new' && earlier ? earlier.personRef : uuid(),
    actRef: relation === 'same-act' && earlier ? earlier.actRef : uuid(),
  };
};
