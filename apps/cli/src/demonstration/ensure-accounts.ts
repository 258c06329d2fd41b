import { Accounts } from '@mofan/store/account';
import type { PrismaClient } from '@mofan/store/database';
import { demonstrationAccounts, type DemonstrationAccount } from './accounts.ts';

/**
 * Creates the demonstration's accounts with this password; one left by an earlier run under another password is made
 * anew under its old id. Throws when a login belongs to an account that is not the demonstration's.
 */
export const ensureAccounts = async (
  prisma: PrismaClient,
  password: string,
  done: (count: number) => void,
): Promise<void> => {
  const accounts = new Accounts(prisma);
  let count = 0;
  for (const account of demonstrationAccounts) {
    await ensure(prisma, accounts, account, password);
    count += 1;
    done(count);
  }
};

const ensure = async (prisma: PrismaClient, accounts: Accounts, account: DemonstrationAccount, password: string) => {
  const { login, accountId } = account;
  const existing = await prisma.account.findUnique({ where: { login } });
  if (existing && !existing.demonstration) throw new Error(`the account ${login} exists outside the demonstration`);
  if (existing?.accountId === accountId && (await accounts.authenticate(login, password))) return;
  if (existing) await prisma.account.delete({ where: { login } });
  // The plan names accounts before they exist, so their ids are derived; the log knows them by these alone.
  await accounts.create({ ...account, password, demonstration: true });
};
