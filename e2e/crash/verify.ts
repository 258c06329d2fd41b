import { Audience } from '@mofan/rubric/scorecard';
import { businessDate } from '@mofan/domain/kernel/business-date';
import type { Database } from '@mofan/store/database';
import { eventHash } from '@mofan/store/hash';
import { readUnitHistory, scorecardOf } from '@mofan/store/unit-history';
import { isNaive, type Acknowledged, type Office } from './load.ts';

export interface Logged {
  position: number;
  stream: string;
  version: number;
  type: string;
  schema: number;
  dataText: string;
  actor: string;
  correlation: string;
  recordedAt: Date;
  demonstration: boolean;
  previousHash: string | null;
  hash: string;
}

export const readLog = async ({ pool }: Database): Promise<Logged[]> => {
  const { rows } = await pool.query<Logged>(
    `select position::int, stream, version, type, schema, data::text as "dataText", actor, correlation,
       recorded_at as "recordedAt", demonstration, encode(previous_hash, 'hex') as "previousHash",
       encode(hash, 'hex') as hash from event order by position`,
  );
  return rows;
};

/** Streams whose versions have gaps or whose chain of hashes does not hold. */
export const brokenStreams = (log: readonly Logged[]): string[] => {
  const last = new Map<string, { version: number; hash: string }>();
  const broken = new Set<string>();
  for (const event of log) {
    const before = last.get(event.stream) ?? { version: 0, hash: null };
    const expected = eventHash(
      { stream: event.stream, version: before.version + 1, previousHash: before.hash },
      event,
      { ...event, recordedAt: event.recordedAt.toISOString() },
    );
    const holds = event.hash === expected && event.previousHash === before.hash && event.version === before.version + 1;
    if (!holds) broken.add(event.stream);
    last.set(event.stream, event);
  }
  return [...broken];
};

const placeOf = ({ stream, version, type }: Acknowledged) => `${stream}/${version} ${type}`;
const counted = (event: Logged) =>
  /^(evidence|incident)-/.test(event.stream) && !isNaive(JSON.parse(event.dataText) as { title?: string });

/** What was acknowledged and is not in the log, what the log has twice or that nobody was ever told of. */
export const compareWithJournal = (log: readonly Logged[], journal: readonly Acknowledged[]) => {
  const logged = log.filter(counted).map(placeOf);
  const told = journal.map(placeOf);
  const [inLog, inJournal] = [new Set(logged), new Set(told)];
  return {
    missing: told.filter((place) => !inLog.has(place)),
    unheardOf: logged.filter((place) => !inJournal.has(place)),
    acknowledgedTwice: told.length - inJournal.size,
  };
};

export const naiveEffects = (log: readonly Logged[]): number =>
  log.filter(({ dataText }) => isNaive(JSON.parse(dataText) as { title?: string })).length;

/** Positions that notifications were made for, and those of the events that give cause for one. */
export const notifications = async ({ pool }: Database) => {
  const told = await pool.query<{ position: number }>('select position::int from notification order by position');
  const causes = await pool.query<{ position: number }>(
    `select position::int from event where type in ('EvidenceReturned', 'IncidentRecorded', 'IncidentCorrected',
       'IncidentConfirmed', 'IncidentReversed') order by position`,
  );
  return { told: told.rows.map(({ position }) => position), causes: causes.rows.map(({ position }) => position) };
};

const MODELS = ['unit', 'cycle', 'signed_rulings', 'rubric_draft', 'rubric_version', 'evidence', 'incident'];
export const readModels = async ({ pool }: Database): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {};
  for (const name of MODELS) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    found[name] = rows.map(({ row }) => row);
  }
  return found;
};

/** Asks the running worker to rebuild every read model, and waits until it has. */
export const rebuildAll = ({ pool }: Database) =>
  pool.query('insert into rebuild_request (projection) select unnest($1::text[])', [MODELS]);

export const isRebuilt = async ({ pool }: Database): Promise<boolean> => {
  const { rows } = await pool.query<{ open: number; failed: number }>(
    `select count(*) filter (where finished_at is null)::int as open, count(error)::int as failed from rebuild_request`,
  );
  if (rows[0]!.failed > 0) throw new Error('a rebuild failed');
  return rows[0]!.open === 0;
};

/** Scorecards as they stand in the table, and as the log alone gives them. */
export const scorecards = async ({ pool, log }: Database, { cycleId, units }: Office) => {
  const { rows } = await pool.query<{ name: string; body: unknown }>(
    `select unit_id || '/' || audience as name, body from scorecard where cycle_id = $1`,
    [cycleId],
  );
  const replayed: Record<string, unknown> = {};
  for (const unitId of units) {
    const history = await readUnitHistory({ models: pool, log }, { cycleId, unitId, asOf: businessDate(Date.now()) });
    for (const audience of Audience.options) replayed[`${unitId}/${audience}`] = scorecardOf(history, audience);
  }
  return { standing: Object.fromEntries(rows.map(({ name, body }) => [name, body])), replayed };
};

export const isSettled = async ({ pool }: Database): Promise<boolean> => {
  const { rows } = await pool.query<{ settled: boolean }>(
    `select not exists (select from due)
       and (select min(position) from checkpoint) = (select position from log_head) as settled`,
  );
  return rows[0]!.settled;
};
