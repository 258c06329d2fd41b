import type { Decider, Facts } from '../kernel/decider.ts';
import { DomainError } from '../kernel/error.ts';
import { stages, type CycleCommand, type CycleEvent, type Stage } from './messages.ts';

export type Cycle = { status: 'unknown' } | OpenedCycle;

export interface OpenedCycle {
  status: 'opened';
  cycleId: string;
  period: { from: string; to: string };
  rubricHash: string;
  stage: Stage;
  participants: ReadonlySet<string>;
}

export interface CycleFacts extends Facts {
  /** every unit named in the command has been founded */
  unitKnown: boolean;
  /** every cycle that has been opened */
  cycles: readonly OpenedCycle[];
}

/** 考核年度: pins a rubric version by content hash, so that a year is always read with the table it was opened with. */
export const cycle: Decider<Cycle, CycleCommand, CycleEvent, CycleFacts> = {
  stream: ({ cycleId }) => `cycle-${cycleId}`,
  initial: { status: 'unknown' },
  decide: (state, command, { unitKnown, cycles }) => {
    switch (command.type) {
      case 'OpenCycle':
        if (state.status !== 'unknown') throw new DomainError('cycle.already-opened');
        if (command.from >= command.to) throw new DomainError('cycle.period-reversed');
        if (!command.from.startsWith(`${command.year}-`)) throw new DomainError('cycle.period-outside-year');
        mustNotOverlap(command, cycles);
        if (!unitKnown) throw new DomainError('unit.unknown');
        return opened(command);
      case 'AdmitParticipant': {
        const { participants, stage } = mustBeOpened(state);
        if (participants.has(command.unitId)) return [];
        if (!unitKnown) throw new DomainError('unit.unknown');
        if (!takesRecords(stage) && stage !== 'deployment') throw new DomainError('cycle.recording-closed', { stage });
        return [{ ...command, type: 'ParticipantAdmitted' }];
      }
      case 'AdvanceStage': {
        const { stage, cycleId } = mustBeOpened(state);
        if (command.to === stage) return [];
        if (stages.indexOf(command.to) !== stages.indexOf(stage) + 1) {
          throw new DomainError('cycle.stage-out-of-order', { stage, to: command.to });
        }
        return [{ type: 'StageAdvanced', cycleId, from: stage, to: command.to }];
      }
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'CycleOpened':
        return {
          status: 'opened',
          cycleId: event.cycleId,
          period: { from: event.from, to: event.to },
          rubricHash: event.rubric.hash,
          stage: 'deployment',
          participants: new Set(),
        };
      case 'ParticipantAdmitted': {
        const opened = mustBeOpened(state);
        return { ...opened, participants: new Set([...opened.participants, event.unitId]) };
      }
      case 'StageAdvanced':
        return { ...mustBeOpened(state), stage: event.to };
    }
  },
};

const opened = ({ units, ...opening }: Extract<CycleCommand, { type: 'OpenCycle' }>): CycleEvent[] => [
  { ...opening, type: 'CycleOpened' },
  ...[...new Set(units)].map((unitId): CycleEvent => ({
    type: 'ParticipantAdmitted',
    cycleId: opening.cycleId,
    unitId,
  })),
];

/** The date of effect says which year a case is charged to: it must lie in one alone. */
const mustNotOverlap = ({ from, to }: { from: string; to: string }, cycles: readonly OpenedCycle[]) => {
  const other = cycles.find(({ period }) => period.from <= to && from <= period.to);
  if (other) throw new DomainError('cycle.overlaps', { cycle: other.cycleId, ...other.period });
};

/** The cycle, opened. Throws `cycle.unknown`. */
export const mustBeOpened = (state: Cycle): OpenedCycle => {
  if (state.status === 'unknown') throw new DomainError('cycle.unknown');
  return state;
};

/** Units record what they did while the year is tracked and until their self-assessment is in. */
export const takesRecords = (stage: Stage) => stage === 'tracking' || stage === 'self-assessment';

/** From 定案 on the figures no longer follow the facts; a case that took effect in the year goes to the open one. */
export const isFinalised = (stage: Stage) => stages.indexOf(stage) >= stages.indexOf('finalised');

/** Nothing more can be recorded: a count that is short can no longer be made up. */
export const recordingClosed = (stage: Stage) => stages.indexOf(stage) > stages.indexOf('self-assessment');
