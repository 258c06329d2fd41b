import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

const LOCK = 4_021_001;
const RETRY_MS = 1000;

/**
 * Of many workers one reads the log. It leads as long as its own connection holds an advisory lock; when that is lost
 * `lead` is aborted and another worker takes over. Resolves when `signal` is aborted.
 */
export const whileLeading = async (
  url: string,
  signal: AbortSignal,
  lead: (leading: AbortSignal) => Promise<void>,
  report: (where: string, error: unknown) => void,
): Promise<void> => {
  while (!signal.aborted) {
    const lost = new AbortController();
    const client = new Client({ connectionString: url, keepAlive: true });
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    try {
      await client.connect();
      const { rows } = await client.query<{ leads: boolean }>('select pg_try_advisory_lock($1) as leads', [LOCK]);
      if (rows[0]!.leads) await lead(AbortSignal.any([signal, lost.signal]));
    } catch (error) {
      // Mostly the database is away; whoever comes first when it is back leads.
      report('leading', error);
    } finally {
      await client.end().catch(() => {});
    }
    await sleep(RETRY_MS, undefined, { signal }).catch(() => {});
  }
};
