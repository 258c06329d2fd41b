import type { Said } from '../language/said.ts';
import type * as zh from './zh.ts';

export const ui: Said<typeof zh.ui> = {
  loading: 'Loading',
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  calendar: 'Open the calendar',
  reason: 'Reason',
  any: '{{label}}: any',
  code: 'Code {{code}}',
  asOf: 'As of',
  past: 'You see the evening of {{date}}',
  backToToday: 'Back to today',
  pageFailed: 'This page could not be opened',
  recordsSafe: 'What was recorded is safe and unchanged.',
  nothingWritten: 'Nothing was written.',
  draftKept: 'What you filled in is kept; you can submit it again.',
  notDone: 'Not done',
  readOnly: 'Read only',
};

export const trail: Said<typeof zh.trail> = {
  n: 'entry {{n}}',
  line: '{{who}}: {{what}}',
  EvidenceSubmitted: 'submitted',
  EvidenceReturned: 'returned',
  EvidenceResubmitted: 'resubmitted',
  EvidenceAccepted: 'accepted',
  EvidenceWithdrawn: 'withdrew',
  IncidentRecorded: 'recorded, awaits a second person',
  IncidentConfirmed: 'confirmed, it counts',
  IncidentCorrected: 'corrected, awaits a second person',
  IncidentReversed: 'reversed, points given back',
  IncidentWithdrawn: 'withdrew the entry',
};
