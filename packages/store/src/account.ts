import { randomBytes, randomUUID } from 'node:crypto';
import { hash, verify } from 'argon2';
import type { PrismaClient } from './database.ts';

export interface NewAccount {
  /** given where the id must be known beforehand; else a random one */
  accountId?: string;
  login: string;
  password: string;
  /** what the account is called on screen: a role at a unit, in the demonstration never a person */
  name: string;
  role: string;
  unitId: string | null;
  demonstration: boolean;
}

interface AccountName {
  name: string;
  role: string;
}

const GONE: AccountName = { name: '（账号已注销）', role: 'unknown' };

/** Accounts stand beside the log, where they can be changed and erased; events know only their opaque id. */
export class Accounts {
  /** Verified in place of a missing account's, so that an unknown login takes as long as a wrong password. */
  private decoy: Promise<string> | undefined;

  constructor(private readonly prisma: PrismaClient) {}

  async create({ accountId = randomUUID(), password, ...account }: NewAccount): Promise<string> {
    await this.prisma.account.create({ data: { accountId, passwordHash: await hash(password), ...account } });
    return accountId;
  }

  /** The account whose login and password these are, or null. */
  async authenticate(login: string, password: string) {
    const account = await this.prisma.account.findUnique({ where: { login } });
    this.decoy ??= hash(randomBytes(16).toString('hex'));
    const matches = await verify(account?.passwordHash ?? (await this.decoy), password);
    return account && matches ? account : null;
  }

  find(accountId: string) {
    return this.prisma.account.findUnique({ where: { accountId } });
  }

  /** What accounts are called; an account that is gone keeps its deeds but not its name. */
  async namesOf(accountIds: Iterable<string>): Promise<(accountId: string) => AccountName> {
    const accounts = await this.prisma.account.findMany({
      where: { accountId: { in: [...new Set(accountIds)] } },
      select: { accountId: true, name: true, role: true },
    });
    const names = new Map(accounts.map(({ accountId, name, role }) => [accountId, { name, role }]));
    return (accountId) => names.get(accountId) ?? GONE;
  }
}
