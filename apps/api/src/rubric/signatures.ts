import type { Accounts } from '@mofan/store/account';
import type { Database } from '@mofan/store/database';

interface Signature {
  on: string;
  by: { name: string; role: string };
}

/** Which rulings of a rubric version are signed, by whom and when. */
export const signaturesOf = async (
  { prisma }: Database,
  accounts: Accounts,
  rubricHash: string,
): Promise<Map<string, Signature>> => {
  const row = await prisma.signedRulings.findUnique({ where: { rubricHash } });
  const rulings = (row?.rulings ?? []) as { id: string; signedOn: string; signedBy: string }[];
  const nameOf = await accounts.namesOf(rulings.map(({ signedBy }) => signedBy));
  return new Map(rulings.map(({ id, signedOn, signedBy }) => [id, { on: signedOn, by: nameOf(signedBy) }]));
};
