import type { DomainEvent } from '@mofan/domain/events';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '@mofan/store/transaction';
import { append, instant } from '../testing/append.ts';
import { accepted, confirmed, corrected, id, recorded, returned, reversed, submitted } from '../testing/events.ts';
import { rowsOf, settle } from '../testing/reading.ts';
import { useDatabase } from '../testing/use-database.ts';
import { notify } from './notify.processor.ts';

const database = useDatabase();
const told = async (...events: DomainEvent[]) => {
  await append(database().log, ...events);
  await settle(database(), { processors: [notify] });
  return (await rowsOf<{ position: number }>(database(), 'notification')).toSorted((a, b) => a.position - b.position);
};
const incident = { type: 'incident', id: id(1), unitId: 'window-1' };

describe('notifications in the app', () => {
  it('tell the unit that its record was returned and why', async () =>
    expect(await told(submitted({ evidenceId: id(1) }), returned(id(1)), accepted(id(1)))).toEqual([
      {
        notification_id: expect.any(String),
        kind: 'evidence-returned',
        recipient_unit: 'window-1',
        recipient_role: null,
        subject: { type: 'evidence', id: id(1), cycleId: '2026', unitId: 'window-1' },
        details: { reason: '缺签到表' },
        at: instant(2).replace('.000Z', '+00:00'),
        position: 2,
      },
    ]));

  it('call the confirmer to a case that was entered or corrected; the unit hears nothing yet', async () =>
    expect(await told(recorded({ incidentId: id(1) }), corrected({ incidentId: id(1) }))).toMatchObject([
      { kind: 'incident-to-confirm', recipient_role: 'confirmer', recipient_unit: null, position: 1 },
      { kind: 'incident-to-confirm', recipient_role: 'confirmer', recipient_unit: null, position: 2 },
    ]));

  it('tell the unit what counts against it, and that it no longer does', async () =>
    expect(
      await told(recorded({ incidentId: id(1) }), confirmed({ incidentId: id(1) }), reversed(id(1))),
    ).toMatchObject([
      { kind: 'incident-to-confirm' },
      {
        kind: 'incident-confirmed',
        recipient_unit: 'window-1',
        subject: { ...incident, cycleId: '2026' },
        details: { category: 'efficiency-admonition', documentNumber: '乐行服〔2026〕5号' },
      },
      {
        kind: 'incident-reversed',
        recipient_unit: 'window-1',
        details: { reason: 'decision-revoked', outcomeDocument: '乐行服〔2026〕9号' },
      },
    ]));

  it('never carry who it was', async () => {
    const everything = JSON.stringify(
      await told(recorded({ incidentId: id(1) }), confirmed({ incidentId: id(1) }), reversed(id(1))),
    );
    for (const reference of [id(7001), id(8001), 'unit-head']) expect(everything).not.toContain(reference);
  });

  it('tell each event once, though the work for it is done again', async () => {
    await told(recorded({ incidentId: id(1) }), confirmed({ incidentId: id(1) }));
    const duty = { key: 'window-1', firstPosition: 1, lastPosition: 2 };
    const again = () => inTransaction(database().pool, (client) => notify.run(duty, { client, log: database().log }));
    expect(await Promise.all([again(), again()])).toEqual([[], []]);
    expect(await rowsOf(database(), 'notification')).toHaveLength(2);
  });

  it('tell each event once, though several are at it for the first time', async () => {
    await append(database().log, recorded({ incidentId: id(1) }), confirmed({ incidentId: id(1) }));
    const duty = { key: 'window-1', firstPosition: 1, lastPosition: 2 };
    const tell = () => inTransaction(database().pool, (client) => notify.run(duty, { client, log: database().log }));
    const changes = await Promise.all([tell(), tell(), tell()]);
    expect(changes.flat()).toHaveLength(2);
    expect(await rowsOf(database(), 'notification')).toHaveLength(2);
  });

  it('tell each unit only its own', async () => {
    const other = { incidentId: id(2), unitId: 'window-2' };
    const rows = await told(
      recorded({ incidentId: id(1) }),
      recorded(other),
      confirmed(other),
      confirmed({ incidentId: id(1) }),
    );
    expect(rows).toMatchObject([
      { position: 1 },
      { position: 2 },
      { recipient_unit: 'window-2' },
      { recipient_unit: 'window-1' },
    ]);
    expect(rows).toHaveLength(4);
  });
});
