import { eventTypes } from '@mofan/domain/events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processors, projections } from '../read-models.ts';
import { copyInto, fromTheFuture, learnTheFuture } from '../testing/append.ts';
import { anySteps, happen } from '../testing/histories.ts';
import { checkpointsOf, readerOf, readModels, rowsOf } from '../testing/reading.ts';
import { empty, useDatabase } from '../testing/use-database.ts';
import { Rebuild } from './rebuild.ts';
import { releaseReadable } from './release.ts';

const database = useDatabase();
const anyBatches = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 });

describe('whatever happened, in portions of whatever size it came', () => {
  it('the read models are those of one batch, and those of a rebuild, row for row', () =>
    fc.assert(
      fc.asyncProperty(anySteps, anyBatches, async (steps, sizes) => {
        const events = await happen(steps);
        const { log } = database();

        await empty(database());
        const portions = await readerOf(database());
        for (let done = 0, n = 0; done < events.length; n += 1) {
          const size = sizes[n % sizes.length]!;
          await copyInto(log, events.slice(done, done + size));
          await portions.catchUp();
          done += size;
        }
        const inPortions = await readModels(database());
        const { duties: _, ...read } = await checkpointsOf(database());
        expect(read).toEqual(Object.fromEntries(projections.map(({ name }) => [name, events.length])));

        const rebuild = new Rebuild(database(), projections);
        await rebuild.build();
        await rebuild.swap();
        expect(await readModels(database())).toEqual(inPortions);

        await database().pool.query(
          'truncate unit, cycle, signed_rulings, rubric_draft, rubric_version, evidence, incident, due',
        );
        await database().pool.query('update checkpoint set position = 0');
        const { catchUp } = await readerOf(database());
        await catchUp();
        expect(await readModels(database())).toEqual(inPortions);
      }),
      { numRuns: 20 },
    ));

  it('the read models are the same when some of it could not be read at first', () =>
    fc.assert(
      fc.asyncProperty(anySteps, fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 4 }), async (steps, picks) => {
        const events = await happen(steps);
        const unknown = new Set(picks.map((pick) => pick % events.length));
        await empty(database());
        await copyInto(
          database().log,
          events.map((event, n) => (unknown.has(n) ? fromTheFuture(event) : event)),
        );
        await (await readerOf(database())).catchUp();
        expect(await rowsOf(database(), 'parked_stream')).not.toEqual([]);

        await learnTheFuture(database());
        await releaseReadable({ database: database(), projections, processors });
        expect(await rowsOf(database(), 'parked_stream')).toEqual([]);
        const released = await readModels(database());
        const rebuild = new Rebuild(database(), projections);
        await rebuild.build();
        await rebuild.swap();
        expect(await readModels(database())).toEqual(released);
      }),
      { numRuns: 20 },
    ));

  it('– and the histories tried hold every event there is', async () => {
    const tried = await Promise.all(fc.sample(anySteps, { numRuns: 60, seed: 7 }).map(happen));
    const types = new Set(tried.flat().map(({ type }) => type));
    expect([...eventTypes].filter((type) => !types.has(type))).toEqual(['BranchEstablished', 'PostVacated']);
  });
});
