import type { DomainEvent } from '@mofan/domain/events';
import { describe, expect, it } from 'vitest';
import { append, instant } from '../testing/append.ts';
import { confirmed, corrected, id, recorded, registrar, reversed } from '../testing/events.ts';
import { readerOf, rowsOf } from '../testing/reading.ts';
import { useDatabase } from '../testing/use-database.ts';

const database = useDatabase();
const rowAfter = async (...events: DomainEvent[]) => {
  await append(database().log, ...events);
  const { catchUp } = await readerOf(database());
  await catchUp();
  return (await rowsOf(database(), 'incident'))[0];
};
const at = (position: number) => instant(position).replace(/\.000Z$/, '+00:00');

describe('the table of incidents', () => {
  it('has a case from its entry on: charged to no year, confirmed by nobody', async () =>
    expect(await rowAfter(recorded({ incidentId: id(1) }))).toEqual({
      incident_id: id(1),
      unit_id: 'window-1',
      category: 'efficiency-admonition',
      role: 'staff',
      person_ref: id(7001),
      act_ref: id(8001),
      document_number: '乐行服〔2026〕5号',
      act_on: '2026-02-01',
      effective_on: '2026-02-10',
      learned_on: '2026-02-12',
      status: 'recorded',
      registrar,
      cycle_id: null,
      late: false,
      confirmed_at: null,
      reversal: null,
      recorded_at: at(1),
      changed_at: at(1),
      position: 1,
    }));

  it('says to which year a confirmed case is charged, and whether late', async () =>
    expect(
      await rowAfter(recorded({ incidentId: id(1) }), confirmed({ incidentId: id(1), cycleId: '2027', late: true })),
    ).toMatchObject({ status: 'confirmed', cycle_id: '2027', late: true, confirmed_at: at(2), recorded_at: at(1) }));

  it('shows a corrected case as waiting again, still charged to the year that it was charged to', async () =>
    expect(
      await rowAfter(
        recorded({ incidentId: id(1) }),
        confirmed({ incidentId: id(1) }),
        corrected({ incidentId: id(1), role: 'unit-head', registrar: id(3) }),
      ),
    ).toMatchObject({ status: 'recorded', role: 'unit-head', registrar: id(3), cycle_id: '2026', changed_at: at(3) }));

  it('keeps a reversed case, with why and by which document', async () =>
    expect(
      await rowAfter(recorded({ incidentId: id(1) }), confirmed({ incidentId: id(1) }), reversed(id(1))),
    ).toMatchObject({
      status: 'reversed',
      reversal: { reason: 'decision-revoked', outcomeDocument: '乐行服〔2026〕9号', at: instant(3) },
    }));

  it('keeps a withdrawn one', async () =>
    expect(
      await rowAfter(recorded({ incidentId: id(1) }), {
        type: 'IncidentWithdrawn',
        incidentId: id(1),
        unitId: 'window-1',
      }),
    ).toMatchObject({ status: 'withdrawn', cycle_id: null, position: 2 }));
});
