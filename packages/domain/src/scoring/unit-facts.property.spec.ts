import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycle, type OpenedCycle } from '../cycle/cycle.ts';
import type { CycleCommand } from '../cycle/messages.ts';
import { stages, type CycleEvent } from '../cycle/messages.ts';
import { evidence, type EvidenceFacts } from '../evidence/evidence.ts';
import type { EvidenceCommand, EvidenceEvent } from '../evidence/messages.ts';
import { incident } from '../incident/incident.ts';
import type { IncidentCommand, IncidentEvent } from '../incident/messages.ts';
import { fold, type Decider, type Facts } from '../kernel/decider.ts';
import { DomainError } from '../kernel/error.ts';
import { unitFacts, type ScoringEvent } from './unit-facts.ts';

const units = ['window-1', 'window-2'];
const cycleIds = ['2025', '2026'];
const registrars = ['9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b000a', '9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b000b'];
const now = { now: '2026-12-31T01:00:00.000Z', today: '2026-12-31' };
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const yearOf = (cycleId: string): OpenedCycle => ({
  status: 'opened',
  cycleId,
  period: { from: `${cycleId}-01-01`, to: `${cycleId}-12-31` },
  rubricHash: 'a'.repeat(64),
  stage: 'tracking',
  participants: new Set(units),
});

/** The stream that some commands lead to; what is refused leaves no event. */
const streamOf = <State, Command extends { type: string }, Event extends { type: string }, Known extends Facts>(
  decider: Decider<State, Command, Event, Known>,
  commands: readonly (readonly [Command, Known])[],
): Event[] => {
  const events: Event[] = [];
  for (const [command, known] of commands) {
    try {
      events.push(...decider.decide(fold(decider, events), command, known));
    } catch (refusal) {
      if (!(refusal instanceof DomainError)) throw refusal;
    }
  }
  return events;
};

const anyCycle = fc.constantFrom(...cycleIds);
const anyUnit = fc.constantFrom(...units);

const cycleStream = (cycleId: string) =>
  fc.tuple(fc.subarray(units), fc.nat(stages.length - 1)).map(([admitted, stage]): CycleEvent[] =>
    streamOf(
      cycle,
      [
        {
          type: 'OpenCycle',
          cycleId,
          year: Number(cycleId),
          from: `${cycleId}-01-01`,
          to: `${cycleId}-12-31`,
          rubric: { id: 'yueqing', version: '2020', hash: 'a'.repeat(64) },
        } as const,
        ...admitted.map((unitId) => ({ type: 'AdmitParticipant', cycleId, unitId }) as const),
        ...stages.slice(1, stage + 1).map((to) => ({ type: 'AdvanceStage', cycleId, to }) as const),
      ].map((command: CycleCommand) => [command, { ...now, actor: 'chair', unitKnown: true, cycles: [] }] as const),
    ),
  );

const evidenceStream = (n: number) => {
  const evidenceId = id(n);
  const content = fc.record({
    kind: fc.constantFrom('group-study-session', 'party-lecture'),
    title: fc.constant('学习'),
    day: fc.integer({ min: 10, max: 28 }),
    session: fc.integer({ min: 1, max: 3 }),
    attendance: fc.constant(null),
    criteria: fc.constantFrom(['2.1'], ['2.2'], ['2.1', '2.2']),
    attachments: fc.constant([]),
  });
  const later = fc.oneof(
    fc.constant({ type: 'ReturnEvidence', reason: '补材料' } as const),
    fc.constant({ type: 'AcceptEvidence' } as const),
    fc.constant({ type: 'WithdrawEvidence', reason: '重复' } as const),
    content.map((said) => ({ type: 'ResubmitEvidence', ...said }) as const),
  );
  return fc
    .tuple(anyCycle, anyUnit, content, fc.array(later, { maxLength: 7 }))
    .map(([cycleId, unitId, first, rest]) => {
      const known: EvidenceFacts = {
        ...now,
        actor: 'secretary',
        cycle: yearOf(cycleId),
        criteria: new Set(['2.1', '2.2']),
        kinds: new Set(['group-study-session', 'party-lecture']),
      };
      const commands = [{ type: 'SubmitEvidence', cycleId, unitId, ...first } as const, ...rest].map((command) => {
        if (!('day' in command)) return { evidenceId, ...command };
        const { day, ...said } = command;
        return { evidenceId, ...said, occurredOn: `${cycleId}-03-${day}` };
      });
      return streamOf(
        evidence,
        commands.map((command) => [command as EvidenceCommand, known] as const),
      ) as EvidenceEvent[];
    });
};

