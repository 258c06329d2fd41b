import type { RubricDraftEvent } from '@mofan/domain/rubric-draft/messages';
import { projection } from '../platform/projection.ts';

type RubricVersionRow = {
  hash: string;
  draftId: string;
  rubricId: string;
  version: string;
  content: object;
  publishedOn: string;
};

/** A draft leads to one version at most; whatever else happens to it is the draft's. */
export const rubricVersionProjection = projection<RubricVersionRow>()<
  Extract<RubricDraftEvent, { type: 'RubricPublished' }>
>({
  name: 'rubric_version',
  version: 1,
  keyColumn: 'hash',
  topic: 'rubric',
  key: ({ rubric }) => rubric.hash,
  on: {
    RubricPublished: (_, { draftId, rubric, content, publishedOn }) => ({
      hash: rubric.hash,
      draftId,
      rubricId: rubric.id,
      version: rubric.version,
      content,
      publishedOn,
    }),
  },
});
