import type { RubricDraftRow } from '@mofan/contracts/rubric-draft';
import type { Accounts } from '@mofan/store/account';
import type { PrismaClient } from '@mofan/store/database';

type Stored = Omit<Awaited<ReturnType<PrismaClient['rubricDraft']['findUniqueOrThrow']>>, 'text' | 'signatures'>;

export interface DraftSignature {
  id: string;
  signedOn: string;
  office: string;
}

/** A draft as every list and page shows it. */
export const draftRow = (row: Stored, nameOf: Awaited<ReturnType<Accounts['namesOf']>>): RubricDraftRow => ({
  draftId: row.draftId,
  origin: row.origin as RubricDraftRow['origin'],
  basedOn: row.basedOn,
  title: row.title,
  version: row.version,
  status: row.status as RubricDraftRow['status'],
  edition: row.edition,
  publishedHash: row.publishedHash,
  draftedAt: row.draftedAt.toISOString(),
  changedAt: row.changedAt.toISOString(),
  changedBy: nameOf(row.changedBy),
});
