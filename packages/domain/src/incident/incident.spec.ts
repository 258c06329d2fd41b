import { describe, expect, it } from 'vitest';
import type { OpenedCycle } from '../cycle/cycle.ts';
import type { Stage } from '../cycle/messages.ts';
import { scenario } from '../kernel/scenario.ts';
import { incident } from './incident.ts';
import { IncidentCommand, type IncidentDetails, type IncidentEvent } from './messages.ts';

const incidentId = '9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b0001';
const registrar = '9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b000a';
const second = '9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b000b';
const third = '9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b000c';

const year = (cycleId: string, stage: Stage): OpenedCycle => ({
  status: 'opened',
  cycleId,
  period: { from: `${cycleId}-01-01`, to: `${cycleId}-12-31` },
  rubricHash: 'a'.repeat(64),
  stage,
  participants: new Set(['window-1']),
});
const given = scenario(incident, {
  today: '2026-03-01',
  actor: second,
  cycles: [year('2025', 'review'), year('2026', 'tracking')],
  unitKnown: true,
});

const details: IncidentDetails = {
  unitId: 'window-1',
  category: 'efficiency-admonition',
  role: 'staff',
  personRef: '9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b0002',
  actRef: '9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b0003',
  documentNumber: '乐行服〔2026〕5号',
  actOn: '2026-01-10',
  effectiveOn: '2026-02-10',
  learnedOn: '2026-02-12',
};
const inOldYear: IncidentDetails = { ...details, actOn: '2025-06-01', effectiveOn: '2025-07-01' };
const heavier: IncidentDetails = { ...details, category: 'disciplinary-action' };

const record = { type: 'RecordIncident', incidentId, ...details } satisfies IncidentCommand;
const confirm = { type: 'ConfirmIncident', incidentId } satisfies IncidentCommand;
const correct = (to: IncidentDetails) => ({ type: 'CorrectIncident', incidentId, ...to }) satisfies IncidentCommand;
const reverse = {
  type: 'ReverseIncident',
  incidentId,
  reason: 'overturned-on-review',
  outcomeDocument: '乐行服〔2026〕9号',
} satisfies IncidentCommand;
const withdraw = { type: 'WithdrawIncident', incidentId } satisfies IncidentCommand;

const recordedWith = (what: IncidentDetails) =>
  ({ type: 'IncidentRecorded', incidentId, ...what, registrar }) satisfies IncidentEvent;
const correctedTo = (what: IncidentDetails, by: string) =>
  ({ type: 'IncidentCorrected', incidentId, ...what, registrar: by }) satisfies IncidentEvent;
const confirmedIn = (
  cycleId: string,
  what: IncidentDetails = details,
  { late = false, movedFrom = null as string | null } = {},
) => ({ type: 'IncidentConfirmed', incidentId, ...what, cycleId, late, movedFrom }) satisfies IncidentEvent;
const reversedIn = (cycleId: string) =>
  ({
    type: 'IncidentReversed',
    incidentId,
    unitId: 'window-1',
    cycleId,
    reason: 'overturned-on-review',
    outcomeDocument: '乐行服〔2026〕9号',
  }) satisfies IncidentEvent;
const recorded = recordedWith(details);
const confirmed = confirmedIn('2026');
const reversed = reversedIn('2026');
const withdrawn = { type: 'IncidentWithdrawn', incidentId, unitId: 'window-1' } satisfies IncidentEvent;

describe('an incident 违纪、效能告诫', () => {
  it('has a stream of its own', () => expect(incident.stream(confirm)).toBe(`incident-${incidentId}`));

  it('is recorded under the registrar who entered it', () => given().when(record, { actor: registrar }).then(recorded));
  it('is recorded once', () => given(recorded).when(record).thenRejected('incident.already-recorded'));
  it('is recorded once, whatever became of it', () =>
    given(recorded, withdrawn).when(record).thenRejected('incident.already-recorded'));
  it('is of a unit that was founded', () => given().when(record, { unitKnown: false }).thenRejected('unit.unknown'));

  it.each([confirm, correct(heavier), reverse, withdraw])('must be known before $type', (command) =>
    given().when(command).thenRejected('incident.unknown'),
  );

  it.each([
    ['withdrawn', [recorded, withdrawn], 'incident.is-withdrawn'],
    ['reversed', [recorded, confirmed, reversed], 'incident.is-reversed'],
  ])('%s is over', (_, history, code) => {
    for (const command of [confirm, correct(heavier), reverse, withdraw])
      given(...history)
        .when(command)
        .thenRejected(code);
  });
});

