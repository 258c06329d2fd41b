import type { Decider, Facts } from '../kernel/decider.ts';
import { DomainError } from '../kernel/error.ts';
import type { RulingCommand, RulingEvent } from './messages.ts';

interface RulingFacts extends Facts {
  /** ids of the rulings that the rubric version proposes */
  proposed: ReadonlySet<string>;
}

type SignedRulings = ReadonlySet<string>;

/** 解释口径: readings of a rubric version are proposals until the chair signs them. Each is signed once. */
export const ruling: Decider<SignedRulings, RulingCommand, RulingEvent, RulingFacts> = {
  stream: ({ rubricHash }) => `rulings-${rubricHash}`,
  initial: new Set(),
  decide: (signed, command, { proposed, today }) => {
    switch (command.type) {
      case 'SignRulings': {
        const unknown = command.rulings.find((id) => !proposed.has(id));
        if (unknown) throw new DomainError('ruling.unknown', { ruling: unknown });
        const rulings = [...new Set(command.rulings)].filter((id) => !signed.has(id));
        return rulings.length ? [{ ...command, type: 'RulingsSigned', rulings, signedOn: today }] : [];
      }
    }
  },
  evolve: (signed, event) => {
    switch (event.type) {
      case 'RulingsSigned':
        return new Set([...signed, ...event.rulings]);
    }
  },
};
