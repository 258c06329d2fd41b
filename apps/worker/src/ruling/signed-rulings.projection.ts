import type { RulingEvent } from '@mofan/domain/ruling/messages';
import { projection } from '../platform/projection.ts';

type SignedRulingsRow = {
  rubricHash: string;
  rulings: { id: string; signedOn: string; signedBy: string }[];
};

export const signedRulingsProjection = projection<SignedRulingsRow>()<RulingEvent>({
  name: 'signed_rulings',
  version: 1,
  keyColumn: 'rubricHash',
  topic: 'ruling',
  key: ({ rubricHash }) => rubricHash,
  on: {
    RulingsSigned: (row: SignedRulingsRow | undefined, { rubricHash, rulings, signedOn }, { actor }) => ({
      rubricHash,
      rulings: [...(row?.rulings ?? []), ...rulings.map((id) => ({ id, signedOn, signedBy: actor }))],
    }),
  },
});
