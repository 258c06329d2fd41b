import type { DomainEvent } from '@mofan/domain/events';
import type { LeafScore, Scorecard } from '@mofan/rubric/scorecard';
import { beforeEach, describe, expect, it } from 'vitest';
import { append, instant } from '../testing/append.ts';
import { admitted, confirmed, corrected, id, opened, recorded, returned, reversed } from '../testing/events.ts';
import { accepted, submitted, withdrawn } from '../testing/events.ts';
import { rowsOf, settle } from '../testing/reading.ts';
import { useDatabase } from '../testing/use-database.ts';

const database = useDatabase();
const cardAfter = async (events: DomainEvent[], cycleId = '2026') => {
  await append(database().log, ...events);
  await settle(database());
  const rows = await rowsOf<{ cycle_id: string; audience: string; body: Scorecard }>(database(), 'scorecard');
  return rows.find((row) => row.cycle_id === cycleId && row.audience === 'facts')!.body;
};
const leafOf = ({ leaves }: Scorecard, leaf: string): LeafScore => leaves.find(({ id }) => id === leaf)!;
const discipline = (card: Scorecard) => ({ points: leafOf(card, '10.4').ceiling, total: card.total.ceiling });
const studies = (card: Scorecard) => leafOf(card, '2.1').evidence;

beforeEach(() =>
  append(
    database().log,
    opened({ cycleId: '2025', year: 2025, from: '2025-01-01', to: '2025-12-31' }),
    opened({ cycleId: '2026' }),
    admitted('2025', 'window-1'),
    admitted('2026', 'window-1'),
  ),
);

describe('a scorecard', () => {
  it('exists from the admission on, full of what may still come', async () =>
    expect(discipline(await cardAfter([]))).toEqual({ points: '12', total: '500' }));

  it('follows a record from submission to withdrawal', async () => {
    expect(studies(await cardAfter([submitted({ evidenceId: id(1) })]))).toBe(1);
    expect(studies(await cardAfter([returned(id(1))]))).toBe(0);
    expect(studies(await cardAfter([{ ...submitted({ evidenceId: id(1) }), type: 'EvidenceResubmitted' }]))).toBe(1);
    expect(studies(await cardAfter([accepted(id(1))]))).toBe(1);
    expect(studies(await cardAfter([withdrawn(id(1))]))).toBe(0);
  });

  it('loses a point when a case is confirmed, not before, and has it back when the case is reversed', async () => {
    expect(discipline(await cardAfter([recorded({ incidentId: id(1) })]))).toEqual({ points: '12', total: '500' });
    expect(discipline(await cardAfter([confirmed({ incidentId: id(1) })]))).toEqual({ points: '11', total: '499' });
    expect(discipline(await cardAfter([reversed(id(1))]))).toEqual({ points: '12', total: '500' });
  });

  it('has its point back when a correction moves the case to another year', async () => {
    await cardAfter([recorded({ incidentId: id(1) }), confirmed({ incidentId: id(1) })]);
    const moved = confirmed({ incidentId: id(1), effectiveOn: '2025-02-10', cycleId: '2025', movedFrom: '2026' });
    const here = await cardAfter([corrected({ incidentId: id(1), effectiveOn: '2025-02-10' }), moved]);
    expect(discipline(here).points).toBe('12');
    expect(discipline(await cardAfter([], '2025')).points).toBe('11');
  });

  it('follows the stage: once recording is closed, a count that is short caps the grade', async () => {
    const before = leafOf(await cardAfter([]), '2.2');
    const advanced = { type: 'StageAdvanced', cycleId: '2026', from: 'self-assessment', to: 'review' } as const;
    expect(leafOf(await cardAfter([advanced]), '2.2').gradeAtMost).not.toBe(before.gradeAtMost);
  });

  it('says up to which event and instant it was computed', async () => {
    await cardAfter([submitted({ evidenceId: id(1) })]);
    expect(await rowsOf(database(), `(select * from scorecard where cycle_id = '2026')`)).toMatchObject([
      { position: 5, facts_at: instant(5).replace('.000Z', '+00:00') },
      { position: 5 },
    ]);
  });
});
