import type { Rubric } from '@mofan/rubric/rubric';
import type { DraftRuling } from './messages.ts';

export interface Signature {
  on: string;
  office: string;
}

/** The rulings of a text. A signature that somebody wrote into it is none. */
export const rulingsOf = ({ rulings }: Rubric): DraftRuling[] =>
  rulings.items.map(({ signed: _, ...ruling }) => ({ id: ruling.id, says: canonical(ruling) }));

/** The content as it is published: every ruling with its signature. */
export const withSignatures = (content: Rubric, signatures: ReadonlyMap<string, Signature>): Rubric => ({
  ...content,
  rulings: {
    ...content.rulings,
    items: content.rulings.items.map(({ signed: _, ...ruling }) => {
      const signature = signatures.get(ruling.id);
      return signature ? { ...ruling, signed: { on: signature.on, by: signature.office } } : ruling;
    }),
  },
});

/** Keys sorted at every level: two ways of writing one ruling are one. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
