import { describe, expect, it } from 'vitest';
import { explained } from './small-table.fixture.ts';

const said = (tree: ReturnType<typeof explained>, language: 'zh' | 'en') => tree.lines.map((line) => line[language]);
const number = (id: string, title: string) => ({ id, title, kind: 'number', least: 0, most: 1000 });

describe('the other steps, and sources', () => {
  const line = (rest: object) => ({
    points: 10,
    inputs: [number('rate', '比率')],
    children: [{ id: 'a', text: '甲', points: 10, ...rest }],
  });

  it('say what a limit cut off, how a figure was rounded and in which band it fell', () => {
    const steps = [
      { round: { mode: 'half-even', places: 1 } },
      { round: { mode: 'cut', places: 0 } },
      {
        band: [
          { from: 90, points: 14 },
          { from: 80, below: 90, points: 12 },
          { below: 80, points: 0 },
        ],
      },
      { clamp: { most: 10 } },
    ];
    const tree = explained(line({ from: { formula: 'rate' }, steps }), { numbers: { rate: 89.5 } }, 'a');
    expect(said(tree, 'zh')).toEqual([
      '“比率”：89.5',
      '舍去尾数到整数，得 89', // the first rounding changed nothing
      '在 ≥ 80 且 < 90 一档，得 12',
      '不高于 10 分，超出的2分只作记录，不计入其他条目',
    ]);
  });

  it('say what came beyond the limit of a rate, all of it together', () => {
    const late = { id: 'late', title: '迟到', category: 'late', per: 'occurrence', points: 2, most: 5 };
    const table = line({ from: { cases: { charge: 'every', deduct: [late] } } });
    const tree = explained(table, { cases: [{ category: 'late', times: 6 }] }, 'a');
    expect([...said(tree, 'zh'), tree.arithmetic.zh, tree.sentences.zh]).toEqual([
      '迟到，2 次 × 2 分，扣4分',
      '迟到，扣1分',
      '迟到，3 次，已到限额，不再计',
      '迟到超出限额的7分只作记录，不计入其他条目',
      '10 − 2 × 2 次 − 1 × 1 次 = 5',
      '“甲”（a）满分10分，应扣5分，得5分，超出的7分只作记录。',
    ]);
  });

  it('say which parts were dropped and which of the best counted', () => {
    const parts = [9, 7, 8].map((_, n) => ({
      id: `p${n + 1}`,
      text: `第${n + 1}次`,
      points: 10,
      from: { mark: { step: 1 } },
    }));
    const group = (combine: object) => ({
      points: 10,
      children: [{ id: 'A', title: '成绩', points: 10, from: { combine }, children: parts }],
    });
    const facts = { marks: { p1: 9, p2: 7, p3: 8 } };
    expect(said(explained(group({ by: 'mean', drop: [{ from: 3, each: 1 }] }), facts, 'A'), 'zh')).toEqual([
      '1项平均（不计 “第1次”（p1） 9、“第2次”（p2） 7），得 8',
    ]);
    expect(said(explained(group({ by: 'mean', best: 2 }), facts, 'A'), 'en')).toEqual([
      'mean of 2 (not counted: “第2次” (p2) 7): 8.5',
    ]);
  });

  it("say each group's mean and weight, of assessors and of voters", () => {
    const groups = [
      { id: 'leaders', title: '领导', weight: '60%' },
      { id: 'peers', title: '同事', weight: '40%' },
    ];
    const mark = (group: string, points: number) => ({
      criterion: 'a',
      rater: `${group}${points}`,
      group,
      points,
      final: false,
    });
    const raters = { combine: { by: 'mean' }, groups };
    const marks = [mark('leaders', 8), mark('leaders', 9), mark('peers', 5)];
    expect(said(explained(line({ from: { mark: { step: 1, raters } } }), { marks }, 'a'), 'zh').slice(3)).toEqual([
      '领导：2份评分平均，得 8.5',
      '同事：1份评分平均，得 5',
      '2项加权（领导 8.5，占 60%；同事 5，占 40%），得 7.1',
    ]);
    const votes = {
      turnout: '1/2',
      groups,
      options: [
        { code: 'good', title: '好', worth: 10 },
        { code: 'poor', title: '差', worth: 0 },
      ],
    };
    const tally = (group: string, good: number) => ({
      line: 'a',
      group,
      entitled: 10,
      valid: 8,
      counts: { good, poor: 8 - good },
    });
    const voted = explained(line({ from: { votes } }), { tallies: [tally('leaders', 8), tally('peers', 4)] }, 'a');
    expect(voted.rule.zh).toBe(
      '按有效票的平均分计：好 10、差 0；各组权重：领导 60%、同事 40%；有效票不足应到人数 50% 的无效',
    );
    expect(said(voted, 'en')).toEqual([
      '领导: 8 valid ballots of 10 (80%): 好 8, 差 0, 10 at 60%',
      '同事: 8 valid ballots of 10 (80%): 好 4, 差 4, 5 at 40%',
    ]);
  });

  it('say how the rest was scaled where lines do not apply', () => {
    const table = {
      points: 40,
      notApplicable: 'rescale',
      children: [
        { id: 'a', text: '窗口', points: 10, notApplicable: 'exclude', from: { mark: { step: 1 } } },
        { id: 'b', text: '内部', points: 30, from: { mark: { step: 1 } } },
      ],
    };
    const tree = explained(table, { marks: { b: 24 }, notApplicable: { a: '没有窗口' } }, 'small');
    expect(said(tree, 'zh')).toEqual(['“窗口”（a）不适用，其余可得30分，实得24分，按实得分 ÷ 30 × 40 折算']);
    expect(tree.arithmetic.zh).toBe('24 ÷ 30 × 40 = 32');
    expect(said(tree.parts[0]!, 'zh')).toEqual(['不适用：没有窗口，不计入']);
  });

  it('say what a penalty takes at most', () => {
    const from = {
      cases: {
        charge: 'every',
        deduct: [{ id: 'n', title: '通报', category: 'notice', per: 'occurrence', points: 3 }],
      },
    };
    const table = {
      points: 10,
      children: [
        { id: 'a', text: '甲', points: 10, from: { mark: { step: 1 } } },
        { id: 'c', text: '通报', penalty: 6, from },
      ],
    };
    expect(explained(table, { cases: [{ category: 'notice', times: 3 }] }, 'c').sentences.zh).toBe(
      '“通报”（c）应扣9分，最多扣6分，计−6分。',
    );
  });
});
