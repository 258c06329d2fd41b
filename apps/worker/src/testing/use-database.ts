import { openDatabase, type Database } from '@mofan/store/database';
import { createTestDatabase, type TestDatabase } from '@mofan/store/testing/test-database';
import { afterAll, beforeAll, beforeEach } from 'vitest';

const TABLES = `event, command_key, checkpoint, unit, cycle, signed_rulings, evidence, incident, scorecard, notification,
  notification_read, rubric_draft, rubric_version, due, receipt, parked_stream, worker_pulse, rebuild_request`;

/** As after the migrations: no event, nothing read, nothing due. */
export const empty = ({ pool }: Database) => pool.query(`truncate ${TABLES}; update log_head set position = 0`);

/** One database for a test file, empty before each test. */
export const useDatabase = (): (() => Database) => {
  let made: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    made = await createTestDatabase();
    database = openDatabase(made.url, { connections: 12 });
  });
  beforeEach(() => empty(database));
  afterAll(async () => {
    await database.close();
    await made.drop();
  });
  return () => database;
};
