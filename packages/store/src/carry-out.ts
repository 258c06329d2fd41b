import type { Codec } from '@mofan/domain/kernel/codec';
import { businessDate } from '@mofan/domain/kernel/business-date';
import { fold, type Decider, type Facts } from '@mofan/domain/kernel/decider';
import { DomainError } from '@mofan/domain/kernel/error';
import type { CommandKey, Envelope, EventLog, Place, RecordedEvent } from './event-log.ts';
import { canonicalJson, sha256 } from './hash.ts';

interface Typed {
  type: string;
}

/** One aggregate as the store needs it: how it decides and how its events are read. */
export interface Aggregate<State, Command extends Typed, Event extends Typed, Known extends Facts> {
  decider: Decider<State, Command, Event, Known>;
  codec: Codec<Event>;
}

/** Who asks, when, and under which key. */
export interface Request {
  envelope: Envelope;
  /** the client's `Idempotency-Key`; absent for the system's own commands */
  key?: string | undefined;
}

const ATTEMPTS = 8;

/**
 * The one way by which the log grows: read the stream, fold it, decide, append. When another writer was faster the
 * command is decided anew. A repeated key gets the first answer again; with another request it is refused.
 *
 * Throws `DomainError`: what the decider refuses, `idempotency.key-reused`, `concurrency.conflict` when the stream
 * never stood still.
 */
export const carryOut = async <State, Command extends Typed, Event extends Typed, Known extends Facts>(
  log: EventLog,
  { decider, codec }: Aggregate<State, Command, Event, Known>,
  command: Command,
  request: Request,
  known: () => Promise<Omit<Known, keyof Facts>>,
): Promise<Place> => {
  const key = keyOf(command, request);
  const stream = decider.stream(command);

  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    let history: RecordedEvent[];
    let events: Event[];
    try {
      const [read, extra] = await Promise.all([log.readStream(stream), known()]);
      history = read;
      events = decider.decide(stateOf(decider, codec, history), command, factsOf<Known>(request, extra));
    } catch (refusal) {
      // The first try of a repeated command may have made this one impossible: then its answer stands.
      const answer = key && (await recallAnswer(log, key));
      if (answer) return answer;
      throw refusal;
    }
    const last = history.at(-1);
    if (events.length === 0) {
      const answer = key && (await recallAnswer(log, key));
      if (answer) return answer;
      const place = { position: last?.position ?? 0, version: last?.version ?? 0 };
      if (!key) return place;
      await log.remember(key, place, request.envelope.recordedAt);
      return (await recallAnswer(log, key)) ?? place;
    }
    const taken = decider.takes?.(events);
    const result = await log.append({
      stream,
      expected: { version: last?.version ?? 0, hash: last?.hash ?? null },
      events: events.map(({ type, ...data }) => ({ type, schema: codec.schema(type), data })),
      envelope: request.envelope,
      key,
      name: taken?.name,
    });
    switch (result.outcome) {
      case 'written':
        return result.place;
      case 'repeated': {
        const answer = key && (await recallAnswer(log, key));
        if (answer) return answer;
        // Whoever took the name may have been this stream itself: then it is decided anew.
        if (taken && (await log.readStream(stream, last?.version)).length === 0) throw taken.refusal;
        continue;
      }
      case 'conflict':
        continue;
    }
  }
  throw new DomainError('concurrency.conflict');
};

/** The state of one stream. */
export const stateOf = <State, Event extends Typed>(
  decider: { initial: State; evolve(state: State, event: Event): State },
  codec: Codec<Event>,
  history: readonly RecordedEvent[],
): State =>
  fold(
    decider,
    history.map((event) => codec.decode(event)),
  );

const keyOf = (command: Typed, { key, envelope }: Request): CommandKey | undefined =>
  key === undefined ? undefined : { account: envelope.actor, key, requestHash: sha256(canonicalJson(command)) };

const factsOf = <Known extends Facts>({ envelope }: Request, extra: Omit<Known, keyof Facts>): Known => {
  const facts: Facts = {
    now: envelope.recordedAt,
    today: businessDate(envelope.recordedAt),
    actor: envelope.actor,
  };
  return { ...facts, ...extra } as Known;
};

const recallAnswer = async (log: EventLog, { account, key, requestHash }: CommandKey): Promise<Place | undefined> => {
  const kept = await log.recall(account, key);
  if (kept && kept.requestHash !== requestHash) throw new DomainError('idempotency.key-reused');
  return kept?.place;
};
