import { codecs, decodeEvent } from '@mofan/domain/events';
import { cycle, mustBeOpened } from '@mofan/domain/cycle/cycle';
import { unitFacts, type ScoringEvent } from '@mofan/domain/scoring/unit-facts';
import type { UnitFacts } from '@mofan/rubric/facts';
import { score } from '@mofan/rubric/score';
import type { Audience, Scorecard } from '@mofan/rubric/scorecard';
import type { ClientBase, Pool } from 'pg';
import { stateOf } from './carry-out.ts';
import type { EventLog, RecordedEvent } from './event-log.ts';
import type { RubricVersion } from './rubric-library.ts';
import { Rubrics } from './rubrics.ts';

interface Source {
  /** where the read models are asked which streams are the unit's */
  models: ClientBase | Pool;
  log: EventLog;
}

interface Subject {
  cycleId: string;
  unitId: string;
  /** the business date that the answer speaks of */
  asOf: string;
  /** an instant: only what was recorded earlier; absent: everything */
  recordedBefore?: string | undefined;
}

/** What is known of one unit in one cycle at one time, and the events that say so. */
export interface UnitHistory {
  rubric: RubricVersion;
  facts: UnitFacts;
  events: RecordedEvent[];
  /** when the last of the unit's own events was recorded; null when there is none */
  factsAt: string | null;
}

/** Reads a unit's history from the log, today's or a past one's. Throws `cycle.unknown` when it was not yet opened. */
export const readUnitHistory = async ({ models, log }: Source, subject: Subject): Promise<UnitHistory> => {
  const { cycleId, unitId, asOf, recordedBefore } = subject;
  const cycleStream = `cycle-${cycleId}`;
  const events = await log.readStreams([cycleStream, ...(await streamsOf(models, subject))], recordedBefore);
  const ofCycle = events.filter(({ stream }) => stream === cycleStream);
  const { rubricHash } = mustBeOpened(stateOf(cycle, codecs.cycle, ofCycle));
  return {
    rubric: await new Rubrics(models).pinned(rubricHash),
    facts: unitFacts(
      { cycleId, unitId, asOf },
      events.map((event) => decodeEvent(event) as ScoringEvent),
    ),
    events,
    factsAt: events.findLast(({ type }) => isFact(type))?.recordedAt ?? null,
  };
};

/** Whatever can move a figure. A case that is only recorded cannot, and even its hour is nobody's business yet. */
const isFact = (type: string) =>
  type.startsWith('Evidence') || type === 'IncidentConfirmed' || type === 'IncidentReversed';

/** The scorecard that a history leads to, for one audience. */
export const scorecardOf = ({ rubric, facts }: UnitHistory, audience: Audience): Scorecard =>
  score(rubric.compiled, facts, audience);

/** A superset is enough: what belongs to another cycle, or came later, is left out where the events are folded. */
const streamsOf = async (models: Source['models'], { cycleId, unitId }: Subject): Promise<string[]> => {
  const { rows } = await models.query<{ stream: string }>({
    name: 'streams-of-unit',
    text: `select 'evidence-' || evidence_id as stream from evidence where cycle_id = $1 and unit_id = $2
           union all
           select 'incident-' || incident_id from incident where unit_id = $2`,
    values: [cycleId, unitId],
  });
  return rows.map(({ stream }) => stream);
};
