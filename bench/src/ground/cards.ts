import type { Pool } from 'pg';
import { openDatabase, type Database } from '@mofan/store/database';
import type { Append } from '@mofan/store/event-log';
import { projections } from '../../../apps/worker/src/read-models.ts';
import { prepareReadModels } from '../../../apps/worker/src/platform/maintenance.ts';
import { Subscription } from '../../../apps/worker/src/platform/subscription.ts';
import { atTheEnd } from './clear-up.ts';
import { submission } from './evidence.ts';
import { CYCLE, unitIdOf, yearOfEvents } from './generated-year.ts';
import { Chance } from './random.ts';
import type { Ground } from './server.ts';

const RECORDS_PER_UNIT = 20;
const AT_ONCE = 256;

/** A database of `cards` units with twenty records each, their read models up to date, nothing due. */
export const openCards = async (ground: Ground, cards: number): Promise<Database> => {
  const database = openDatabase(ground.url, { connections: 20 });
  atTheEnd(() => database.close());
  if ((await database.log.head()) > 0) return database;
  // The set-up's events alone: two per unit, the opening, one admission per unit, the stage.
  for (const { stream, version, event } of yearOfEvents(new Chance(1), cards * 3 + 2, cards)) {
    const { type, ...data } = event;
    await append(database, {
      stream,
      expected: { version: version - 1, hash: null },
      events: [{ type, schema: 1, data }],
    });
  }
  await appendRecords(database, cards, RECORDS_PER_UNIT, 7);
  await prepareReadModels(database, projections);
  await readWithoutDuties(database);
  return database;
};

/** Submits `perCard` records for every unit, the units by turns. */
export const appendRecords = async (
  database: Database,
  cards: number,
  perCard: number,
  seed: number,
): Promise<void> => {
  const chance = new Chance(seed);
  const records = Array.from({ length: cards * perCard }, (_, n) => submission(chance, CYCLE, unitIdOf(n % cards)));
  while (records.length > 0) {
    await Promise.all(
      records.splice(0, AT_ONCE).map((data) =>
        append(database, {
          stream: `evidence-${data.evidenceId}`,
          expected: { version: 0, hash: null },
          events: [{ type: 'EvidenceSubmitted', schema: 1, data }],
        }),
      ),
    );
  }
};

const append = async ({ log }: Database, event: Omit<Append, 'envelope'>) => {
  const nobody = '00000000-0000-4000-8000-000000000000';
  const recordedAt = new Date().toISOString();
  const envelope = { actor: nobody, correlation: nobody, recordedAt, demonstration: false };
  const { outcome } = await log.append({ ...event, envelope });
  if (outcome !== 'written') throw new Error(`an append ended as ${outcome}`);
};

/** Brings the read models up to date and lets nothing be due. */
const readWithoutDuties = async (database: Database) => {
  const subscription = new Subscription({ database, projections, processors: [], knock: async () => {} });
  await subscription.catchUp();
};

/** One duty of each scorecard, as the subscription notes it for a record, knocked for. */
export const noteDutyOfEach = (pool: Pool, cards: number, position: number) =>
  pool.query(
    `insert into due (processor, key, first_position, last_position, knocked_at)
     select 'recompute-scorecard', $1 || '/unit-' || n, $3, $3, now() from generate_series(0, $2 - 1) n`,
    [CYCLE, cards, position],
  );
