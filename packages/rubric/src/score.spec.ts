import { describe, expect, it } from 'vitest';
import type { CaseFact, MarkFact } from './facts.ts';
import { score } from './score.ts';
import { Scorecard, type Scorecard as Card } from './scorecard.ts';
import {
  contributionsOf,
  excellentBut,
  factsOf,
  figureOf,
  incident,
  leafOf,
  literal,
  mark,
  refusalsOf,
  scoreMarks,
  sessions,
} from './scoring.fixture.ts';

const groupOf = (card: Card, id: string): string => figureOf(card.groups.find((group) => group.id === id)!);

const heads = (category: string, ...ids: string[]) => ids.map((id) => incident(id, category, 'unit-head'));

describe('the worked examples', () => {
  const year = (marks: MarkFact[], cases: CaseFact[] = [], held = 12) =>
    scoreMarks({ marks, cases, records: sessions(held) });

  it('S1: every criterion 优, no deductions: 500', () => {
    const card = year(excellentBut());
    expect(card.total).toMatchObject({ id: 'yueqing-2020', floor: '500', ceiling: '500', leaves: 53, settled: 53 });
  });

  it('S2: two 效能告诫, three 其他形式处理, one 党纪处分 of staff: 495.5', () => {
    const card = year(excellentBut(), [
      ...['a', 'b'].map((id) => incident(id, 'efficiency-admonition')),
      ...['c', 'd', 'e'].map((id) => incident(id, 'other-handling')),
      incident('f', 'disciplinary-action'),
    ]);
    expect([figureOf(leafOf(card, '10.4')), groupOf(card, 'C4'), figureOf(card.total)]).toEqual([
      '7.5',
      '95.5',
      '495.5',
    ]);
  });

  it('S3: two heads with 刑事处罚, one head with 党政纪处分: 0 of 12, excess 1, 488', () => {
    const cases = [...heads('criminal-penalty', 'a', 'b'), ...heads('disciplinary-action', 'c')];
    const card = year(excellentBut(), cases);
    expect(figureOf(card.total)).toBe('488');
    expect(contributionsOf(leafOf(card, '10.4'), 'excess')).toEqual([
      { kind: 'excess', amount: '1', limit: { at: 0, before: '-1', after: '0' }, rulings: ['A08'] },
    ]);
  });

  it('S4: 2.2 良 after 11 sessions, 6.5 一般, 7.1 一般, 12.2 不合格: 485', () => {
    const given = [
      mark('2.2', 'good', '6'),
      mark('6.5', 'fair', '2'),
      mark('7.1', 'fair', '9'),
      mark('12.2', 'unqualified', '4'),
    ];
    expect(figureOf(year(excellentBut(...given), [], 11).total)).toBe('485');
  });

  it('S5: 7.1 marked 8 of 14 is refused, no grade covers it', () => {
    const card = year(excellentBut(mark('7.1', 'fair', '8')));
    expect(refusalsOf(card, '7.1')).toEqual(['mark.no-grade-covers']);
    expect(figureOf(card.total)).toBe('486–500');
  });

  it('S6: 6.5 一般 marked 1 of 4 is refused, below half; the literal text accepts it', () => {
    const marks = [mark('6.5', 'fair', '1')];
    expect(refusalsOf(scoreMarks({ marks }), '6.5')).toEqual(['mark.outside-band']);
    expect(leafOf(score(literal, factsOf({ marks }), 'marks'), '6.5')).toMatchObject({ floor: '1', grade: 'fair' });
  });
});

it('a scorecard has the agreed shape', () =>
  expect(() => Scorecard.parse(scoreMarks({ marks: excellentBut(), records: sessions(11) }))).not.toThrow());
