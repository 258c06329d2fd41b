import type { RubricDraftEvent } from '@mofan/domain/rubric-draft/messages';
import { projection } from '../platform/projection.ts';

type RubricDraftRow = {
  draftId: string;
  origin: string;
  basedOn: string | null;
  title: string;
  version: string;
  text: string;
  edition: number;
  signatures: { id: string; signedOn: string; office: string }[];
  status: 'open' | 'published' | 'discarded';
  publishedHash: string | null;
  draftedAt: string;
  changedAt: string;
  changedBy: string;
};

export const rubricDraftProjection = projection<RubricDraftRow>()<RubricDraftEvent>({
  name: 'rubric_draft',
  version: 1,
  keyColumn: 'draftId',
  topic: 'rubric-draft',
  key: ({ draftId }) => draftId,
  on: {
    RubricDrafted: (_, { draftId, basedOn, origin, text, title, version }, { actor, recordedAt }) => ({
      draftId,
      origin,
      basedOn,
      title,
      version,
      text,
      edition: 1,
      signatures: [],
      status: 'open',
      publishedHash: null,
      draftedAt: recordedAt,
      changedAt: recordedAt,
      changedBy: actor,
    }),
    RubricRevised: (row, { text, title, version, withdrawn }, { actor, recordedAt }) => ({
      ...row,
      text,
      title,
      version,
      edition: row.edition + 1,
      signatures: row.signatures.filter(({ id }) => !withdrawn.includes(id)),
      changedAt: recordedAt,
      changedBy: actor,
    }),
    DraftRulingsSigned: (row, { rulings, office, signedOn }, { actor, recordedAt }) => ({
      ...row,
      signatures: [...row.signatures, ...rulings.map((id) => ({ id, signedOn, office }))],
      changedAt: recordedAt,
      changedBy: actor,
    }),
    RubricPublished: (row, { rubric }, { actor, recordedAt }) => ({
      ...row,
      status: 'published',
      publishedHash: rubric.hash,
      changedAt: recordedAt,
      changedBy: actor,
    }),
    RubricDraftDiscarded: (row, _, { actor, recordedAt }) => ({
      ...row,
      status: 'discarded',
      changedAt: recordedAt,
      changedBy: actor,
    }),
  },
});
