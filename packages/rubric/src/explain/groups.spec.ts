import { describe, expect, it } from 'vitest';
import { explained } from './small-table.fixture.ts';

describe('how a group is made of its parts', () => {
  const part = (id: string, points: number, weight: string) => ({
    id,
    text: id,
    points,
    weight,
    from: { mark: { step: 1 } },
  });
  const weighted = (children: object[]) => ({ points: 40, from: { combine: { by: 'weighted' } }, children });

  it('a part that is scaled to the points of the group says so', () => {
    const table = weighted([part('a', 20, '30%'), part('b', 40, '70%')]);
    expect(explained(table, { marks: { a: 18, b: 30 } }, 'small').arithmetic.zh).toBe(
      '18 ÷ 20 × 40 × 30% + 30 × 70% = 31.8',
    );
    expect(explained(table, { marks: { a: 18 } }, 'small').arithmetic.zh).toBe(
      '18 ÷ 20 × 40 × 30% + (0–40) × 70% = 10.8–38.8',
    );
  });

  it('what is still open stands in brackets where it is scaled', () => {
    const table = weighted([part('a', 20, '30%'), part('b', 40, '70%')]);
    expect(explained(table, { marks: { b: 20 } }, 'small').lines[0]!.zh).toBe(
      '2项加权（“a”（a） (0–20) ÷ 20 × 40，占 30%；“b”（b） 20，占 70%），得 14–26',
    );
  });

  it('weights that lack a part are divided by what is left of them', () => {
    const a = { ...part('a', 40, '20%'), notApplicable: 'exclude' };
    const table = weighted([a, part('b', 40, '30%'), part('c', 40, '50%')]);
    const tree = explained(table, { marks: { b: 20, c: 40 }, notApplicable: { a: '没有' } }, 'small');
    expect(tree.arithmetic.zh).toBe('(20 × 30% + 40 × 50%) ÷ 80% = 32.5');
  });

  it('while it is open, it says by which lines, and which grades it may still have', () => {
    const bands = [
      { from: 30, grade: 'excellent' },
      { from: 20, below: 30, grade: 'qualified' },
      { below: 20, grade: 'unqualified' },
    ];
    const parts = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id, points: 10, from: { mark: { step: 1 } } }));
    const table = { points: 40, children: parts, steps: [{ band: bands }] };
    expect(explained(table, { marks: { a: 9, b: 9, c: 9 } }, 'small').sentences).toEqual({
      zh: '“小表”满分40分，尚未确定（“d”（d）未定），可得27–37分，等次可为优秀至合格。',
      en: '“小表”: not settled yet (open: “d” (d)), 27–37 of 40, from 合格 to 优秀.',
    });
    expect(explained(table, {}, 'small').sentences.zh).toBe(
      '“小表”满分40分，尚未确定（“a”（a）、“b”（b）、“c”（c）等 4 条未定），可得0–40分，等次可为优秀至不合格。',
    );
  });

  it('what is taken stands in brackets', () => {
    const deduct = [{ id: 'n', title: '通报', category: 'notice', per: 'occurrence', points: 3 }];
    const table = {
      points: 40,
      children: [
        part('a', 40, '1'),
        { id: 'p', text: '通报', penalty: 6, from: { cases: { charge: 'every', deduct } } },
      ].map(({ weight: _, ...rest }: Record<string, unknown>) => rest),
    };
    const facts = { marks: { a: 30 }, cases: [{ category: 'notice', times: 3 }] };
    expect(explained(table, facts, 'small').arithmetic.zh).toBe('30 + (−6) = 24');
    const tree = explained(table, facts, 'p');
    expect(tree.arithmetic.zh).toBe('0 − 3 × 3 次 = −9 → −6');
    expect(tree.lines[0]).toMatchObject({ zh: '通报，3 次 × 3 分，扣9分', en: '通报: 3 × 3 = −9' });
    expect(tree.lines[0]!.facts).toHaveLength(3);
  });
});

it('a coefficient is no number of points, and is not rounded to what it is not', () => {
  const table = {
    points: 100,
    children: [{ id: 'a', text: '甲', points: 100, from: { mark: { step: 1 } } }],
    figures: [
      { id: 'coef', text: '系数', from: { formula: "line('a') / 90" }, steps: [{ clamp: { least: 0.5, most: 1 } }] },
    ],
  };
  const tree = explained(table, { marks: { a: 89 } }, 'coef');
  expect(tree.sentences.zh).toBe('“系数”（coef）为≈0.9889。');
  expect(tree.rule.zh).toBe('按 “甲”（a） ÷ 90 计算；限于 0.5 至 1');
  expect(tree.arithmetic.zh).toBe('“甲”（a） 89 ÷ 90 ≈ 0.9889（89/90）');
});
