import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordedEvent } from './event-log.ts';

/** The events of several streams, each after a version of its own, in the order of their versions. */
export type ReadWanted = (wanted: ReadonlyMap<string, number>) => Promise<RecordedEvent[]>;

interface Gathering {
  /** each stream with the lowest version after which somebody wants it */
  wanted: Map<string, number>;
  answer: Promise<Map<string, RecordedEvent[]>>;
}

/**
 * Gathers the reads of streams that are asked for in one turn of the event loop and sends them as one statement: under
 * load, most of a small read's price is its way there and back.
 */
export class StreamReads {
  private gathering: Gathering | undefined;

  constructor(private readonly readWanted: ReadWanted) {}

  async read(stream: string, afterVersion: number): Promise<RecordedEvent[]> {
    this.gathering ??= this.gather();
    const { wanted, answer } = this.gathering;
    wanted.set(stream, Math.min(afterVersion, wanted.get(stream) ?? afterVersion));
    const events = (await answer).get(stream) ?? [];
    return events.filter(({ version }) => version > afterVersion);
  }

  private gather(): Gathering {
    const wanted = new Map<string, number>();
    return { wanted, answer: this.send(wanted) };
  }

  private async send(wanted: Map<string, number>): Promise<Map<string, RecordedEvent[]>> {
    await nextTurn();
    this.gathering = undefined;
    const answer = new Map<string, RecordedEvent[]>();
    for (const event of await this.readWanted(wanted)) {
      const events = answer.get(event.stream);
      if (events) events.push(event);
      else answer.set(event.stream, [event]);
    }
    return answer;
  }
}
