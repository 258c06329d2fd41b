import type { Decider, Facts } from '../kernel/decider.ts';
import { DomainError } from '../kernel/error.ts';
import type { Post, UnitCommand, UnitEvent } from './messages.ts';

/** Who holds a post from when on. */
export interface Tenure {
  post: Post;
  /** null: the post is vacant from that date on */
  holder: string | null;
  from: string;
}

export type Unit =
  | { status: 'unknown' }
  | { status: 'founded'; foundedOn: string; branch: { establishedOn: string } | null; tenures: Tenure[] };

type Founded = Extract<Unit, { status: 'founded' }>;

export interface UnitFacts extends Facts {
  /** the parent named in the command has been founded, or there is none */
  parentKnown: boolean;
}

/** 单位: one node of the organisation's tree, its branch, and who holds which post from when. */
export const unit: Decider<Unit, UnitCommand, UnitEvent, UnitFacts> = {
  stream: ({ unitId }) => `unit-${unitId}`,
  initial: { status: 'unknown' },
  decide: (state, command, { parentKnown }) => {
    switch (command.type) {
      case 'FoundUnit':
        if (state.status !== 'unknown') throw new DomainError('unit.already-founded');
        if (command.parentId === command.unitId) throw new DomainError('unit.own-parent');
        if (!parentKnown) throw new DomainError('unit.parent-unknown');
        return [{ ...command, type: 'UnitFounded' }];
      case 'EstablishBranch': {
        const founded = mustBeFounded(state);
        if (founded.branch) throw new DomainError('unit.branch-already-established');
        mustNotPrecede(founded.foundedOn, command.establishedOn);
        return [{ ...command, type: 'BranchEstablished' }];
      }
      case 'AppointToPost': {
        const founded = mustBeFounded(state);
        mustNotPrecede(founded.foundedOn, command.from);
        if (command.post === 'branch-secretary') mustHaveBranch(founded, command.from);
        mustFollowTenures(founded, command);
        return [{ ...command, type: 'AppointedToPost' }];
      }
      case 'VacatePost': {
        const founded = mustBeFounded(state);
        if (!holderOn(founded, command.post, command.from)) throw new DomainError('unit.post-vacant');
        mustFollowTenures(founded, command);
        return [{ ...command, type: 'PostVacated' }];
      }
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'UnitFounded':
        return { status: 'founded', foundedOn: event.foundedOn, branch: null, tenures: [] };
      case 'BranchEstablished':
        return { ...mustBeFounded(state), branch: { establishedOn: event.establishedOn } };
      case 'AppointedToPost':
        return withTenure(mustBeFounded(state), { post: event.post, holder: event.holder, from: event.from });
      case 'PostVacated':
        return withTenure(mustBeFounded(state), { post: event.post, holder: null, from: event.from });
    }
  },
};

/**
 * Who answers for the unit on a date: the branch secretary, or where there is none the administrative head
 * （组织领导：没有党支部书记的单位行政一把手为成员）. Null when both posts are vacant.
 */
export const representativeOn = (
  unit: { status: 'unknown' } | { tenures: readonly Tenure[] },
  date: string,
): { post: Post; holder: string } | null => {
  if (!('tenures' in unit)) return null;
  for (const post of ['branch-secretary', 'unit-head'] as const) {
    const holder = holderOn(unit, post, date);
    if (holder) return { post, holder };
  }
  return null;
};

const mustBeFounded = (state: Unit): Founded => {
  if (state.status === 'unknown') throw new DomainError('unit.unknown');
  return state;
};

const mustNotPrecede = (foundedOn: string, date: string) => {
  if (date < foundedOn) throw new DomainError('unit.before-founding', { foundedOn });
};

const mustHaveBranch = ({ branch }: Founded, date: string) => {
  if (!branch) throw new DomainError('unit.no-branch');
  if (date < branch.establishedOn) throw new DomainError('unit.before-branch', { establishedOn: branch.establishedOn });
};

/** Tenures are recorded in the order in which they begin, so that each date has one holder. */
const mustFollowTenures = ({ tenures }: Founded, { post, from }: { post: Post; from: string }) => {
  const last = tenures.findLast((tenure) => tenure.post === post);
  if (last && from <= last.from) throw new DomainError('unit.tenure-out-of-order', { from: last.from });
};

const holderOn = ({ tenures }: { tenures: readonly Tenure[] }, post: Post, date: string) =>
  tenures.findLast((tenure) => tenure.post === post && tenure.from <= date)?.holder ?? null;

const withTenure = (state: Founded, tenure: Tenure): Founded => ({ ...state, tenures: [...state.tenures, tenure] });
