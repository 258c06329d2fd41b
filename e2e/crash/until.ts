import { setTimeout as sleep } from 'node:timers/promises';

export const until = async (what: string, reached: () => Promise<boolean> | boolean, ms = 30_000): Promise<void> => {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(25)) {
    if (await Promise.resolve(reached()).catch(() => false)) return;
  }
  throw new Error(`not within ${ms} ms: ${what}`);
};