describe('its dates', () => {
  const entries = [
    ['recorded', [], record],
    ['corrected', [recorded], correct(details)],
  ] as const;
  describe.each(entries)('%s', (_, history, command) => {
    const refused = (change: Partial<IncidentDetails>, code: string) =>
      given(...history)
        .when({ ...command, ...change })
        .thenRejected(code);

    it('take effect on a day that has come', () =>
      refused({ effectiveOn: '2026-03-02', learnedOn: '2026-03-01' }, 'incident.in-the-future'));
    it('are learned of on a day that has come', () => refused({ learnedOn: '2026-03-02' }, 'incident.in-the-future'));
    it('take effect no earlier than the act', () =>
      refused({ effectiveOn: '2026-01-09' }, 'incident.effect-before-act'));
    it('are learned of no earlier than the act', () =>
      refused({ learnedOn: '2026-01-09' }, 'incident.learned-before-act'));
  });

  const oneDay = { actOn: '2026-03-01', effectiveOn: '2026-03-01', learnedOn: '2026-03-01' };
  it('may all be today', () =>
    given()
      .when({ ...record, ...oneDay }, { actor: registrar })
      .then({ ...recorded, ...oneDay }));
  it('may be learned of before they take effect', () =>
    given()
      .when({ ...record, learnedOn: '2026-01-11' }, { actor: registrar })
      .then({ ...recorded, learnedOn: '2026-01-11' }));
  it('are days of the calendar', () =>
    expect(IncidentCommand.safeParse({ ...record, actOn: '2026-02-30' }).success).toBe(false));
});

describe('the second person', () => {
  it('confirms what another entered', () => given(recorded).when(confirm, { actor: second }).then(confirmed));
  it('is not the registrar', () =>
    given(recorded).when(confirm, { actor: registrar }).thenRejected('incident.confirmer-is-registrar'));
  it('is not who entered the correction', () =>
    given(recorded, correctedTo(heavier, second))
      .when(confirm, { actor: second })
      .thenRejected('incident.confirmer-is-registrar'));
  it('may be the first registrar, where another corrected the entry', () =>
    given(recorded, correctedTo(heavier, second))
      .when(confirm, { actor: registrar })
      .then(confirmedIn('2026', heavier)));
  it('is needed again after a correction of the confirmed case', () =>
    given(recorded, confirmed, correctedTo(heavier, second))
      .when(confirm, { actor: second })
      .thenRejected('incident.confirmer-is-registrar'));
  it('who confirms twice confirms once', () => given(recorded, confirmed).when(confirm).then());
  it('has confirmed: a repetition by anybody is harmless', () =>
    given(recorded, confirmed).when(confirm, { actor: registrar }).then());
});

describe('the year that it is charged to 归属期间', () => {
  const confirmedWith = (cycles: OpenedCycle[], what: IncidentDetails, today = '2026-03-01') =>
    given(recordedWith(what)).when(confirm, { cycles, today });

  it('is the year of its effect', () =>
    confirmedWith([year('2025', 'tracking'), year('2026', 'tracking')], inOldYear).then(
      confirmedIn('2025', inOldYear),
    ));
  it('is the year of its effect, not of the act', () => {
    const across = { ...details, actOn: '2025-12-31', effectiveOn: '2026-01-01' };
    confirmedWith([year('2025', 'tracking'), year('2026', 'tracking')], across).then(confirmedIn('2026', across));
  });
  it.each([
    ['2025-12-31', '2025'],
    ['2026-01-01', '2026'],
  ])('changes at midnight: %s is of %s', (effectiveOn, cycleId) => {
    const what = { ...inOldYear, effectiveOn };
    confirmedWith([year('2025', 'tracking'), year('2026', 'tracking')], what).then(confirmedIn(cycleId, what));
  });

  it.each(['deployment', 'tracking', 'self-assessment', 'review', 'evaluation', 'public-notice'] as const)(
    'is the year of its effect while that is in %s',
    (stage) =>
      confirmedWith([year('2025', stage), year('2026', 'tracking')], inOldYear).then(confirmedIn('2025', inOldYear)),
  );
  it.each(['finalised', 'archived'] as const)('is the open one, marked late, when its own is %s', (stage) =>
    confirmedWith([year('2025', stage), year('2026', 'tracking')], inOldYear).then(
      confirmedIn('2026', inOldYear, { late: true }),
    ),
  );
  it('is the one that is open when it is confirmed, not when it is recorded', () =>
    confirmedWith(
      [year('2025', 'archived'), year('2026', 'archived'), year('2027', 'tracking')],
      inOldYear,
      '2027-05-01',
    ).then(confirmedIn('2027', inOldYear, { late: true })));
  it('is the year of the confirmation before any other open year', () =>
    confirmedWith(
      [year('2024', 'review'), year('2025', 'archived'), year('2026', 'tracking'), year('2027', 'deployment')],
      inOldYear,
    ).then(confirmedIn('2026', inOldYear, { late: true })));
  it.each([
    ['2024', [year('2024', 'review'), year('2025', 'archived')]],
    ['2025', [year('2024', 'review'), year('2025', 'review'), year('2026', 'archived')]],
  ])('is the last open one, %s, where the year of the confirmation is not open', (cycleId, cycles) => {
    const old = { ...inOldYear, actOn: '2023-06-01', effectiveOn: '2023-07-01' };
    confirmedWith([year('2023', 'archived'), ...cycles], old).then(confirmedIn(cycleId, old, { late: true }));
  });
  it.each([
    ['every year is finalised', [year('2025', 'finalised'), year('2026', 'archived')]],
    ['there is no year', []],
  ])('is missing where %s', (_, cycles) => confirmedWith(cycles, inOldYear).thenRejected('incident.no-open-cycle'));
});

