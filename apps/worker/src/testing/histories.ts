import { DomainError } from '@mofan/domain/kernel/error';
import { commandsOn, type Commands } from '@mofan/store/commands';
import type { Request } from '@mofan/store/carry-out';
import type { RecordedEvent } from '@mofan/store/event-log';
import { MemoryEventLog } from '@mofan/store/memory-event-log';
import fc from 'fast-check';
import { draftCommand } from './draft-steps.ts';
import { confirmer, id, registrar, rubric, secretary } from './events.ts';

type Aggregate = keyof Commands;
export type Step = { [Name in Aggregate]: { of: Name; command: Parameters<Commands[Name]>[0] } }[Aggregate] & {
  actor?: string;
  minutes?: number;
};

export const units = ['window-1', 'section-1', 'company-1'];
export const cycleIds = ['2025', '2026'];

const cycleBegins = (cycleId: string): Step[] => [
  {
    of: 'cycle',
    command: {
      type: 'OpenCycle',
      cycleId,
      year: Number(cycleId),
      from: `${cycleId}-01-01`,
      to: `${cycleId}-12-31`,
      rubric,
    },
  },
  ...units.map((unitId): Step => ({ of: 'cycle', command: { type: 'AdmitParticipant', cycleId, unitId } })),
  { of: 'cycle', command: { type: 'AdvanceStage', cycleId, to: 'tracking' } },
];
/** What every history begins with: units, and two years that are being tracked. */
const beginnings: Step[] = [
  ...units.map((unitId, order): Step => ({
    of: 'unit',
    command: {
      type: 'FoundUnit',
      unitId,
      name: `单位 "${unitId}" \\N`, // nothing that COPY would take for its own
      kind: 'window',
      parentId: null,
      order,
      foundedOn: '2020-01-01',
    },
  })),
  ...cycleIds.flatMap(cycleBegins),
];

const anyUnit = fc.constantFrom(...units);
const anyCycle = fc.constantFrom(...cycleIds);
const anyEvidence = fc.integer({ min: 1, max: 5 }).map(id);
const anyIncident = fc.integer({ min: 101, max: 104 }).map(id);
const step = <Name extends Aggregate>(of: Name, command: fc.Arbitrary<Parameters<Commands[Name]>[0]>) =>
  command.map((command) => ({ of, command }) as unknown as Step);

const content = {
  kind: fc.constantFrom('group-study-session', 'party-lecture'),
  title: fc.constantFrom('学习', '学习 {"a", \\"b\\"}', '𠮷 \\N \\.'),
  occurredOn: fc.tuple(anyCycle, fc.integer({ min: 10, max: 28 })).map(([year, day]) => `${year}-02-${day}`),
  session: fc.integer({ min: 1, max: 2 }),
  attendance: fc.constantFrom(null, { present: 9, due: 12 }),
  criteria: fc.constantFrom<string[]>(['2.1'], ['2.2'], ['2.1', '2.2']),
  attachments: fc.constantFrom<{ fileId: string; sha256: string; size: number }[]>(
    [],
    [{ fileId: id(5), sha256: 'a'.repeat(64), size: 12 }],
  ),
};
const evidenceStep = step(
  'evidence',
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('SubmitEvidence' as const),
        evidenceId: anyEvidence,
        cycleId: anyCycle,
        unitId: anyUnit,
        ...content,
      }),
    },
    fc.record({ type: fc.constant('ResubmitEvidence' as const), evidenceId: anyEvidence, ...content }),
    fc.record({
      type: fc.constantFrom('ReturnEvidence' as const, 'WithdrawEvidence' as const),
      evidenceId: anyEvidence,
      reason: fc.constantFrom('缺签到表', 'a "b" \\'),
    }),
    fc.record({ type: fc.constant('AcceptEvidence' as const), evidenceId: anyEvidence }),
  ),
);

