import { openDatabase, type Database } from '@mofan/store/database';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diceOf } from './dice.ts';
import { openHouse, type House, type Victim } from './house.ts';
import { Journal, startLoad, type Office } from './load.ts';
import { setUpOffice } from './setup.ts';
import { until } from './until.ts';
import {
  brokenStreams,
  compareWithJournal,
  isRebuilt,
  isSettled,
  naiveEffects,
  notifications,
  readLog,
  readModels,
  rebuildAll,
  scorecards,
  type Logged,
} from './verify.ts';

const CRASHES = Number(process.env['MOFAN_CRASHES'] ?? 100);
const SEED = Number(process.env['MOFAN_SEED'] ?? Date.now() % 1_000_000);
const victims: Victim[] = ['worker', 'worker', 'worker', 'api', 'api', 'api', 'postgres', 'postgres'];
/** Between two crashes people get something done, else the test would test a house that stands still. */
const ACKNOWLEDGEMENTS = 4;

let house: House;
let database: Database;
let office: Office;
let log: Logged[];
const journal = new Journal();
const crashes: Record<Victim, number> = { worker: 0, api: 0, postgres: 0 };

beforeAll(
  async () => {
    const dice = diceOf(SEED);
    const began = Date.now();
    house = await openHouse();
    database = openDatabase(house.databaseUrl);
    office = await setUpOffice(database);
    const load = startLoad(house.apiPort, office, journal, SEED);
    for (let n = 0; n < CRASHES; n += 1) {
      const before = journal.acknowledged.length;
      await until('people get something done', () => journal.acknowledged.length >= before + ACKNOWLEDGEMENTS, 60_000);
      await sleep(dice.upTo(250));
      const victim = dice.oneOf(victims);
      crashes[victim] += 1;
      await house.crash(victim);
    }
    await load.stop();
    await until('all that is due is done', () => isSettled(database), 60_000);
    log = await readLog(database);
    const seconds = Math.round((Date.now() - began) / 1000);
    const figures = { acknowledged: journal.acknowledged.length, events: log.length, retries: load.retries() };
    console.log(JSON.stringify({ seed: SEED, crashes, seconds, ...figures, ownEnds: house.ownEnds() }));
  },
  60_000 + CRASHES * 4000,
);
afterAll(async () => {
  await database?.close();
  await house?.stop();
});

describe(`after ${CRASHES} crashes under load (MOFAN_SEED=${SEED})`, () => {
  it('api and worker outlived PostgreSQL’s crashes', () => expect(house.ownEnds()).toEqual([]));

  it('every acknowledged command is in the log exactly once, and nothing else is', () => {
    expect(journal.refused).toEqual([]);
    expect(compareWithJournal(log, journal.acknowledged)).toEqual({ missing: [], unheardOf: [], acknowledgedTwice: 0 });
  });

  it('– a journal entry that was forged, and one that was struck out, would show', () => {
    const forged = { ...journal.acknowledged[0]!, version: 99 };
    expect(compareWithJournal(log, [...journal.acknowledged, forged]).missing).toHaveLength(1);
    expect(compareWithJournal(log, journal.acknowledged.slice(1)).unheardOf).toHaveLength(1);
    expect(compareWithJournal(log, [...journal.acknowledged, journal.acknowledged[0]!]).acknowledgedTwice).toBe(1);
  });

  it('– and clients that try again under a new key have doubled what they did', () =>
    expect(naiveEffects(log)).toBeGreaterThan(journal.naiveIntents));

  it('positions have no gap, and the head is the last', async () => {
    expect(log.map(({ position }) => position)).toEqual(log.map((_, n) => n + 1));
    expect(await database.log.head()).toBe(log.length);
  });

  it('every stream is whole: its versions, its chain of hashes', () => {
    expect(brokenStreams(log)).toEqual([]);
    const edited = log.with(20, { ...log[20]!, dataText: '{}' });
    expect(brokenStreams(edited)).toEqual([log[20]!.stream]);
    expect(brokenStreams(log.toSpliced(20, 1))).toHaveLength(
      log.some(({ stream, position }) => stream === log[20]!.stream && position > 21) ? 1 : 0,
    );
  });

  it('nothing is parked', async () => {
    expect((await database.pool.query('select * from parked_stream')).rows).toEqual([]);
    expect((await database.pool.query('select * from due')).rows).toEqual([]);
  });

  it('every cause has led to one notification', async () => {
    const { told, causes } = await notifications(database);
    expect(told).toEqual(causes);
    expect(causes.length).toBeGreaterThan(0);
  });

  it('the scorecards are those of a replay', async () => {
    const { standing, replayed } = await scorecards(database, office);
    expect(standing).toEqual(replayed);
  });

  it('the read models are those of a rebuild', async () => {
    const grown = await readModels(database);
    await rebuildAll(database);
    await until('they are rebuilt', () => isRebuilt(database));
    expect(await readModels(database)).toEqual(grown);
  });
});
