import { describe, expect, it } from 'vitest';
import type { UnitFacts } from '../facts.ts';
import { explainLeaf } from './explain.ts';
import { score } from '../score.ts';
import { factsOf, incident, literal, mark, rubric, scoreMarks, sessions } from '../scoring.fixture.ts';

const explain = (leafId: string, known: Partial<UnitFacts> = {}) => explainLeaf(rubric, scoreMarks(known), leafId);

describe('10.4 explained', () => {
  it('shows one admonition as 12 − 1 = 11, with the phrase that says so', () => {
    const { text, quotes, arithmetic, lines, sentences } = explain('10.4', {
      cases: [incident('a', 'efficiency-admonition')],
    });
    expect(arithmetic).toEqual({ zh: '12 − 1 × 1 例 = 11', en: '12 − 1 × 1 case = 11' });
    expect(quotes.map(({ from, to }) => text.slice(from, to))).toEqual(['被效能告诫的每例扣 1分']);
    expect(lines).toEqual([
      {
        zh: '被效能告诫，扣1分',
        en: '被效能告诫: −1',
        facts: ['a'],
        rulings: ['A07', 'A09', 'A10', 'A11', 'A12'],
      },
    ]);
    expect(sentences).toEqual({
      zh: '“严守干部作风监督十八条规定和干部勤政方面…”（10.4）满分12分，应扣1分，得11分。',
      en: '“严守干部作风监督十八条规定和干部勤政方面…” (10.4): 1 deducted from 12 leaves 11.',
    });
  });

  it('counts cases in 例 and occurrences in 次', () => {
    const cases = ['a', 'b'].map((id) => incident(id, 'other-handling'));
    expect(explain('10.4', { cases: [...cases, incident('c', 'disciplinary-action')] }).arithmetic).toEqual({
      zh: '12 − 0.5 × 2 次 − 1 × 1 例 = 10',
      en: '12 − 0.5 × 2 times − 1 × 1 case = 10',
    });
  });

  it('shows what the floor cuts off', () => {
    const cases = ['a', 'b', 'c'].map((id) => incident(id, 'criminal-penalty', 'unit-head'));
    const { arithmetic, sentences, lines } = explain('10.4', { cases });
    expect(arithmetic.zh).toBe('12 − 5 × 3 例 = −3 → 0');
    expect(sentences.zh).toContain('（10.4）满分12分，应扣15分，得0分，超出的3分只作记录。');
    expect(lines.at(-1)!.zh).toBe('不低于 0 分，超出的3分只作记录，不计入其他条目');
    const withoutFloor = explainLeaf(literal, score(literal, factsOf({ cases }), 'facts'), '10.4');
    expect(withoutFloor.arithmetic.zh).toBe('12 − 5 × 3 例 = −3');
  });

  it('says nothing but the points when nothing happened', () =>
    expect(explain('10.4')).toMatchObject({ arithmetic: { zh: '12' }, quotes: [], lines: [] }));
});

describe('a judged criterion explained', () => {
  it('is an interval while it is open', () =>
    expect(explain('1.1')).toMatchObject({
      arithmetic: { zh: '0–8' },
      sentences: { zh: '“强化政治机关意识”（1.1）满分8分，尚未评定，可得0–8分。' },
    }));

  it('is an interval while reviewers differ', () => {
    const marks = [mark('1.1', 'good', '6.5', { final: false }), mark('1.1', 'fair', '5', { final: false })];
    expect(explain('1.1', { marks }).sentences.zh).toBe('“强化政治机关意识”（1.1）满分8分，尚未审定，评审为5–6.5分。');
  });

  it('shows the cut once it is decided', () => {
    const { arithmetic, sentences, lines } = explain('1.1', { marks: [mark('1.1', 'good', '6')] });
    expect(arithmetic.zh).toBe('8 − 2 = 6');
    expect(sentences).toEqual({
      zh: '“强化政治机关意识”（1.1）满分8分，评为良，得6分。',
      en: '“强化政治机关意识” (1.1): 良, 6 of 8.',
    });
    expect(lines).toEqual([
      { zh: '审定：良，6分', en: 'Decided: 良, 6 points', facts: ['1.1-good-6-true'], rulings: ['A04'] },
    ]);
  });

  it('names the shortfall and the cap', () => {
    const { lines, sentences } = explain('2.2', { records: sessions(11) });
    expect(lines.map(({ zh }) => zh)).toEqual([
      '佐证材料11件',
      '党支部全年集中学习次数：11次，要求不少于12次，差1次，等次最高为良',
      '尚未评定',
    ]);
    expect(sentences.zh).toContain('（2.2）满分8分，尚未评定，可得0–7分，等次最高为良。');
  });

  it('says why a mark was refused', () =>
    expect(explain('7.1', { marks: [mark('7.1', 'fair', '8')] }).lines[0]?.zh).toBe('未予受理：该分数没有对应等次'));

  it('knows only the table’s criteria', () => expect(() => explain('9.9')).toThrow(/rubric\.unknown-leaf at 9\.9/));
});
