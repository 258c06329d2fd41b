import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Pool } from 'pg';

/** Channels on which processes wake each other. A lost ring loses nothing: everyone also looks by the clock. */
export type Channel = 'mofan_appended' | 'mofan_changed';

/** PostgreSQL refuses longer payloads. */
const PAYLOAD_LIMIT = 7900;
const RETRY_MS = 500;
/** Whoever was rung at is busy meanwhile; under load this makes one ring of many. */
const REST_MS = 5;

/** A lost ring loses nothing, so nobody waits until it is on the disk. */
const RING = `select pg_notify($1, $2), set_config('synchronous_commit', 'off', true)`;

/**
 * Rings others by NOTIFY, outside every append: NOTIFY takes a database-wide lock at commit. Rings that come while one
 * is under way are put together into the next.
 */
export class Doorbell<Message> {
  private pending: Message[] = [];
  private ringing = false;

  /** `merge` turns what piled up into one payload; too long a payload is sent empty, which means "anything". */
  constructor(
    private readonly pool: Pool,
    private readonly channel: Channel,
    private readonly merge: (messages: Message[]) => string,
  ) {}

  ring(message: Message): void {
    this.pending.push(message);
    if (!this.ringing) void this.drain();
  }

  private async drain(): Promise<void> {
    this.ringing = true;
    while (this.pending.length > 0) {
      const payload = this.merge(this.pending.splice(0));
      const sent = Buffer.byteLength(payload) > PAYLOAD_LIMIT ? '' : payload;
      // A ring that fails is a ring lost: the listener's own clock makes up for it.
      await this.pool.query({ name: 'ring', text: RING, values: [this.channel, sent] }).catch(() => {});
      await sleep(REST_MS);
    }
    this.ringing = false;
  }
}

/**
 * Hears the rings of a channel on a connection of its own until it is stopped; reconnects by itself. `onRing` is also
 * called with an empty payload after each (re)connect, because rings may have been missed.
 */
export const listen = (url: string, channel: Channel, onRing: (payload: string) => void): { stop(): Promise<void> } => {
  let client: Client | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  const connect = async () => {
    if (stopped) return;
    const own = new Client({ connectionString: url, keepAlive: true });
    client = own;
    own.on('notification', ({ payload }) => onRing(payload ?? ''));
    own.on('error', () => {});
    own.on('end', () => {
      if (!stopped) retry = setTimeout(() => void connect(), RETRY_MS);
    });
    try {
      await own.connect();
      await own.query(`listen ${channel}`);
      onRing('');
    } catch {
      await own.end().catch(() => {});
    }
  };

  void connect();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
};
