import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `reached` answers true; what went on meanwhile is the caller's to look at. */
export const until = async (what: string, reached: () => Promise<boolean> | boolean, ms = 20_000): Promise<void> => {
  for (const end = Date.now() + ms; Date.now() < end;) {
    if (await reached()) return;
    await sleep(20);
  }
  throw new Error(`not within ${ms} ms: ${what}`);
};
