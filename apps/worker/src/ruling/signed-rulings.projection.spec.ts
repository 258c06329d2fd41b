import type { DomainEvent } from '@mofan/domain/events';
import { describe, expect, it } from 'vitest';
import { append } from '../testing/append.ts';
import { rubric, secretary } from '../testing/events.ts';
import { readerOf, rowsOf } from '../testing/reading.ts';
import { useDatabase } from '../testing/use-database.ts';

const database = useDatabase();
const signed = (rulings: string[], signedOn: string): DomainEvent => ({
  type: 'RulingsSigned',
  rubricHash: rubric.hash,
  rulings,
  signedOn,
});

describe('the table of signed rulings', () => {
  it('says of each ruling of a rubric who signed it and when', async () => {
    await append(database().log, signed(['A01', 'A02'], '2026-01-05'), signed(['A12'], '2026-02-01'));
    const { catchUp } = await readerOf(database());
    await catchUp();
    expect(await rowsOf(database(), 'signed_rulings')).toEqual([
      {
        rubric_hash: rubric.hash,
        rulings: [
          { id: 'A01', signedOn: '2026-01-05', signedBy: secretary },
          { id: 'A02', signedOn: '2026-01-05', signedBy: secretary },
          { id: 'A12', signedOn: '2026-02-01', signedBy: secretary },
        ],
        position: 2,
      },
    ]);
  });
});
