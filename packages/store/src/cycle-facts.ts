import { decodeEvent } from '@mofan/domain/events';
import { unitFacts, type ScoringEvent } from '@mofan/domain/scoring/unit-facts';
import type { UnitFacts } from '@mofan/rubric/facts';
import type { ClientBase, Pool } from 'pg';
import type { EventLog } from './event-log.ts';

interface Source {
  /** where the read models are asked which streams are the units' */
  models: ClientBase | Pool;
  log: EventLog;
}

interface Subject {
  cycleId: string;
  unitIds: readonly string[];
  /** the business date that the answer speaks of */
  asOf: string;
}

/**
 * What is known of many units in one cycle: one look at the read models and one at the log, however many they are.
 * Throws `cycle.unknown` when the cycle was not opened.
 */
export const readCycleFacts = async (
  { models, log }: Source,
  { cycleId, unitIds, asOf }: Subject,
): Promise<Map<string, UnitFacts>> => {
  const { rows } = await models.query<{ unit_id: string; stream: string }>({
    name: 'streams-of-cycle',
    text: `select unit_id, 'evidence-' || evidence_id as stream from evidence where cycle_id = $1 and unit_id = any($2)
           union all
           select unit_id, 'incident-' || incident_id from incident where unit_id = any($2)`,
    values: [cycleId, unitIds],
  });
  const unitOf = new Map(rows.map(({ unit_id, stream }) => [stream, unit_id]));
  const ofCycle: ScoringEvent[] = [];
  const ofUnit = new Map<string, ScoringEvent[]>(unitIds.map((unitId) => [unitId, []]));
  for (const recorded of await log.readStreams([`cycle-${cycleId}`, ...unitOf.keys()])) {
    const unitId = unitOf.get(recorded.stream);
    const events = unitId === undefined ? ofCycle : ofUnit.get(unitId)!;
    events.push(decodeEvent(recorded) as ScoringEvent);
  }
  return new Map(
    [...ofUnit].map(([unitId, events]) => [unitId, unitFacts({ cycleId, unitId, asOf }, [...ofCycle, ...events])]),
  );
};
