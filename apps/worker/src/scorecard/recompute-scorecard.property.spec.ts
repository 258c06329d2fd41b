import { endOfBusinessDate, businessDate } from '@mofan/domain/kernel/business-date';
import { Audience, type Scorecard } from '@mofan/rubric/scorecard';
import type { RecordedEvent } from '@mofan/store/event-log';
import { readUnitHistory, scorecardOf } from '@mofan/store/unit-history';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worker } from '../platform/work.ts';
import { processors } from '../read-models.ts';
import { copyInto } from '../testing/append.ts';
import { anySteps, cycleIds, happen, units } from '../testing/histories.ts';
import { readerOf, rowsOf } from '../testing/reading.ts';
import { empty, useDatabase } from '../testing/use-database.ts';

const database = useDatabase();

interface Row {
  cycle_id: string;
  unit_id: string;
  audience: Audience;
  body: Scorecard;
}
const subjects = cycleIds.flatMap((cycleId) => units.map((unitId) => ({ cycleId, unitId })));
const nameOf = (cycleId: string, unitId: string, audience: string) => `${cycleId}/${unitId}/${audience}`;

const computed = async (): Promise<Record<string, Scorecard>> =>
  Object.fromEntries(
    (await rowsOf<Row>(database(), 'scorecard')).map((row) => [
      nameOf(row.cycle_id, row.unit_id, row.audience),
      row.body,
    ]),
  );

/** Every scorecard from the log alone, as of now or of the end of a day. */
const replayed = async (day?: string): Promise<Record<string, Scorecard>> => {
  const source = { models: database().pool, log: database().log };
  const asOf = day ?? businessDate(Date.now());
  const recordedBefore = day && endOfBusinessDate(day);
  const found: Record<string, Scorecard> = {};
  for (const subject of subjects) {
    const history = await readUnitHistory(source, { ...subject, asOf, recordedBefore });
    for (const audience of Audience.options) {
      found[nameOf(subject.cycleId, subject.unitId, audience)] = scorecardOf(history, audience);
    }
  }
  return found;
};

/** Computes as the worker does while the log grows: a portion, its duties, the next portion. */
const compute = async (events: readonly RecordedEvent[], sizes: readonly number[]): Promise<void> => {
  const { catchUp, knocks } = await readerOf(database());
  const answer = worker(database(), processors);
  for (let done = 0, n = 0; done < events.length; n += 1) {
    const size = sizes[n % sizes.length]!;
    await copyInto(database().log, events.slice(done, done + size));
    await catchUp();
    for (const knock of knocks.splice(0)) await answer(knock);
    done += size;
  }
};

const anySizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

describe('a recomputed scorecard', () => {
  it('is what a replay of the whole log gives, whatever happened and whenever it was computed', () =>
    fc.assert(
      fc.asyncProperty(anySteps, anySizes, async (steps, sizes) => {
        await empty(database());
        await compute(await happen(steps), sizes);
        expect(await rowsOf(database(), 'due')).toEqual([]);
        expect(await computed()).toEqual(await replayed());
      }),
      { numRuns: 20 },
    ));

  it('of a past day is what stood in the table at that day’s end', () =>
    fc.assert(
      fc.asyncProperty(anySteps, fc.nat(), async (steps, pick) => {
        await empty(database());
        const events = await happen(steps);
        const days = [...new Set(events.map(({ recordedAt }) => businessDate(recordedAt)))];
        const day = days[pick % days.length]!;
        const split = events.findLastIndex(({ recordedAt }) => recordedAt < endOfBusinessDate(day)) + 1;
        await compute(events.slice(0, split), [split]);
        const stood = await computed();
        await compute(events.slice(split), [40]);
        expect(await replayed(day)).toEqual(stood);
      }),
      { numRuns: 15 },
    ));
});
