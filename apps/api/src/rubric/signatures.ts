import type { Accounts } from '@mofan/store/account';
import type { Database } from '@mofan/store/database';
import type { RubricVersion } from '@mofan/store/rubric-library';

interface Signature {
  on: string;
  by: { name: string; role: string };
}

/** Which rulings of a version are signed, by whom and when: in its content, or since by an account. */
export const signaturesOf = async (
  { prisma }: Database,
  accounts: Accounts,
  { hash, compiled }: RubricVersion,
): Promise<Map<string, Signature>> => {
  const row = await prisma.signedRulings.findUnique({ where: { rubricHash: hash } });
  const rulings = (row?.rulings ?? []) as { id: string; signedOn: string; signedBy: string }[];
  const nameOf = await accounts.namesOf(rulings.map(({ signedBy }) => signedBy));
  const since = rulings.map(({ id, signedOn, signedBy }) => [id, { on: signedOn, by: nameOf(signedBy) }] as const);
  return new Map([...since, ...inContent(compiled.published)]);
};

/** A signature in the content names an office: it was published with it. */
const inContent = ({ rulings }: RubricVersion['compiled']['published']) =>
  rulings.items.flatMap(({ id, signed }): [string, Signature][] =>
    signed ? [[id, { on: signed.on, by: { name: signed.by, role: 'chair' } }]] : [],
  );
