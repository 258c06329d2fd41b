import { describe, it } from 'vitest';
import type { OpenedCycle } from '../cycle/cycle.ts';
import type { Stage } from '../cycle/messages.ts';
import { scenario } from '../kernel/scenario.ts';
import { incident } from './incident.ts';
import type { IncidentDetails } from './messages.ts';

const incidentId = '9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b0001';

const year = (cycleId: string, stage: Stage): OpenedCycle => ({
  status: 'opened',
  cycleId,
  period: { from: `${cycleId}-01-01`, to: `${cycleId}-12-31` },
  rubricHash: 'a'.repeat(64),
  stage,
  participants: new Set(['road']),
});

const caseOf = (on: string): IncidentDetails => ({
  unitId: 'road',
  category: 'efficiency-admonition',
  role: 'staff',
  personRef: incidentId,
  actRef: incidentId,
  documentNumber: '演纪〔2026〕5号',
  actOn: on,
  effectiveOn: on,
  learnedOn: on,
});

const given = scenario(incident, { actor: 'confirmer', cycles: [], unitKnown: true });
const confirm = { type: 'ConfirmIncident', incidentId } as const;
const recorded = (on: string) =>
  ({ type: 'IncidentRecorded', incidentId, ...caseOf(on), registrar: 'registrar' }) as const;
const corrected = (on: string) =>
  ({ type: 'IncidentCorrected', incidentId, ...caseOf(on), role: 'unit-head', registrar: 'registrar' }) as const;
const confirmed = (on: string, cycleId: string, late: boolean) =>
  ({ type: 'IncidentConfirmed', incidentId, ...caseOf(on), cycleId, late, movedFrom: null }) as const;

describe('the year that a case is charged to 归属期间', () => {
  it('is never an earlier one: a case of January waits for its own year to be opened', () =>
    given(recorded('2027-01-05'))
      .when(confirm, { today: '2027-01-10', cycles: [year('2026', 'review')] })
      .thenRejected('incident.no-open-cycle'));

  it('is the open one, late, for a case from before any year was assessed', () =>
    given(recorded('2019-06-01'))
      .when(confirm, { today: '2026-03-01', cycles: [year('2026', 'tracking')] })
      .then(confirmed('2019-06-01', '2026', true)));

  it('is that of its effect also for a unit that is not assessed in it: the case is on record, should it be admitted', () =>
    given(recorded('2026-06-01'))
      .when(confirm, {
        today: '2026-06-10',
        cycles: [{ ...year('2026', 'tracking'), participants: new Set() }, year('2025', 'archived')],
      })
      .then(confirmed('2026-06-01', '2026', false)));

  it('stays, when a correction is confirmed after the year was finalised: one case costs one year', () =>
    given(recorded('2026-06-01'), confirmed('2026-06-01', '2026', false), corrected('2026-06-01'))
      .when(confirm, { today: '2027-05-01', cycles: [year('2026', 'archived'), year('2027', 'tracking')] })
      .then({ ...confirmed('2026-06-01', '2026', false), role: 'unit-head' }));

  it('stays, when a late case is corrected: the year it was charged to keeps it', () =>
    given(recorded('2026-06-01'), confirmed('2026-06-01', '2027', true), corrected('2026-06-01'))
      .when(confirm, {
        today: '2028-02-01',
        cycles: [year('2026', 'archived'), year('2027', 'review'), year('2028', 'tracking')],
      })
      .then({ ...confirmed('2026-06-01', '2027', true), role: 'unit-head' }));
});
