import { describe, expect, it } from 'vitest';
import published from '../../rubrics/yueqing-2020.json';
import { parseRubric } from '../content.ts';
import { smallContent } from '../explain/small-table.fixture.ts';
import { loadRubric } from '../load.ts';
import { severityOf } from './finding.ts';
import { isOpen, lint } from './lint.ts';
import { rulingsFor } from './ruling-for.ts';

const proposed = (content: unknown) => rulingsFor(parseRubric(content), lint(content));
const withThem = (content: { rulings: { items: readonly unknown[] } }) => ({
  ...content,
  rulings: { ...content.rulings, items: [...content.rulings.items, ...proposed(content)] },
});
const openIn = (content: unknown) =>
  lint(content)
    .filter(isOpen)
    .map(({ finding }) => finding);

const charged = (id: string, per: string) => ({ id, title: id, category: id, per, points: 2 });
const unsettled = smallContent({
  points: 20,
  children: [
    {
      id: 'a',
      text: '告诫、处分一例各扣2分',
      points: 10,
      from: { cases: { charge: 'every', deduct: [charged('warned', 'case'), charged('fined', 'case')] } },
      steps: [{ round: { mode: 'cut', places: 0 } }],
    },
    { id: 'b', text: '集中学习不少于12次', points: 10, from: { mark: { step: 1 } } },
  ],
});

describe('the rulings for what is open', () => {
  it('are one for each kind of finding, with id, lines and the nearest reading', () =>
    expect(proposed(unsettled)).toEqual([
      expect.objectContaining({
        id: 'A01',
        on: '告诫、处分一例各扣2分',
        leaves: ['a'],
        governs: ['excess'],
        reading: '扣完为止，超出部分予以列明，不计入其他条目',
        patch: { lines: { a: { steps: [{ round: { mode: 'cut', places: '0' } }, { clamp: { least: '0' } }] } } },
      }),
      expect.objectContaining({
        id: 'A02',
        leaves: ['a'],
        problem: 'a：同一行为可能同时适用多项扣分（如“warned”与“fined”），未规定如何计算',
        governs: ['deduction'],
        settles: ['deduction.stacked'],
      }),
      expect.objectContaining({ id: 'A03', leaves: ['b'], governs: ['mark'], settles: ['text.threshold'] }),
    ]));

  it('settle it, in a table that loads with them', () => {
    const settled = withThem(unsettled);
    expect(openIn(settled)).toEqual([]);
    expect(loadRubric(settled).rulings).toEqual(['A01', 'A02', 'A03']);
  });

  it('go on where the ids of the table end', () => {
    const items = published.rulings.items.filter(({ id }) => id !== 'A14');
    expect(proposed({ ...published, rulings: { ...published.rulings, items } }).map(({ id }) => id)).toEqual(['A20']);
  });

  it('are none for what only another table can mend', () => {
    const wrong = smallContent({
      points: 11,
      children: [{ id: 'a', text: '甲', points: 10, from: { mark: { step: 1 } } }],
    });
    expect(openIn(wrong).map((finding) => [finding.code, severityOf(finding)])).toEqual([['sum.mismatch', 'error']]);
    expect(proposed(wrong)).toEqual([]);
  });
});
