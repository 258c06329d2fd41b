import { cycleEvents, type CycleEvent } from './cycle/messages.ts';
import { evidenceEvents, type EvidenceEvent } from './evidence/messages.ts';
import { incidentEvents, type IncidentEvent } from './incident/messages.ts';
import { rubricDraftEvents, type RubricDraftEvent } from './rubric-draft/messages.ts';
import { rulingEvents, type RulingEvent } from './ruling/messages.ts';
import { unitEvents, type UnitEvent } from './unit/messages.ts';

export type DomainEvent = UnitEvent | CycleEvent | RulingEvent | RubricDraftEvent | EvidenceEvent | IncidentEvent;
export type EventOf<Type extends DomainEvent['type']> = Extract<DomainEvent, { type: Type }>;

/** One codec per aggregate, by the word that its streams begin with. */
export const codecs = {
  unit: unitEvents,
  cycle: cycleEvents,
  rulings: rulingEvents,
  'rubric-draft': rubricDraftEvents,
  evidence: evidenceEvents,
  incident: incidentEvents,
};

const codecOf = new Map(Object.values(codecs).flatMap((codec) => codec.types.map((type) => [type, codec] as const)));

/** Every event type that the log may hold. */
export const eventTypes: ReadonlySet<string> = new Set(codecOf.keys());

/** The event of a stored row, lifted to today's shape. Throws on a type that nothing declares and on broken data. */
export const decodeEvent = (stored: { type: string; schema: number; data: unknown }): DomainEvent => {
  const codec = codecOf.get(stored.type);
  if (!codec) throw new Error(`no codec knows the event ${stored.type}`);
  return codec.decode(stored);
};
