import { describe, expect, it } from 'vitest';
import { append } from '../testing/append.ts';
import { admitted, opened, rubric } from '../testing/events.ts';
import { readerOf, rowsOf } from '../testing/reading.ts';
import { useDatabase } from '../testing/use-database.ts';

const database = useDatabase();
const rows = async () => {
  const { catchUp } = await readerOf(database());
  await catchUp();
  return rowsOf(database(), 'cycle');
};

describe('the table of cycles', () => {
  it('has a cycle from its opening on, in the first stage, with the rubric it pins', async () => {
    await append(database().log, opened({ cycleId: '2026' }));
    expect(await rows()).toEqual([
      {
        cycle_id: '2026',
        year: 2026,
        period_from: '2026-01-01',
        period_to: '2026-12-31',
        stage: 'deployment',
        rubric_id: rubric.id,
        rubric_version: rubric.version,
        rubric_hash: rubric.hash,
        participants: [],
        position: 1,
      },
    ]);
  });

  it('lists participants in the order of their admission, and follows the stages of each cycle by itself', async () => {
    await append(
      database().log,
      opened({ cycleId: '2025', year: 2025, from: '2025-01-01', to: '2025-12-31' }),
      opened({ cycleId: '2026' }),
      admitted('2026', 'window-2'),
      admitted('2026', 'section-1'),
      admitted('2025', 'section-1'),
      { type: 'StageAdvanced', cycleId: '2026', from: 'deployment', to: 'tracking' },
    );
    expect(await rows()).toMatchObject([
      { cycle_id: '2025', stage: 'deployment', participants: ['section-1'], position: 5 },
      { cycle_id: '2026', stage: 'tracking', participants: ['window-2', 'section-1'], position: 6 },
    ]);
  });
});
