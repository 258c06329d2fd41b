import { isFinalised, takesRecords, type OpenedCycle } from '../cycle/cycle.ts';
import type { Decider, Facts } from '../kernel/decider.ts';
import { DomainError } from '../kernel/error.ts';
import type { EvidenceCommand, EvidenceContent, EvidenceEvent } from './messages.ts';

export type EvidenceStatus = 'submitted' | 'returned' | 'accepted' | 'withdrawn';
export type Evidence = { status: 'unknown' } | { status: EvidenceStatus; cycleId: string; unitId: string };

export interface EvidenceFacts extends Facts {
  cycle: OpenedCycle;
  /** ids of the leaves that take evidence: not those settled by rule */
  criteria: ReadonlySet<string>;
  kinds: ReadonlySet<string>;
}

/** 佐证材料: what a unit did, recorded once and counted wherever it counts. It counts from submission on. */
export const evidence: Decider<Evidence, EvidenceCommand, EvidenceEvent, EvidenceFacts> = {
  stream: ({ evidenceId }) => `evidence-${evidenceId}`,
  initial: { status: 'unknown' },
  decide: (state, command, facts) => {
    switch (command.type) {
      case 'SubmitEvidence':
        if (state.status !== 'unknown') throw new DomainError('evidence.already-submitted');
        if (!facts.cycle.participants.has(command.unitId)) throw new DomainError('evidence.unit-not-assessed');
        mustTakeRecords(facts);
        mustFit(command, facts);
        return [{ ...command, type: 'EvidenceSubmitted' }];
      case 'ReturnEvidence': {
        const subject = subjectIn(state, ['submitted', 'accepted']);
        // What is returned later could never be handed in again.
        mustTakeRecords(facts);
        return [{ ...subject, ...command, type: 'EvidenceReturned' }];
      }
      case 'ResubmitEvidence': {
        const subject = subjectIn(state, ['returned']);
        mustTakeRecords(facts);
        mustFit(command, facts);
        return [{ ...subject, ...command, type: 'EvidenceResubmitted' }];
      }
      case 'AcceptEvidence': {
        if (state.status === 'accepted') return [];
        const subject = subjectIn(state, ['submitted']);
        if (isFinalised(facts.cycle.stage)) throw new DomainError('cycle.finalised', { stage: facts.cycle.stage });
        return [{ ...subject, ...command, type: 'EvidenceAccepted' }];
      }
      case 'WithdrawEvidence': {
        if (state.status === 'withdrawn') return [];
        const subject = subjectIn(state, ['submitted', 'returned', 'accepted']);
        mustTakeRecords(facts);
        return [{ ...subject, ...command, type: 'EvidenceWithdrawn' }];
      }
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'EvidenceSubmitted':
      case 'EvidenceResubmitted':
        return { status: 'submitted', cycleId: event.cycleId, unitId: event.unitId };
      case 'EvidenceReturned':
        return { ...known(state), status: 'returned' };
      case 'EvidenceAccepted':
        return { ...known(state), status: 'accepted' };
      case 'EvidenceWithdrawn':
        return { ...known(state), status: 'withdrawn' };
    }
  },
};

const known = (state: Evidence) => {
  if (state.status === 'unknown') throw new DomainError('evidence.unknown');
  return state;
};

const subjectIn = (state: Evidence, allowed: EvidenceStatus[]) => {
  const { status, cycleId, unitId } = known(state);
  if (!allowed.includes(status)) throw new DomainError(`evidence.is-${status}`);
  return { cycleId, unitId };
};

const mustTakeRecords = ({ cycle }: EvidenceFacts) => {
  if (!takesRecords(cycle.stage)) throw new DomainError('cycle.recording-closed', { stage: cycle.stage });
};

/** The record speaks of a day of this year that has come, of a known kind and of criteria that take evidence. */
const mustFit = (content: EvidenceContent, { cycle, criteria, kinds, today }: EvidenceFacts) => {
  const { from, to } = cycle.period;
  if (content.occurredOn > today) throw new DomainError('evidence.in-the-future', { today });
  if (content.occurredOn < from || content.occurredOn > to)
    throw new DomainError('evidence.outside-cycle', { from, to });
  if (!kinds.has(content.kind)) throw new DomainError('evidence.unknown-kind', { kind: content.kind });
  const stranger = content.criteria.find((id) => !criteria.has(id));
  if (stranger) throw new DomainError('evidence.unknown-criterion', { criterion: stranger });
  if (new Set(content.criteria).size !== content.criteria.length) throw new DomainError('evidence.criterion-twice');
  if (content.attendance && content.attendance.present > content.attendance.due) {
    throw new DomainError('evidence.more-present-than-due');
  }
};
