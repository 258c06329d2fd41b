import { describe, expect, it } from 'vitest';
import { explained } from './small-table.fixture.ts';
import { explanationText } from './text.ts';

const table = (more: object) => ({
  points: 100,
  inputs: [{ id: 'rooms', title: '房间数', kind: 'number', least: 0, most: 100 }],
  categories: [{ id: 'fire', title: '火灾' }],
  children: [{ id: 'a', text: '甲', points: 100, from: { mark: { step: 1 } } }],
  ...more,
});
const facts = {
  asOf: '2026-12-31',
  units: {
    东: { marks: { a: 90 }, numbers: { rooms: 30 } },
    西: { marks: { a: 80 }, numbers: { rooms: 10 }, cases: [{ category: 'fire' }] },
    南: { marks: { a: 80 }, numbers: { rooms: 20 } },
  },
};
const told = (more: object, id: string, unit: string, known: object = facts) => explained(table(more), known, id, unit);

describe('a selection is explained', () => {
  const order = [{ by: "line('small')", best: 'highest' }];
  const flag = { id: 'flag', title: '红旗', eligible: "cases('fire') = 0", order };
  const quota = { share: '70%', of: 'group', rounding: 'cut' };

  it('by its rule, what the unit was asked for, the places, and who was chosen', () => {
    const tree = told({ selections: [{ ...flag, quota }] }, 'flag', '东');
    expect(tree.rule.zh).toBe('在全部单位中，须“火灾”次数 = 0，依次按 “小表”从高到低排序，取全组的 70%（舍去尾数）');
    expect(tree.inputs.map(({ zh }) => zh)).toEqual(['“火灾”次数：0', '“小表”：90']);
    expect(tree.arithmetic).toEqual({ zh: '3 × 70% = 2.1 → 2 个名额', en: '3 × 70% = 2.1 → 2 places' });
    expect(tree.lines.map(({ zh }) => zh)).toEqual(['入选：东、南']);
    expect(tree.sentences).toEqual({ zh: '“红旗”：入选。', en: '“红旗”: chosen.' });
  });

  it('to a unit that was not, by the reason', () => {
    const selections = [
      { ...flag, quota },
      { ...flag, id: 'one', title: '标兵', places: 1 },
      { id: 'two', title: '先进', order, places: 2 },
      { ...flag, id: 'many', title: '集体', places: 1, least: 3 },
    ];
    const said = (id: string, unit: string) => told({ selections }, id, unit).sentences.zh;
    expect(said('flag', '西')).toBe('“红旗”：不符合条件。');
    expect(said('one', '南')).toBe('“标兵”：未入选。');
    expect(said('two', '南')).toBe('“先进”：并列待定。');
    expect(said('many', '东')).toBe('“集体”：符合条件的太少，不评。');
    expect(told({ selections }, 'two', '南').lines.map(({ en }) => en)).toEqual([
      'chosen: 东',
      'level: 西, 南, over the last 1: somebody has to decide',
    ]);
  });

  it('while a figure is open, names the units that hold it up', () => {
    const open = { units: { ...facts.units, 北: { cases: [] } } };
    const tree = told({ selections: [{ ...flag, places: 1 }] }, 'flag', '东', open);
    expect([tree.sentences.zh, tree.lines[0]!.zh]).toEqual(['“红旗”：尚未确定。', '尚未确定：北']);
  });
});

describe('a consequence is explained', () => {
  it('by its amount, rounded for people and exact as data', () => {
    const fee = { id: 'fee', title: '服务费', amount: "line('a') / 90 * 700" };
    const tree = told({ consequences: [fee] }, 'fee', '西');
    expect(tree.arithmetic.zh).toBe('“甲”（a） 80 ÷ 90 × 700 ≈ 622.22（5600/9）');
    expect(tree.sentences.zh).toBe('“服务费”：≈622.22。');
    expect(tree.floor).toBe('5600/9');
  });

  it('by its amount as the table rounds it', () => {
    const round = { mode: 'half-up', places: 2 };
    const fee = { id: 'fee', title: '服务费', amount: "line('a') / 90 * 700", round };
    const tree = told({ consequences: [fee] }, 'fee', '西');
    expect(tree.rule.zh).toContain('计算，四舍五入，保留2位小数');
    expect(tree.arithmetic.zh).toBe('“甲”（a） 80 ÷ 90 × 700 ≈ 622.22（5600/9） → 622.22');
    expect([tree.sentences.zh, tree.floor]).toEqual(['“服务费”：622.22。', '622.22']);
  });

  it('by its deadline, and where it does not follow by what was asked', () => {
    const rectify = { id: 'rectify', title: '限期整改', when: "cases('fire') > 0", dueInDays: 15 };
    const [west, east] = ['西', '东'].map((unit) => told({ consequences: [rectify] }, 'rectify', unit));
    expect(west!.sentences.zh).toBe('“限期整改”：限 2027-01-15 前。');
    expect(east!.sentences).toEqual({ zh: '“限期整改”：不发生。', en: '“限期整改”: does not follow.' });
    expect(east!.inputs.map(({ en }) => en)).toEqual(['cases of “火灾”: 0']);
  });

  it('by its part of a pot', () => {
    const split = { pot: 1000, by: 'rooms', round: { mode: 'cut', places: 0 } };
    const tree = told({ consequences: [{ id: 'pot', title: '奖金', split }] }, 'pot', '西');
    expect(tree.rule.zh).toBe('1000 按 “房间数” 的比例分配，舍去尾数到整数');
    expect(tree.arithmetic.zh).toBe('1000 × 10 ÷ 60 ≈ 166.67（500/3） → 166');
    expect(tree.sentences.zh).toBe('“奖金”：166。');
  });

  it('stands with the whole table', () => {
    const fee = { id: 'fee', title: '服务费', amount: 'rooms * 2' };
    const tree = told({ consequences: [fee] }, 'small', '南');
    expect(explanationText(tree, 'zh')).toContain('评选与后果：\n  “服务费”：40。\n    规则：按 “房间数” × 2 计算');
    expect(explanationText(tree, 'en')).toContain('selections and consequences:\n  “服务费”: 40.');
  });
});
