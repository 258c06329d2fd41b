import type { RubricDraftDetail, TextFault } from '@mofan/contracts/rubric-draft';
import type { Contradiction } from '@mofan/domain/rubric-draft/messages';
import type { VersionName } from '@mofan/domain/rubric-draft/obstacles';
import type { NamedFacts } from '@mofan/rubric/score-units';
import type { WhatIf } from '@mofan/rubric/what-if/what-if';
import type { Rubric } from '@mofan/rubric/rubric';
import type { DraftSignature } from '../rubric-draft-row.ts';

/** What a draft's page tells of its text. */
export type Reading = Pick<RubricDraftDetail, 'rubric' | 'fault' | 'findings' | 'scales' | 'changes' | 'obstacles'>;

/** What a text is read against. */
export interface Beside {
  signed: readonly DraftSignature[];
  /** the version that it is based on */
  base: Rubric | undefined;
  versions: readonly VersionName[];
}

/** A table that parses and cannot be computed: the error's code and its place. */
export interface Unsound {
  fault: string;
  place: string;
}

export interface Judged {
  rubric: Rubric;
  contradictions: Contradiction[];
}

/**
 * All that is too long for the thread that answers requests, by name: what goes in and what comes out. Both pass from
 * thread to thread as copies, so they are data and no more.
 */
export interface Tasks {
  /** a text as a table, or where it is none */
  read: { takes: string; gives: { rubric: Rubric } | { fault: TextFault } };
  /** the same with what its own check finds against it, for who publishes it */
  judge: { takes: string; gives: Judged | { fault: TextFault } };
  check: { takes: { text: string; beside: Beside }; gives: Reading };
  whatIf: {
    takes: { before: Rubric; after: Rubric; units: readonly NamedFacts[] };
    gives: { compared: WhatIf } | { unsound: Unsound };
  };
}
export type TaskName = keyof Tasks;
