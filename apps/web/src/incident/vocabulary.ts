import type { ChargedCase, IncidentRow } from '@mofan/contracts/incident';

export const statuses: readonly IncidentRow['status'][] = ['recorded', 'confirmed', 'reversed', 'withdrawn'];

export const categories: readonly IncidentRow['category'][] = [
  'efficiency-admonition',
  'other-handling',
  'disciplinary-action',
  'criminal-penalty',
];

export const incidentRoles: readonly IncidentRow['role'][] = ['staff', 'unit-head'];

export const reversalReasons: readonly NonNullable<ChargedCase['reversal']>['reason'][] = [
  'overturned-on-review',
  'entered-in-error',
  'decision-revoked',
];