const entry = {
  incidentId: anyIncident,
  unitId: anyUnit,
  category: fc.constantFrom('efficiency-admonition' as const, 'criminal-penalty' as const),
  role: fc.constantFrom('unit-head' as const, 'staff' as const),
  personRef: fc.constantFrom(id(7001), id(7002)),
  actRef: fc.constantFrom(id(8001), id(8002)),
  documentNumber: fc.constantFrom('乐行服〔2026〕5号', '乐行服〔2026〕6号'),
  actOn: fc.constant('2025-01-10'),
  effectiveOn: anyCycle.map((year) => `${year}-02-10`),
  learnedOn: fc.constant('2026-02-12'),
};
const byAnyone = (steps: fc.Arbitrary<Step>) =>
  fc.tuple(steps, fc.constantFrom(registrar, confirmer)).map(([each, actor]) => ({ ...each, actor }) as Step);
const incidentStep = byAnyone(
  step(
    'incident',
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ type: fc.constant('RecordIncident' as const), ...entry }) },
      { weight: 3, arbitrary: fc.record({ type: fc.constant('ConfirmIncident' as const), incidentId: anyIncident }) },
      fc.record({ type: fc.constant('CorrectIncident' as const), ...entry }),
      fc.record({
        type: fc.constant('ReverseIncident' as const),
        incidentId: anyIncident,
        reason: fc.constant('decision-revoked' as const),
        outcomeDocument: fc.constant('乐行服〔2026〕9号'),
      }),
      fc.record({ type: fc.constant('WithdrawIncident' as const), incidentId: anyIncident }),
    ),
  ),
);

const otherStep = fc.oneof(
  step(
    'cycle',
    fc.record({
      type: fc.constant('AdvanceStage' as const),
      cycleId: anyCycle,
      to: fc.constantFrom('self-assessment' as const, 'review' as const),
    }),
  ),
  step(
    'unit',
    fc.record({
      type: fc.constant('AppointToPost' as const),
      unitId: anyUnit,
      post: fc.constant('unit-head' as const),
      holder: fc.constantFrom(id(1), id(2)),
      from: fc.integer({ min: 10, max: 28 }).map((day) => `2026-01-${day}`),
    }),
  ),
  step(
    'ruling',
    fc.record({
      type: fc.constant('SignRulings' as const),
      rubricHash: fc.constant(rubric.hash),
      rulings: fc.uniqueArray(fc.constantFrom('A01', 'A02', 'A03'), { minLength: 1 }),
    }),
  ),
);

const anyStep = fc.oneof(
  { weight: 4, arbitrary: step('rubricDraft', draftCommand) },
  { weight: 6, arbitrary: evidenceStep },
  { weight: 5, arbitrary: incidentStep },
  { weight: 1, arbitrary: otherStep },
);
/** What people try, hours or days apart; much of it is refused. */
export const anySteps = fc.array(
  fc.tuple(anyStep, fc.integer({ min: 1, max: 2000 })).map(([each, minutes]): Step => ({ ...each, minutes })),
  { minLength: 10, maxLength: 60, size: 'max' },
);

/** The log that the steps lead to; what the deciders refuse leaves no event. */
export const happen = async (steps: readonly Step[]): Promise<RecordedEvent[]> => {
  const log = new MemoryEventLog();
  const commands = commandsOn(log);
  let now = Date.parse('2026-03-01T01:00:00.000Z');
  for (const { of, command, actor = secretary, minutes = 1 } of [...beginnings, ...steps]) {
    now += minutes * 60_000;
    const recordedAt = new Date(now).toISOString();
    const envelope = { actor, correlation: actor, recordedAt, demonstration: false };
    const carryOut = commands[of] as (command: unknown, request: Request) => Promise<unknown>;
    await carryOut(command, { envelope }).catch((refusal: unknown) => {
      if (!(refusal instanceof DomainError)) throw refusal;
    });
  }
  return log.readAfter(0, Infinity);
};
