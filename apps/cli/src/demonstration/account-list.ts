import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { demonstrationAccounts } from './accounts.ts';
import { writeDurably } from './durable-file.ts';

const HEAD = `# 演示账号，只用于演示：数据均为生成，不得用于正式环境。
# Demonstration accounts, for the demonstration only.
# 账号 account\t角色 role\t单位 unit\t密码 password`;

/** No letters or digits that are taken for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

export const accountListIn = (dataDir: string): string => path.join(dataDir, 'demo-accounts.txt');

/** The password of all demonstration accounts: the given one, else the one that was written down, else a new one. */
export const choosePassword = async (dataDir: string, given: string | undefined): Promise<string> =>
  given || (await writtenPassword(dataDir)) || newPassword();

/** Writes down who can sign in to the demonstration, for the eyes of whoever started it. */
export const writeAccountList = async (dataDir: string, password: string): Promise<string> => {
  const lines = demonstrationAccounts.map(({ login, role, unitId }) =>
    [login, role, unitId ?? '-', password].join('\t'),
  );
  const file = accountListIn(dataDir);
  await writeDurably(file, [HEAD, ...lines, ''].join('\n'));
  return file;
};

const writtenPassword = async (dataDir: string): Promise<string | undefined> => {
  const text = await readFile(accountListIn(dataDir), 'utf8').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return '';
    throw failure;
  });
  const [first] = text.split('\n').filter((line) => line && !line.startsWith('#'));
  return first?.split('\t')[3];
};

const newPassword = () =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join(
    '-',
  );
