import { describe, expect, it } from 'vitest';
import { stages, type Stage } from '../cycle/messages.ts';
import type { EventOf } from '../events.ts';
import { sessionKey, unitFacts, type ScoringEvent } from './unit-facts.ts';

const subject = { cycleId: '2026', unitId: 'window-1', asOf: '2026-06-30' };
const place = { cycleId: '2026', unitId: 'window-1' };
const evidenceId = '3f1c2a7e-52c1-4f0b-9a39-7f1a54f2b001';
const incidentId = '9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b0001';

const opened = (cycleId = '2026'): EventOf<'CycleOpened'> => ({
  type: 'CycleOpened',
  cycleId,
  year: Number(cycleId),
  from: `${cycleId}-01-01`,
  to: `${cycleId}-12-31`,
  rubric: { id: 'yueqing', version: '2020', hash: 'a'.repeat(64) },
});
const advanced = (n: number): EventOf<'StageAdvanced'> => ({
  type: 'StageAdvanced',
  cycleId: '2026',
  from: stages[n - 1]!,
  to: stages[n]!,
});
const at = (stage: Stage): ScoringEvent[] => [
  opened(),
  ...stages.slice(1, stages.indexOf(stage) + 1).map((_, n) => advanced(n + 1)),
];

const submitted: EventOf<'EvidenceSubmitted'> = {
  type: 'EvidenceSubmitted',
  evidenceId,
  ...place,
  kind: 'group-study-session',
  title: '集中学习',
  occurredOn: '2026-02-27',
  session: 1,
  attendance: null,
  criteria: ['2.1', '2.2'],
  attachments: [],
};
const returned: EventOf<'EvidenceReturned'> = { type: 'EvidenceReturned', evidenceId, ...place, reason: '缺签到表' };
const resubmitted: EventOf<'EvidenceResubmitted'> = {
  ...submitted,
  type: 'EvidenceResubmitted',
  occurredOn: '2026-02-28',
  session: 2,
  criteria: ['2.2'],
};
const accepted: EventOf<'EvidenceAccepted'> = { type: 'EvidenceAccepted', evidenceId, ...place };
const withdrawn: EventOf<'EvidenceWithdrawn'> = { type: 'EvidenceWithdrawn', evidenceId, ...place, reason: '重复登记' };

const recorded: EventOf<'IncidentRecorded'> = {
  type: 'IncidentRecorded',
  incidentId,
  unitId: 'window-1',
  category: 'efficiency-admonition',
  role: 'staff',
  personRef: '9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b0002',
  actRef: '9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b0003',
  documentNumber: '乐行服〔2026〕5号',
  actOn: '2026-01-10',
  effectiveOn: '2026-02-10',
  learnedOn: '2026-02-12',
  registrar: '9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b000a',
};
const { registrar: _, ...details } = recorded;
const confirmed: EventOf<'IncidentConfirmed'> = {
  ...details,
  type: 'IncidentConfirmed',
  cycleId: '2026',
  late: false,
  movedFrom: null,
};
const corrected: EventOf<'IncidentCorrected'> = { ...recorded, type: 'IncidentCorrected', role: 'unit-head' };
const moved: EventOf<'IncidentConfirmed'> = { ...confirmed, cycleId: '2025', movedFrom: '2026' };
const reversed: EventOf<'IncidentReversed'> = {
  type: 'IncidentReversed',
  incidentId,
  ...place,
  reason: 'overturned-on-review',
  outcomeDocument: '乐行服〔2026〕9号',
};

const factsOf = (...events: ScoringEvent[]) => unitFacts(subject, [...at('tracking'), ...events]);

describe('the facts of a unit', () => {
  it('of a year without a record are its period and nothing more', () =>
    expect(factsOf()).toEqual({
      asOf: '2026-06-30',
      period: { from: '2026-01-01', to: '2026-12-31' },
      recordingClosed: false,
      records: [],
      cases: [],
      marks: [],
    }));
  it('need the year’s own events', () => expect(() => unitFacts(subject, [submitted])).toThrow('cycle.unknown'));
  it('do not take another year for their own', () =>
    expect(() => unitFacts(subject, [opened('2025')])).toThrow('cycle.unknown'));
  it('keep to their own year', () =>
    expect(unitFacts(subject, [opened(), opened('2025')]).period).toEqual({ from: '2026-01-01', to: '2026-12-31' }));
  it.each(stages)('in %s say whether anything can still be recorded', (stage) =>
    expect(unitFacts(subject, at(stage)).recordingClosed).toBe(
      !['deployment', 'tracking', 'self-assessment'].includes(stage),
    ),
  );
});

