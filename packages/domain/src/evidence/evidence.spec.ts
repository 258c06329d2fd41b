import { describe, expect, it } from 'vitest';
import type { OpenedCycle } from '../cycle/cycle.ts';
import { stages, type Stage } from '../cycle/messages.ts';
import { scenario } from '../kernel/scenario.ts';
import { evidence } from './evidence.ts';
import { type EvidenceContent, EvidenceCommand, type EvidenceEvent } from './messages.ts';

const evidenceId = '3f1c2a7e-52c1-4f0b-9a39-7f1a54f2b001';
const subject = { evidenceId, cycleId: '2026', unitId: 'organisation-dept' };
const cycleAt = (stage: Stage): OpenedCycle => ({
  status: 'opened',
  cycleId: '2026',
  period: { from: '2026-01-01', to: '2026-12-31' },
  rubricHash: 'a'.repeat(64),
  stage,
  participants: new Set(['organisation-dept']),
});
const given = scenario(evidence, {
  today: '2026-03-01',
  cycle: cycleAt('tracking'),
  criteria: new Set(['2.1', '2.2', '6.3']),
  kinds: new Set(['group-study-session', 'party-lecture']),
});

const content: EvidenceContent = {
  kind: 'group-study-session',
  title: '学习二十大精神',
  occurredOn: '2026-02-27',
  session: 1,
  attendance: { present: 11, due: 12 },
  criteria: ['2.1', '2.2'],
  attachments: [],
};
const other: EvidenceContent = { ...content, title: '学习党章', criteria: ['2.2'], attendance: null };
const submit = { type: 'SubmitEvidence', ...subject, ...content } satisfies EvidenceCommand;
const submitted = { ...submit, type: 'EvidenceSubmitted' } satisfies EvidenceEvent;
const giveBack = { type: 'ReturnEvidence', evidenceId, reason: '缺签到表' } satisfies EvidenceCommand;
const returned = { type: 'EvidenceReturned', ...subject, reason: '缺签到表' } satisfies EvidenceEvent;
const resubmit = { type: 'ResubmitEvidence', evidenceId, ...other } satisfies EvidenceCommand;
const resubmitted = { type: 'EvidenceResubmitted', ...subject, ...other } satisfies EvidenceEvent;
const accept = { type: 'AcceptEvidence', evidenceId } satisfies EvidenceCommand;
const accepted = { type: 'EvidenceAccepted', ...subject } satisfies EvidenceEvent;
const withdraw = { type: 'WithdrawEvidence', evidenceId, reason: '重复登记' } satisfies EvidenceCommand;
const withdrawn = { type: 'EvidenceWithdrawn', ...subject, reason: '重复登记' } satisfies EvidenceEvent;

const closedStages = stages.filter((stage) => stage !== 'tracking' && stage !== 'self-assessment');

describe('evidence 佐证材料', () => {
  it('has a stream of its own', () => expect(evidence.stream(submit)).toBe(`evidence-${evidenceId}`));

  it('is submitted for several criteria at once', () => given().when(submit).then(submitted));
  it('may come without a list of those present', () =>
    given()
      .when({ ...submit, attendance: null })
      .then({ ...submitted, attendance: null }));
  it('is submitted once', () => given(submitted).when(submit).thenRejected('evidence.already-submitted'));
  it('is submitted once, whatever became of it', () =>
    given(submitted, withdrawn).when(submit).thenRejected('evidence.already-submitted'));
  it('comes from a unit that takes part in the year', () =>
    given()
      .when({ ...submit, unitId: 'elsewhere' })
      .thenRejected('evidence.unit-not-assessed'));

  it.each([giveBack, resubmit, accept, withdraw])('must be known before $type', (command) =>
    given().when(command).thenRejected('evidence.unknown'),
  );
});

