import type { EvidenceContent } from '@mofan/domain/evidence/messages';

/** Something a unit did, before it is known when it is entered and what becomes of it. */
export interface PlannedRecord extends Omit<EvidenceContent, 'attachments' | 'session'> {
  unitId: string;
}