describe('evidence', () => {
  const record = {
    id: evidenceId,
    kind: 'group-study-session',
    occurredOn: '2026-02-27',
    session: 'group-study-session/2026-02-27/1',
    criteria: ['2.1', '2.2'],
    accepted: false,
  };
  const again = { ...record, occurredOn: '2026-02-28', session: 'group-study-session/2026-02-28/2', criteria: ['2.2'] };
  const records = (...events: ScoringEvent[]) => factsOf(...events).records;

  it('counts from submission', () => expect(records(submitted)).toEqual([record]));
  it('counts as accepted', () => expect(records(submitted, accepted)).toEqual([{ ...record, accepted: true }]));
  it('does not count while it is returned', () => expect(records(submitted, returned)).toEqual([]));
  it('does not count while it is returned after acceptance', () =>
    expect(records(submitted, accepted, returned)).toEqual([]));
  it('counts again as it was resubmitted, not yet accepted', () =>
    expect(records(submitted, accepted, returned, resubmitted)).toEqual([again]));
  it('resubmitted and accepted counts as accepted', () =>
    expect(records(submitted, returned, resubmitted, accepted)).toEqual([{ ...again, accepted: true }]));
  it.each([
    ['submitted', [submitted]],
    ['accepted', [submitted, accepted]],
    ['returned', [submitted, returned]],
  ])('withdrawn when it was %s does not count', (_, events) => expect(records(...events, withdrawn)).toEqual([]));
  it('of another unit is passed over', () => {
    const elsewhere = { unitId: 'window-2' };
    expect(records({ ...submitted, ...elsewhere }, { ...accepted, ...elsewhere })).toEqual([]);
  });
  it('of another year is passed over', () => expect(records({ ...submitted, cycleId: '2025' })).toEqual([]));

  it('of one session of one kind on one day has one key', () => {
    const one = { kind: 'group-study-session', occurredOn: '2026-02-27', session: 1 };
    expect(sessionKey(one)).toBe(sessionKey({ ...one }));
    const others = [
      { ...one, session: 2 },
      { ...one, occurredOn: '2026-02-28' },
      { ...one, kind: 'party-lecture' },
    ];
    expect(new Set([one, ...others].map(sessionKey)).size).toBe(4);
  });
});

describe('an incident', () => {
  const fact = {
    id: incidentId,
    category: 'efficiency-admonition',
    role: 'staff',
    person: details.personRef,
    act: details.actRef,
    effectiveOn: '2026-02-10',
    documentNumber: '乐行服〔2026〕5号',
  };
  const cases = (...events: ScoringEvent[]) => factsOf(...events).cases;

  it('does not count before it is confirmed', () => expect(cases(recorded)).toEqual([]));
  it('withdrawn never counted', () =>
    expect(cases(recorded, { type: 'IncidentWithdrawn', incidentId, unitId: 'window-1' })).toEqual([]));
  it('counts once confirmed', () => expect(cases(recorded, confirmed)).toEqual([fact]));
  it('counts as it was confirmed while a correction waits', () =>
    expect(cases(recorded, confirmed, corrected)).toEqual([fact]));
  it('counts as it was corrected once that is confirmed', () =>
    expect(cases(recorded, confirmed, corrected, { ...confirmed, role: 'unit-head' })).toEqual([
      { ...fact, role: 'unit-head' },
    ]));
  it('does not count any more when it moved to another year', () =>
    expect(cases(recorded, confirmed, corrected, moved)).toEqual([]));
  it('counts where it moved to', () => {
    const events = [opened('2025'), opened(), recorded, confirmed, corrected, moved];
    expect(unitFacts({ ...subject, cycleId: '2025' }, events).cases).toEqual([fact]);
  });
  it('counts again when it moved back', () =>
    expect(cases(recorded, confirmed, corrected, moved, corrected, { ...confirmed, movedFrom: '2025' })).toEqual([
      fact,
    ]));
  it('reversed does not count', () => expect(cases(recorded, confirmed, reversed)).toEqual([]));
  it('reversed while a correction waits does not count', () =>
    expect(cases(recorded, confirmed, corrected, reversed)).toEqual([]));
  it('charged late counts in the year that it was charged to', () => {
    const old = { ...confirmed, effectiveOn: '2025-07-01', late: true };
    expect(cases(old)).toEqual([{ ...fact, effectiveOn: '2025-07-01' }]);
  });
  it('of another unit is passed over', () => expect(cases({ ...confirmed, unitId: 'window-2' })).toEqual([]));
});
