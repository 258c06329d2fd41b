import { describe, expect, it } from 'vitest';
import { notify } from '../notification/notify.processor.ts';
import { append, appendStored } from '../testing/append.ts';
import { accepted, confirmed, founded, id, recorded, returned, reversed, submitted } from '../testing/events.ts';
import { checkpointsOf, readerOf, rowsOf, settle } from '../testing/reading.ts';
import { useDatabase } from '../testing/use-database.ts';

const database = useDatabase();
const parked = async () =>
  (await rowsOf(database(), 'parked_stream')).map(({ subscription, stream, position, error }) => ({
    subscription,
    stream,
    position,
    error,
  }));
const statuses = async () =>
  Object.fromEntries((await rowsOf(database(), 'evidence')).map(({ evidence_id, status }) => [evidence_id, status]));

describe('an event that a read model cannot take', () => {
  it('parks its stream, visibly; other streams and other read models go on', async () => {
    const { log } = database();
    await append(
      log,
      submitted({ evidenceId: id(1) }),
      { type: 'PostVacated', unitId: 'nobody', post: 'unit-head', from: '2026-01-01' }, // never founded: the row is undefined
      founded({ unitId: 'window-1' }),
      returned(id(1)),
    );
    await (await readerOf(database())).catchUp();
    expect(await parked()).toEqual([
      { subscription: 'unit', stream: 'unit-nobody', position: 2, error: expect.stringContaining('TypeError') },
    ]);
    expect(await rowsOf(database(), 'unit')).toMatchObject([{ unit_id: 'window-1' }]);
    expect(await statuses()).toEqual({ [id(1)]: 'returned' });
    expect((await checkpointsOf(database()))['unit']).toBe(4);
  });

  it('parks it too where the database, not the program, refuses the row', async () => {
    await append(database().log, accepted(id(1)), submitted({ evidenceId: id(2) }), accepted(id(2)));
    await (await readerOf(database())).catchUp();
    expect(await parked()).toEqual([
      { subscription: 'evidence', stream: `evidence-${id(1)}`, position: 1, error: expect.stringContaining('null') },
    ]);
    expect(await statuses()).toEqual({ [id(2)]: 'accepted' });
  });

  it('keeps the row as it stood before; later events of the stream are passed over, by a new reader too', async () => {
    const { log } = database();
    await append(log, submitted({ evidenceId: id(1) }), submitted({ evidenceId: id(2) }));
    // It speaks of a record that was never submitted.
    await appendStored(log, `evidence-${id(1)}`, {
      type: 'EvidenceAccepted',
      schema: 1,
      data: { evidenceId: id(3), cycleId: '2026', unitId: 'window-1' },
    });
    const first = await readerOf(database());
    await first.catchUp();
    await append(log, accepted(id(1)), accepted(id(2)));
    await first.catchUp();
    await append(log, returned(id(1)), returned(id(2)));
    await (await readerOf(database())).catchUp();
    expect(await statuses()).toEqual({ [id(1)]: 'submitted', [id(2)]: 'returned' });
    expect(await parked()).toMatchObject([{ subscription: 'evidence', stream: `evidence-${id(1)}`, position: 3 }]);
  });
});

describe('an event that nobody can read', () => {
  it.each([
    ['of an unknown type', { type: 'PartyThrown', schema: 1, data: {} }, 'PartyThrown'],
    ['with broken data', { type: 'EvidenceAccepted', schema: 1, data: { evidenceId: 'none' } }, 'evidenceId'],
  ])('%s parks its stream for all', async (_, event, reason) => {
    const { log } = database();
    const stream = `evidence-${id(1)}`;
    const { catchUp, knocks } = await readerOf(database());
    await append(log, submitted({ evidenceId: id(1) }), submitted({ evidenceId: id(2) }));
    await catchUp();
    await appendStored(log, stream, event);
    await append(log, returned(id(1)), accepted(id(2)));
    await catchUp();
    expect(await parked()).toEqual([
      { subscription: 'log', stream, position: 3, error: expect.stringContaining(reason) },
    ]);
    expect(await statuses()).toEqual({ [id(1)]: 'submitted', [id(2)]: 'accepted' });
    expect(knocks.map(({ processor }) => processor)).toEqual(['recompute-scorecard']); // of the return nobody hears
  });

  it('does not keep other people’s news from them', async () => {
    const { log } = database();
    await append(log, recorded({ incidentId: id(1) }));
    await appendStored(log, `incident-${id(9)}`, { type: 'PartyThrown', schema: 1, data: {} });
    await append(log, confirmed({ incidentId: id(1) }), reversed(id(1)));
    await settle(database(), { processors: [notify] });
    expect((await rowsOf(database(), 'notification')).map(({ kind }) => kind).toSorted()).toEqual([
      'incident-confirmed',
      'incident-reversed',
      'incident-to-confirm',
    ]);
  });
});