describe('a correction', () => {
  it('before the confirmation replaces what was recorded', () =>
    given(recorded).when(correct(heavier), { actor: third }).then(correctedTo(heavier, third)));
  it('is what the second person confirms', () =>
    given(recorded, correctedTo(heavier, third)).when(confirm).then(confirmedIn('2026', heavier)));
  it('may be corrected', () =>
    given(recorded, correctedTo(heavier, third))
      .when(correct(details), { actor: registrar })
      .then(correctedTo(details, registrar)));
  it('of a confirmed case waits for a second person', () =>
    given(recorded, confirmed).when(correct(heavier), { actor: third }).then(correctedTo(heavier, third)));
  it('does not move a case to another unit', () =>
    given(recorded)
      .when(correct({ ...details, unitId: 'window-2' }))
      .thenRejected('incident.other-unit'));
  it('does not move a confirmed case to another unit', () =>
    given(recorded, confirmed)
      .when(correct({ ...details, unitId: 'window-2' }))
      .thenRejected('incident.other-unit'));

  const reopened = [recorded, confirmed, correctedTo(inOldYear, third)];
  it('leaves a confirmed case charged: it cannot be withdrawn', () =>
    given(...reopened)
      .when(withdraw)
      .thenRejected('incident.counts-already'));
  it('leaves a confirmed case charged: it is reversed where it counts', () =>
    given(...reopened)
      .when(reverse)
      .then(reversed));
  it('confirmed in the same year moves nothing', () =>
    given(recorded, confirmed, correctedTo(heavier, third)).when(confirm).then(confirmedIn('2026', heavier)));
  it('confirmed moves the case from its year to another', () =>
    given(...reopened)
      .when(confirm)
      .then(confirmedIn('2025', inOldYear, { movedFrom: '2026' })));
  it('of a correction still moves it from the year where it counts', () =>
    given(...reopened, correctedTo({ ...inOldYear, role: 'unit-head' }, third))
      .when(confirm)
      .then(confirmedIn('2025', { ...inOldYear, role: 'unit-head' }, { movedFrom: '2026' })));
  it('moves it back again', () =>
    given(...reopened, confirmedIn('2025', inOldYear, { movedFrom: '2026' }), correctedTo(details, third))
      .when(confirm)
      .then(confirmedIn('2026', details, { movedFrom: '2025' })));
});

describe('a reversal', () => {
  it('takes a confirmed case back with a reason and an outcome document', () =>
    given(recorded, confirmed).when(reverse).then(reversed));
  it('names the year that the case was charged to', () =>
    given(recordedWith(inOldYear), confirmedIn('2026', inOldYear, { late: true }))
      .when(reverse)
      .then(reversedIn('2026')));
  it('needs a confirmed case', () => given(recorded).when(reverse).thenRejected('incident.not-confirmed'));
  it('needs a confirmed case, not a corrected entry', () =>
    given(recorded, correctedTo(heavier, third)).when(reverse).thenRejected('incident.not-confirmed'));
});

describe('a withdrawal', () => {
  it('takes back what was never confirmed', () => given(recorded).when(withdraw).then(withdrawn));
  it('takes back a corrected entry', () => given(recorded, correctedTo(heavier, third)).when(withdraw).then(withdrawn));
  it('is too late for a confirmed case', () =>
    given(recorded, confirmed).when(withdraw).thenRejected('incident.is-confirmed'));
});