describe('what a record says', () => {
  const said = [
    ['at first', [], submit],
    ['anew', [submitted, returned], resubmit],
  ] as const;

  describe.each(said)('%s', (_, history, command) => {
    const refused = (change: Partial<EvidenceContent>, code: string) =>
      given(...history)
        .when({ ...command, ...change })
        .thenRejected(code);

    it('is of a day that has come', () => refused({ occurredOn: '2026-03-02' }, 'evidence.in-the-future'));
    it('is of a day within the year', () => refused({ occurredOn: '2025-12-31' }, 'evidence.outside-cycle'));
    it('is of a day within the year, not after it', () =>
      given(...history)
        .when({ ...command, occurredOn: '2027-01-01' }, { today: '2027-02-01' })
        .thenRejected('evidence.outside-cycle'));
    it('is of a known kind', () => refused({ kind: 'picnic' }, 'evidence.unknown-kind'));
    it('counts for known criteria', () => refused({ criteria: ['2.1', '99.9'] }, 'evidence.unknown-criterion'));
    it('names a criterion once', () => refused({ criteria: ['2.1', '2.1'] }, 'evidence.criterion-twice'));
    it('has no more present than due', () =>
      refused({ attendance: { present: 13, due: 12 } }, 'evidence.more-present-than-due'));
  });

  it('may be of today and of the first and the last day of the year', () => {
    given()
      .when({ ...submit, occurredOn: '2026-03-01' })
      .then({ ...submitted, occurredOn: '2026-03-01' });
    given()
      .when({ ...submit, occurredOn: '2026-01-01' })
      .then({ ...submitted, occurredOn: '2026-01-01' });
    given()
      .when({ ...submit, occurredOn: '2026-12-31' }, { today: '2027-01-10' })
      .then({ ...submitted, occurredOn: '2026-12-31' });
  });
  it('may count everybody present', () =>
    given()
      .when({ ...submit, attendance: { present: 12, due: 12 } })
      .then({ ...submitted, attendance: { present: 12, due: 12 } }));

  it.each([
    ['a day that no calendar has', { occurredOn: '2026-02-30' }],
    ['no criterion', { criteria: [] }],
    ['a tenth session of a day', { session: 10 }],
    ['half a session', { session: 1.5 }],
    ['fewer than nobody present', { attendance: { present: -1, due: 12 } }],
    ['an empty title', { title: ' ' }],
    ['a file without its hash', { attachments: [{ fileId: evidenceId, size: 1 }] }],
    [
      'the name of a file',
      { attachments: [{ fileId: evidenceId, sha256: 'a'.repeat(64), size: 1, name: '张三.pdf' }] },
    ],
  ])('is refused at the door with %s', (_, change) =>
    expect(EvidenceCommand.safeParse({ ...submit, ...change }).success).toBe(false),
  );
  it('passes the door as it stands', () => expect(EvidenceCommand.parse(submit)).toEqual(submit));
});

describe('the way of a record', () => {
  it('submitted → returned', () => given(submitted).when(giveBack).then(returned));
  it('returned → resubmitted, saying what it says now', () =>
    given(submitted, returned).when(resubmit).then(resubmitted));
  it('resubmitted → returned again', () => given(submitted, returned, resubmitted).when(giveBack).then(returned));
  it('submitted → accepted', () => given(submitted).when(accept).then(accepted));
  it('resubmitted → accepted', () => given(submitted, returned, resubmitted).when(accept).then(accepted));
  it('accepted → returned: a mistake is found later', () => given(submitted, accepted).when(giveBack).then(returned));
  it.each([
    ['submitted', [submitted]],
    ['returned', [submitted, returned]],
    ['accepted', [submitted, accepted]],
  ])('%s → withdrawn', (_, history) =>
    given(...history)
      .when(withdraw)
      .then(withdrawn),
  );

  it('accepted twice is accepted', () => given(submitted, accepted).when(accept).then());
  it('withdrawn twice is withdrawn', () => given(submitted, withdrawn).when(withdraw).then());
  it('withdrawn twice is withdrawn, however late', () =>
    given(submitted, withdrawn)
      .when(withdraw, { cycle: cycleAt('archived') })
      .then());

  it.each([
    ['a returned record', 'returned', [submitted, returned], giveBack, 'evidence.is-returned'],
    ['a withdrawn record', 'returned', [submitted, withdrawn], giveBack, 'evidence.is-withdrawn'],
    ['a submitted record', 'resubmitted', [submitted], resubmit, 'evidence.is-submitted'],
    ['an accepted record', 'resubmitted', [submitted, accepted], resubmit, 'evidence.is-accepted'],
    ['a withdrawn record', 'resubmitted', [submitted, withdrawn], resubmit, 'evidence.is-withdrawn'],
    ['a returned record', 'accepted', [submitted, returned], accept, 'evidence.is-returned'],
    ['a withdrawn record', 'accepted', [submitted, withdrawn], accept, 'evidence.is-withdrawn'],
  ] as const)('%s cannot be %s', (_, __, history, command, code) =>
    given(...history)
      .when(command)
      .thenRejected(code),
  );
});

describe('the stage of the year', () => {
  const self = { cycle: cycleAt('self-assessment') };
  const inSelf = [
    ['submitted', [], submit, submitted],
    ['resubmitted', [submitted, returned], resubmit, resubmitted],
    ['withdrawn', [submitted], withdraw, withdrawn],
  ] as const;
  it.each(inSelf)('self-assessment: records are still %s', (_, history, command, event) =>
    given(...history)
      .when(command, self)
      .then(event),
  );

  describe.each(closedStages)('%s', (stage) => {
    const closed = { cycle: cycleAt(stage) };
    it.each(inSelf)('nothing is %s', (_, history, command) =>
      given(...history)
        .when(command, closed)
        .thenRejected('cycle.recording-closed'),
    );
    it('nothing is returned: it could never be handed in again', () =>
      given(submitted).when(giveBack, closed).thenRejected('cycle.recording-closed'));
  });

  it.each(['review', 'evaluation', 'public-notice'] as const)('%s: what was submitted may still be accepted', (stage) =>
    given(submitted)
      .when(accept, { cycle: cycleAt(stage) })
      .then(accepted),
  );
  it.each(['finalised', 'archived'] as const)('%s: nothing is accepted any more', (stage) =>
    given(submitted)
      .when(accept, { cycle: cycleAt(stage) })
      .thenRejected('cycle.finalised'),
  );
});
