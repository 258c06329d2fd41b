import type { Said } from '../language/said.ts';
import type * as zh from './zh.ts';

export const rubric: Said<typeof zh.rubric> = {
  name: 'Indicators',
  open: 'Rulings to sign: {{n}}',
  allSigned: 'All rulings are signed',
  failed: 'The indicators could not be read',
  table: 'The table',
  size: '{{categories}} categories, {{items}} items, {{criteria}} criteria, {{points}} points',
  rulings: 'Rulings',
  proposedOn: 'proposed {{date}}; a proposal until it is signed',
  reading: 'Reading:',
  alternative: 'Another reading:',
  unsigned: 'Unsigned',
  signedBy: 'Signed {{date}} · {{by}}',
  sign: 'Sign',
  signOne: 'Sign {{id}}',
  signed: 'Signed {{ids}}',
  notSigned: 'Not signed',
  findings: 'The check found {{found}} places, {{open}} still open',
  settled: 'Settled',
  unsettled: 'Open',
  sameAs: 'Found as on {{leaf}}',
};
