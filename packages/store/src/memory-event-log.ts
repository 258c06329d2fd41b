import { keysOf } from './append-keys.ts';
import type { Append, AppendResult, CommandKey, EventLog, Place, RecordedEvent } from './event-log.ts';
import { mustHaveEvents, recorded, rowsOf } from './event-row.ts';

/** The log in memory, for tests of what stands above it. It passes the same specification as the real one. */
export class MemoryEventLog implements EventLog {
  private readonly events: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly keys = new Map<string, { requestHash: string; place: Place }>();

  async append(append: Append): Promise<AppendResult> {
    mustHaveEvents(append);
    const { expected, stream } = append;
    const keys = keysOf(append);
    if (keys.some((key) => this.keys.has(keyName(key)))) return { outcome: 'repeated' };
    const own = this.streams.get(stream) ?? [];
    if (own.length !== expected.version) return { outcome: 'conflict' };
    for (const row of rowsOf(append)) {
      const event = recorded(row, this.events.length + 1);
      this.events.push(event);
      own.push(event);
    }
    this.streams.set(stream, own);
    const place = { position: this.events.length, version: own.length };
    for (const key of keys) this.keys.set(keyName(key), { requestHash: key.requestHash, place });
    return { outcome: 'written', place };
  }

  async readStream(stream: string, afterVersion = 0) {
    return (this.streams.get(stream) ?? []).filter(({ version }) => version > afterVersion);
  }

  async readStreams(streams: readonly string[], recordedBefore = '9999') {
    const wanted = new Set(streams);
    return this.events.filter(({ stream, recordedAt }) => wanted.has(stream) && recordedAt < recordedBefore);
  }

  async readStreamsNamed(prefix: string) {
    return this.events.filter(({ stream }) => stream.startsWith(prefix));
  }

  async readAfter(position: number, limit: number) {
    return this.events.slice(position, position + limit);
  }

  async readAbout(unitId: string, types: readonly string[], from: number, to: number) {
    const names = ({ data }: RecordedEvent) => (data as { unitId?: string }).unitId === unitId;
    return this.events.slice(from - 1, to).filter((event) => types.includes(event.type) && names(event));
  }

  async *readAll(afterPosition = 0) {
    if (this.events.length > afterPosition) yield this.events.slice(afterPosition);
  }

  async head() {
    return this.events.length;
  }

  async recall(account: string, key: string) {
    return this.keys.get(keyName({ account, key }));
  }

  async remember(key: CommandKey, place: Place) {
    if (!this.keys.has(keyName(key))) this.keys.set(keyName(key), { requestHash: key.requestHash, place });
  }
}

const keyName = ({ account, key }: { account: string; key: string }) => `${account} ${key}`;
