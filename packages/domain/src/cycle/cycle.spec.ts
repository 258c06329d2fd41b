import { describe, expect, it } from 'vitest';
import { fold } from '../kernel/decider.ts';
import { scenario } from '../kernel/scenario.ts';
import { cycle, isFinalised, mustBeOpened, recordingClosed, takesRecords } from './cycle.ts';
import { stages, type CycleCommand, type CycleEvent, type Stage } from './messages.ts';

const given = scenario(cycle, { unitKnown: true, cycles: [] });
const cycleId = '2026';
const open = {
  type: 'OpenCycle',
  cycleId,
  year: 2026,
  from: '2026-01-01',
  to: '2026-12-31',
  rubric: { id: 'yueqing', version: '2020', hash: 'a'.repeat(64) },
} satisfies CycleCommand;
const opened = { ...open, type: 'CycleOpened' } satisfies CycleEvent;
const admit = { type: 'AdmitParticipant', cycleId, unitId: 'organisation-dept' } satisfies CycleCommand;
const admitted = { ...admit, type: 'ParticipantAdmitted' } satisfies CycleEvent;
const advance = (to: Stage) => ({ type: 'AdvanceStage', cycleId, to }) satisfies CycleCommand;
const advanced = (from: Stage, to: Stage) => ({ type: 'StageAdvanced', cycleId, from, to }) satisfies CycleEvent;

/** The history of a cycle that has come as far as `stage`. */
const at = (stage: Stage): CycleEvent[] => [
  opened,
  ...stages.slice(1, stages.indexOf(stage) + 1).map((to, n) => advanced(stages[n]!, to)),
];

describe('a cycle 考核年度', () => {
  it('has a stream of its own', () => expect(cycle.stream(open)).toBe('cycle-2026'));

  it('opens with a period and a rubric version', () => given().when(open).then(opened));
  it('opens with the units that are assessed from the first day on, each once', () =>
    given()
      .when({ ...open, units: ['organisation-dept', 'finance', 'organisation-dept'] })
      .then(opened, admitted, { ...admitted, unitId: 'finance' }));
  it('opens with none at all where one of them was never founded', () =>
    given()
      .when({ ...open, units: ['organisation-dept', 'nobody'] }, { unitKnown: false })
      .thenRejected('unit.unknown'));
  it('opens once', () => given(opened).when(open).thenRejected('cycle.already-opened'));
  it.each(['2026-01-01', '2025-12-31'])('does not end on %s, before it has lasted a day', (to) =>
    given()
      .when({ ...open, to })
      .thenRejected('cycle.period-reversed'),
  );
  describe('beside one that was opened earlier', () => {
    const other = mustBeOpened(fold(cycle, [{ ...opened, cycleId: '2025', from: '2025-01-01', to: '2026-01-31' }]));
    it.each([
      ['begins within it', '2026-01-31', '2026-12-31'],
      ['lies within it', '2026-01-05', '2026-01-20'],
    ])('does not open where it %s', (_, from, to) =>
      given()
        .when({ ...open, from, to }, { cycles: [other] })
        .thenRejected('cycle.overlaps'),
    );
    it('does not open around it', () =>
      given()
        .when({ ...open, year: 2024, from: '2024-12-31', to: '2026-12-31' }, { cycles: [other] })
        .thenRejected('cycle.overlaps'));
    it('opens from the day after', () =>
      given()
        .when({ ...open, from: '2026-02-01' }, { cycles: [other] })
        .then({ ...opened, from: '2026-02-01' }));
    it('is still said to be open already when it is opened twice', () =>
      given(opened)
        .when(open, { cycles: [mustBeOpened(fold(cycle, [opened]))] })
        .thenRejected('cycle.already-opened'));
  });
  it.each([admit, advance('tracking')])('must be open before $type', (command) =>
    given().when(command).thenRejected('cycle.unknown'),
  );

  it('keeps what it was opened with', () =>
    expect(mustBeOpened(fold(cycle, [opened, admitted, ...at('review').slice(1)]))).toEqual({
      status: 'opened',
      cycleId,
      period: { from: '2026-01-01', to: '2026-12-31' },
      rubricHash: 'a'.repeat(64),
      stage: 'review',
      participants: new Set(['organisation-dept']),
    }));
  it('is unknown until it is opened', () => expect(() => mustBeOpened(cycle.initial)).toThrow('cycle.unknown'));
});

describe('a participant', () => {
  it.each(['deployment', 'tracking', 'self-assessment'] as const)('is admitted in %s', (stage) =>
    given(...at(stage))
      .when(admit)
      .then(admitted),
  );
  it.each(['review', 'evaluation', 'public-notice', 'finalised', 'archived'] as const)(
    'is not admitted in %s',
    (stage) =>
      given(...at(stage))
        .when(admit)
        .thenRejected('cycle.recording-closed'),
  );
  it('is admitted once, a repetition is harmless', () => given(opened, admitted).when(admit).then());
  it('is admitted once, a repetition is harmless even late', () =>
    given(opened, admitted, ...at('archived').slice(1))
      .when(admit)
      .then());
  it('is a unit that was founded', () => given(opened).when(admit, { unitKnown: false }).thenRejected('unit.unknown'));
});

describe('the stages 部署 → 跟踪 → 自评 → 评审 → 审定 → 公示 → 定案 → 归档', () => {
  const pairs = stages.flatMap((stage) => stages.map((to) => [stage, to] as const));
  const step = ([stage, to]: readonly [Stage, Stage]) => stages.indexOf(to) - stages.indexOf(stage);

  it('begin with deployment', () => expect(mustBeOpened(fold(cycle, [opened])).stage).toBe('deployment'));

  it.each(pairs.filter((pair) => step(pair) === 1))('lead from %s to %s', (stage, to) =>
    given(...at(stage))
      .when(advance(to))
      .then(advanced(stage, to)),
  );
  it.each(pairs.filter((pair) => step(pair) === 0))('stay in %s when told of %s again', (stage, to) =>
    given(...at(stage))
      .when(advance(to))
      .then(),
  );
  it.each(pairs.filter((pair) => ![0, 1].includes(step(pair))))('do not lead from %s to %s', (stage, to) =>
    given(...at(stage))
      .when(advance(to))
      .thenRejected('cycle.stage-out-of-order'),
  );

  it.each([
    ['deployment', { takes: false, closed: false, final: false }],
    ['tracking', { takes: true, closed: false, final: false }],
    ['self-assessment', { takes: true, closed: false, final: false }],
    ['review', { takes: false, closed: true, final: false }],
    ['evaluation', { takes: false, closed: true, final: false }],
    ['public-notice', { takes: false, closed: true, final: false }],
    ['finalised', { takes: false, closed: true, final: true }],
    ['archived', { takes: false, closed: true, final: true }],
  ] as const)('say in %s what may be recorded and what is final', (stage, expected) =>
    expect({ takes: takesRecords(stage), closed: recordingClosed(stage), final: isFinalised(stage) }).toEqual(expected),
  );
});