const incidentStream = (n: number) => {
  const incidentId = id(n);
  const entry = (type: 'RecordIncident' | 'CorrectIncident', unit: fc.Arbitrary<string>) =>
    fc.record({
      type: fc.constant(type),
      incidentId: fc.constant(incidentId),
      unitId: unit,
      category: fc.constantFrom('efficiency-admonition' as const, 'criminal-penalty' as const),
      role: fc.constantFrom('unit-head' as const, 'staff' as const),
      personRef: fc.constant(id(7001)),
      actRef: fc.constantFrom(id(8001), id(8002)),
      documentNumber: fc.constant('乐行服〔2026〕5号'),
      actOn: fc.constant('2025-01-10'),
      effectiveOn: anyCycle.map((year) => `${year}-02-10`),
      learnedOn: fc.constant('2026-02-12'),
    });
  const later = (unitId: string) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant({ type: 'ConfirmIncident', incidentId } as const) },
      { weight: 3, arbitrary: entry('CorrectIncident', fc.constant(unitId)) },
      fc.constant({ type: 'WithdrawIncident', incidentId } as const),
      fc.constant({
        type: 'ReverseIncident',
        incidentId,
        reason: 'decision-revoked',
        outcomeDocument: '乐行服〔2026〕9号',
      } as const),
    );
  const known = { ...now, cycles: cycleIds.map(yearOf), unitKnown: true };
  return anyUnit
    .chain((unitId) =>
      fc.tuple(
        entry('RecordIncident', fc.constant(unitId)),
        fc.array(fc.tuple(later(unitId), fc.constantFrom(...registrars)), { maxLength: 7 }),
      ),
    )
    .map(([first, rest]): IncidentEvent[] =>
      streamOf(incident, [
        [first as IncidentCommand, { ...known, actor: registrars[0]! }] as const,
        ...rest.map(([command, actor]) => [command as IncidentCommand, { ...known, actor }] as const),
      ]),
    );
};

const history = fc.record({
  cycles: fc.tuple(...cycleIds.map(cycleStream)),
  evidence: fc.tuple(...[1, 2, 3, 4].map(evidenceStream)),
  incidents: fc.tuple(...[101, 102, 103].map(incidentStream)),
});
const streamsOf = ({
  cycles,
  evidence,
  incidents,
}: { [name in 'cycles' | 'evidence' | 'incidents']: ScoringEvent[][] }) => [...cycles, ...evidence, ...incidents];

/** One log of several streams: each keeps its own order, `turns` says whose event is next. */
const interleaved = (streams: readonly ScoringEvent[][], turns: readonly number[]): ScoringEvent[] => {
  const left = streams.map((stream) => [...stream]);
  const log: ScoringEvent[] = [];
  for (let n = 0; left.some((stream) => stream.length > 0); n += 1) {
    const waiting = left.filter((stream) => stream.length > 0);
    log.push(waiting[(turns[n % turns.length] ?? 0) % waiting.length]!.shift()!);
  }
  return log;
};

const factsOf = (cycleId: string, unitId: string, events: ScoringEvent[]) => {
  const facts = unitFacts({ cycleId, unitId, asOf: now.today }, events);
  const byId = <Fact extends { id: string }>(list: Fact[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { ...facts, records: byId(facts.records), cases: byId(facts.cases) };
};

describe('whatever happened', () => {
  it('the order of different streams does not matter', () =>
    fc.assert(
      fc.property(
        history,
        fc.array(fc.nat(20), { minLength: 1, maxLength: 40 }),
        anyCycle,
        anyUnit,
        (happened, turns, ...whose) => {
          const streams = streamsOf(happened);
          expect(factsOf(...whose, interleaved(streams, turns))).toEqual(factsOf(...whose, streams.flat()));
        },
      ),
      { numRuns: 300 },
    ));

  it('the facts agree with what the aggregates themselves say', () =>
    fc.assert(
      fc.property(history, anyCycle, anyUnit, (happened, cycleId, unitId) => {
        const ours = (place: { cycleId: string; unitId: string }) =>
          place.cycleId === cycleId && place.unitId === unitId;
        const facts = factsOf(cycleId, unitId, streamsOf(happened).flat());

        const standing = happened.evidence.flatMap((stream) => {
          const state = fold(evidence, stream);
          const stands = state.status === 'submitted' || state.status === 'accepted';
          return stands && ours(state) ? [{ id: stream[0]!.evidenceId, accepted: state.status === 'accepted' }] : [];
        });
        expect(facts.records.map(({ id, accepted }) => ({ id, accepted }))).toEqual(standing);

        const charged = happened.incidents.flatMap((stream) => {
          const state = fold(incident, stream);
          return 'charge' in state && state.charge && ours(state.charge) ? [stream[0]!.incidentId] : [];
        });
        expect(facts.cases.map(({ id }) => id)).toEqual(charged);
      }),
      { numRuns: 300 },
    ));

  it('the histories tried are no trivial ones', () => {
    const tried = fc.sample(history, { numRuns: 200, seed: 7 }).flatMap(streamsOf).flat();
    const types = new Set(tried.map(({ type }) => type));
    expect([...types].toSorted()).toEqual([
      'CycleOpened',
      'EvidenceAccepted',
      'EvidenceResubmitted',
      'EvidenceReturned',
      'EvidenceSubmitted',
      'EvidenceWithdrawn',
      'IncidentConfirmed',
      'IncidentCorrected',
      'IncidentRecorded',
      'IncidentReversed',
      'IncidentWithdrawn',
      'ParticipantAdmitted',
      'StageAdvanced',
    ]);
    expect(tried.some((event) => event.type === 'IncidentConfirmed' && event.movedFrom !== null)).toBe(true);
  });
});
