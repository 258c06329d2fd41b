import type { DomainEvent } from '@mofan/domain/events';
import { describe, expect, it } from 'vitest';
import { append, instant } from '../testing/append.ts';
import { accepted, id, returned, secretary, submitted, withdrawn } from '../testing/events.ts';
import { readerOf, rowsOf } from '../testing/reading.ts';
import { useDatabase } from '../testing/use-database.ts';

const database = useDatabase();
const rowAfter = async (...events: DomainEvent[]) => {
  await append(database().log, ...events);
  const { catchUp } = await readerOf(database());
  await catchUp();
  return (await rowsOf<Record<string, string>>(database(), 'evidence'))[0]!;
};
const at = (position: number) => instant(position).replace(/\.000Z$/, '+00:00');
const file = { fileId: id(5), sha256: 'a'.repeat(64), size: 12 };

describe('the table of evidence', () => {
  it('has a record from its submission on, as it was said', async () => {
    const event = submitted({
      evidenceId: id(1),
      attendance: { present: 11, due: 12 },
      attachments: [file],
      session: 2,
    });
    expect(await rowAfter(event)).toEqual({
      evidence_id: id(1),
      cycle_id: '2026',
      unit_id: 'window-1',
      kind: 'group-study-session',
      title: '三月集中学习',
      occurred_on: '2026-03-01',
      session: 2,
      present: 11,
      due: 12,
      criteria: ['2.1', '2.2'],
      attachments: [file],
      status: 'submitted',
      reason: null,
      submitted_at: at(1),
      changed_at: at(1),
      changed_by: secretary,
      position: 1,
    });
  });

  it('says why a record was returned, and since when', async () =>
    expect(await rowAfter(submitted({ evidenceId: id(1) }), returned(id(1)))).toMatchObject({
      status: 'returned',
      reason: '缺签到表',
      submitted_at: at(1),
      changed_at: at(2),
    }));

  it('has what the resubmission says, the reason gone, the first submission’s time kept', async () =>
    expect(
      await rowAfter(submitted({ evidenceId: id(1), attendance: { present: 1, due: 2 } }), returned(id(1)), {
        ...submitted({ evidenceId: id(1), title: '三月集中学习（补）' }),
        type: 'EvidenceResubmitted',
      }),
    ).toMatchObject({
      status: 'submitted',
      title: '三月集中学习（补）',
      present: null,
      due: null,
      reason: null,
      submitted_at: at(1),
      changed_at: at(3),
      position: 3,
    }));

  it('follows acceptance and withdrawal', async () => {
    expect(await rowAfter(submitted({ evidenceId: id(1) }), accepted(id(1)))).toMatchObject({ status: 'accepted' });
    expect(await rowAfter(withdrawn(id(1)))).toMatchObject({ status: 'withdrawn', reason: '重复', position: 3 });
  });
});
