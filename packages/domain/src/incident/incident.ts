import { isFinalised, type OpenedCycle } from '../cycle/cycle.ts';
import type { Decider, Facts } from '../kernel/decider.ts';
import { DomainError } from '../kernel/error.ts';
import type { IncidentCommand, IncidentDetails, IncidentEvent } from './messages.ts';

interface Charge {
  cycleId: string;
  unitId: string;
  /** it took effect in a year already finalised */
  late: boolean;
}

export type Incident =
  | { status: 'unknown' }
  /** awaits a second person; `charge` is what counts meanwhile, after a correction of a confirmed case */
  | { status: 'recorded'; details: IncidentDetails; registrar: string; charge: Charge | null }
  | { status: 'confirmed'; details: IncidentDetails; charge: Charge }
  | { status: 'reversed' }
  | { status: 'withdrawn' };

export interface IncidentFacts extends Facts {
  /** every cycle that has been opened */
  cycles: readonly OpenedCycle[];
  /** the unit named in the command has been founded */
  unitKnown: boolean;
}

/** 违纪、效能告诫: a decided case as category, role, dates and document number. It counts once a second person confirms. */
export const incident: Decider<Incident, IncidentCommand, IncidentEvent, IncidentFacts> = {
  stream: ({ incidentId }) => `incident-${incidentId}`,
  initial: { status: 'unknown' },
  decide: (state, command, facts) => {
    switch (command.type) {
      case 'RecordIncident':
        if (state.status !== 'unknown') throw new DomainError('incident.already-recorded');
        if (!facts.unitKnown) throw new DomainError('unit.unknown');
        mustBePossible(command, facts);
        return [{ ...command, type: 'IncidentRecorded', registrar: facts.actor }];
      case 'ConfirmIncident': {
        if (state.status === 'confirmed') return [];
        const { details, registrar, charge } = mustBe(state, 'recorded');
        if (registrar === facts.actor) throw new DomainError('incident.confirmer-is-registrar');
        const { cycleId, late } = chargedTo(details, charge, facts);
        const movedFrom = charge && charge.cycleId !== cycleId ? charge.cycleId : null;
        return [{ ...command, ...details, type: 'IncidentConfirmed', cycleId, late, movedFrom }];
      }
      case 'CorrectIncident': {
        const details = state.status === 'recorded' ? state.details : mustBe(state, 'confirmed').details;
        if (command.unitId !== details.unitId) throw new DomainError('incident.other-unit');
        mustBePossible(command, facts);
        return [{ ...command, type: 'IncidentCorrected', registrar: facts.actor }];
      }
      case 'ReverseIncident': {
        const charge = state.status === 'recorded' ? state.charge : mustBe(state, 'confirmed').charge;
        if (!charge) throw new DomainError('incident.not-confirmed');
        return [{ ...command, type: 'IncidentReversed', cycleId: charge.cycleId, unitId: charge.unitId }];
      }
      case 'WithdrawIncident': {
        const { charge, details } = mustBe(state, 'recorded');
        if (charge) throw new DomainError('incident.counts-already');
        return [{ ...command, type: 'IncidentWithdrawn', unitId: details.unitId }];
      }
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'IncidentRecorded':
      case 'IncidentCorrected':
        return {
          status: 'recorded',
          details: detailsOf(event),
          registrar: event.registrar,
          charge: 'charge' in state ? state.charge : null,
        };
      case 'IncidentConfirmed':
        return {
          status: 'confirmed',
          details: detailsOf(event),
          charge: { cycleId: event.cycleId, unitId: event.unitId, late: event.late },
        };
      case 'IncidentReversed':
        return { status: 'reversed' };
      case 'IncidentWithdrawn':
        return { status: 'withdrawn' };
    }
  },
};

const mustBe = <Status extends Incident['status']>(state: Incident, status: Status) => {
  if (state.status !== status) {
    throw new DomainError(state.status === 'unknown' ? 'incident.unknown' : `incident.is-${state.status}`);
  }
  return state as Extract<Incident, { status: Status }>;
};

const mustBePossible = ({ actOn, effectiveOn, learnedOn }: IncidentDetails, { today }: Facts) => {
  if (learnedOn > today || effectiveOn > today) throw new DomainError('incident.in-the-future', { today });
  if (effectiveOn < actOn) throw new DomainError('incident.effect-before-act', { actOn });
  if (learnedOn < actOn) throw new DomainError('incident.learned-before-act', { actOn });
};

/**
 * 归属期间 (ruling A12): the date of effect decides the year. A year that is finalised is left alone: a case that took
 * effect in it goes to the year open now, marked late; one that is charged already stays where it is, so that a
 * correction never charges it twice.
 */
const chargedTo = ({ effectiveOn }: IncidentDetails, charge: Charge | null, { cycles, today }: IncidentFacts) => {
  const isOpen = ({ stage }: OpenedCycle) => !isFinalised(stage);
  const covering = (date: string) => cycles.find(({ period }) => period.from <= date && date <= period.to);
  const own = covering(effectiveOn);
  const charged = charge && cycles.find(({ cycleId }) => cycleId === charge.cycleId);
  if (charge && (!charged || !isOpen(charged))) return charge;
  if (own && isOpen(own)) return { cycleId: own.cycleId, late: false };
  if (charge) return charge;
  const current = covering(today);
  const open = current && isOpen(current) ? current : cycles.findLast(isOpen);
  if (!open || effectiveOn >= open.period.from) throw new DomainError('incident.no-open-cycle', { effectiveOn });
  return { cycleId: open.cycleId, late: true };
};

/** What an event says of a case, apart from the event's own fields. */
export const detailsOf = (event: IncidentDetails): IncidentDetails => ({
  unitId: event.unitId,
  category: event.category,
  role: event.role,
  personRef: event.personRef,
  actRef: event.actRef,
  documentNumber: event.documentNumber,
  actOn: event.actOn,
  effectiveOn: event.effectiveOn,
  learnedOn: event.learnedOn,
});
