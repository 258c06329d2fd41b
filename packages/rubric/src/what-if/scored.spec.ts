import { describe, expect, it } from 'vitest';
import { readFacts } from '../facts-file/read.ts';
import { loadRubric } from '../load.ts';
import { FACTS, type Table, table } from './hall.fixture.ts';
import { scoredUnder } from './scored.ts';

/** The units of the hall, of which all but the first may not be looked at. */
const guarded = readFacts(FACTS).units.map(({ unit, facts }, n) => ({
  unit,
  get facts() {
    if (n > 0) throw new Error(`${unit} was looked at`);
    return facts;
  },
}));
const scored = (edit: (table: Table) => unknown = () => undefined) => {
  const copy = JSON.parse(JSON.stringify(table)) as Table;
  edit(copy);
  return scoredUnder(loadRubric(copy), guarded, {});
};

describe('the figures of one unit under a table', () => {
  it('are computed without the other units', () => {
    expect(scored().line(0, 'B')).toMatchObject({ floor: '90' });
    expect(scored().line(0, null)).toMatchObject({ id: 'hall', floor: '91.2' });
  });

  it('are computed with all of them where a line looks across the units', () => {
    const ranked = scored((t) =>
      Object.assign(t.figures[0]!, { steps: [{ relative: { best: 'highest', place: 'of-group' } }] }),
    );
    expect(() => ranked.line(0, 'B')).toThrow('west was looked at');
  });

  it('are those of all units together', () => {
    const { units } = readFacts(FACTS);
    const all = scoredUnder(loadRubric(table), units, {});
    const alone = units.map((_, n) => all.line(n, null));
    expect(alone).toEqual(all.whole().cards.map(({ total }) => total));
  });
});
