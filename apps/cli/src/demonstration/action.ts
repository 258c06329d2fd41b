import type { CycleCommand } from '@mofan/domain/cycle/messages';
import type { EvidenceCommand } from '@mofan/domain/evidence/messages';
import type { IncidentCommand } from '@mofan/domain/incident/messages';
import type { RulingCommand } from '@mofan/domain/ruling/messages';
import type { UnitCommand } from '@mofan/domain/unit/messages';
import type { DemonstrationFile } from './attachment.ts';

/** A command of any aggregate, by the word that `Commands` has for it. */
export type AnyCommand =
  | { to: 'unit'; command: UnitCommand }
  | { to: 'cycle'; command: CycleCommand }
  | { to: 'ruling'; command: RulingCommand }
  | { to: 'evidence'; command: EvidenceCommand }
  | { to: 'incident'; command: IncidentCommand };

/** One thing that one account does at one instant. */
export type Action = AnyCommand & {
  /** ISO 8601 in UTC */
  at: string;
  /** account id */
  actor: string;
  /** idempotency key, the same in every run */
  key: string;
  /** what must be stored before the command may name it */
  files?: readonly DemonstrationFile[];
};
