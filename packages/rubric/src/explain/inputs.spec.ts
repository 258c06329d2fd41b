import { describe, expect, it } from 'vitest';
import { explained } from './small-table.fixture.ts';

type Tree = ReturnType<typeof explained>;
const said = ({ inputs }: Tree, language: 'zh' | 'en') => inputs.map((input) => input[language]);
const lines = ({ lines: told }: Tree, language: 'zh' | 'en') => told.map((line) => line[language]);
const leaf = (rest: object, inputs: object[] = []) => ({
  points: 100,
  inputs,
  children: [{ id: 'a', text: '甲', points: 100, ...rest }],
});

describe('what a formula was computed with', () => {
  const table = leaf({ from: { formula: 'done / due * full' } }, [
    { id: 'done', title: '按时完成件数', kind: 'number', unit: '件', least: 0 },
    { id: 'due', title: '报修件数', kind: 'number', unit: '件', least: 1, most: 500 },
  ]);

  it('stands beside each name, in its arithmetic and in its sentences', () => {
    const tree = explained(table, { numbers: { done: 45, due: 50 } }, 'a');
    expect(tree.arithmetic).toEqual({
      zh: '“按时完成件数” 45 ÷ “报修件数” 50 × 满分 100 = 90',
      en: '“按时完成件数” 45 ÷ “报修件数” 50 × full marks 100 = 90',
    });
    expect(lines(tree, 'zh')).toEqual(['按 “按时完成件数” 45 ÷ “报修件数” 50 × 满分 100 计算，得 90']);
  });

  it('is data: each value with the fact that it comes from', () => {
    const tree = explained(table, { numbers: { done: 45, due: 50 } }, 'a');
    expect(tree.inputs).toMatchObject([
      { text: 'done', kind: 'number', floor: '45', ceiling: '45', zh: '“按时完成件数”：45 件' },
      { text: 'due', kind: 'number', floor: '50', ceiling: '50', en: '“报修件数”: 50 件' },
    ]);
    expect(tree.inputs.map(({ facts }) => facts.length)).toEqual([1, 1]);
  });

  it('is missing where nobody has put it on record, and where it may lie', () => {
    const tree = explained(table, { numbers: { done: 45 } }, 'a');
    expect(said(tree, 'zh')).toEqual(['“按时完成件数”：45 件', '“报修件数”：缺（1–500）']);
    expect(said(tree, 'en')[1]).toBe('“报修件数”: missing (1–500)');
    expect(tree.arithmetic.zh).toBe('“按时完成件数” 45 ÷ “报修件数” 缺（1–500） × 满分 100 = 9–4500');
  });
});

it('each step shows the figure that it was made of', () => {
  const rate = [{ id: 'rate', title: '合格率', kind: 'number', unit: '%', least: 0, most: 100 }];
  const steps = [
    { compute: 'full - 2 * (95 - score)' },
    { clamp: { least: 0, most: 99 } },
    { compute: 'max(score, 10)' },
  ];
  const tree = explained(leaf({ from: { formula: 'rate' }, steps }, rate), { numbers: { rate: 94.5 } }, 'a');
  expect(tree.arithmetic.zh).toBe('“合格率” = 94.5 → 满分 100 − 2 × （95 − 94.5） = 99');
  expect(said(tree, 'zh')).toEqual(['“合格率”：94.5%']);
  const above = explained(leaf({ from: { formula: 'rate' }, steps }, rate), { numbers: { rate: 98 } }, 'a');
  const open = explained(leaf({ from: { formula: 'rate' }, steps: steps.slice(0, 1) }, rate), {}, 'a');
  expect(open.arithmetic.zh).toBe('“合格率”：缺（0–100） → 满分 100 − 2 × （95 − (0–100)） = −90–110');
  expect(above.arithmetic.zh).toBe('“合格率” = 98 → 满分 100 − 2 × （95 − 98） = 106 → 99');
});

describe('what a condition asked for', () => {
  const gate = { when: 'not delivers', because: '不对外配送', exclude: 'line' };
  const table = (more: object = {}) => ({
    points: 20,
    notApplicable: 'rescale',
    inputs: [{ id: 'delivers', title: '对外配送', kind: 'statement' }],
    children: [
      { id: 'a', text: '配送', points: 10, from: { mark: { step: 1 } }, steps: [{ gate }] },
      { id: 'b', text: '内部', points: 10, from: { mark: { step: 1 } } },
    ],
    ...more,
  });
  const marks = { a: 8, b: 9 };

  it('is told with its answer, even where the rule did not speak', () => {
    const yes = explained(table(), { marks, statements: { delivers: 'yes' } }, 'a');
    expect(said(yes, 'zh')).toEqual(['“对外配送”：是']);
    expect(yes.inputs[0]).toMatchObject({ kind: 'truth', holds: true });
    expect(yes.inputs[0]!.facts).toHaveLength(1);
    expect(yes.arithmetic.zh).toBe('10 − 2 = 8');
    const no = explained(table(), { marks, statements: { delivers: 'no' } }, 'a');
    expect([lines(no, 'zh').at(-1), lines(no, 'en').at(-1)]).toEqual([
      '不对外配送（“对外配送”：否），不适用，不计入',
      '不对外配送 (“对外配送”: no): it does not apply and is left out',
    ]);
    expect(no.result.zh).toBe('不适用');
  });

  it('while nobody has answered, neither the line nor its group is told as decided', () => {
    const [line, group] = ['a', 'small'].map((id) => explained(table(), { marks }, id));
    expect(line!.sentences).toEqual({
      zh: '“配送”（a）满分10分，是否适用尚未确定：适用则得8分，不适用则不计。',
      en: '“配送” (a): not settled whether it applies: if so 8 of 10, else left out.',
    });
    expect(line!.arithmetic.zh).toBe('10 − 2 = 8；不适用则不计');
    expect(line!.result.zh).toBe('8，或不适用');
    expect(lines(line!, 'zh')).toEqual([
      '审定：8分',
      '是否“不对外配送”尚未确定（“对外配送”：缺）；若是，不适用，不计入',
    ]);
    expect(group!.arithmetic).toEqual({
      zh: '17–18（“配送”（a）是否适用未定）',
      en: '17–18 (open whether “配送” (a) applies)',
    });
    expect(lines(group!, 'zh')).toEqual(['“配送”（a）是否适用尚未确定，适用与不适用两种结果都在所列区间之内']);
  });

  it('of a line that does not apply, what nobody has put on record is not missing', () => {
    const rate = { id: 'rate', title: '比率', kind: 'number', least: 0, most: 100 };
    const line = { id: 'a', text: '窗口', points: 10, notApplicable: 'exclude', from: { formula: 'rate / 10' } };
    const alone = { points: 10, inputs: [rate], children: [line] };
    expect(explained(alone, { notApplicable: { a: '没有窗口' } }, 'a').inputs).toEqual([]);
    expect(explained(alone, {}, 'a').inputs.map(({ zh }) => zh)).toEqual(['“比率”：缺（0–100）']);
  });

  it('what a veto would do while it is open is not told as done', () => {
    const veto = { when: 'delivers', because: '出现投诉', becomes: 0 };
    const tree = explained(table({ steps: [{ gate: veto }] }), { marks }, 'small');
    expect(lines(tree, 'zh').at(-1)).toBe('是否“出现投诉”尚未确定（“对外配送”：缺）；若是，一票否决：本表记 0 分');
  });
});

it('a band that leaves the grade open is no arithmetic', () => {
  const band = [
    { from: 60, grade: 'qualified' },
    { below: 60, grade: 'unqualified' },
  ];
  const table = { ...leaf({ from: { mark: { step: 1 } } }), steps: [{ band }] };
  expect(explained(table, {}, 'small').arithmetic.zh).toBe('0–100');
});

describe('other things that are read', () => {
  it('counts, other lines, grades and the period before have their values', () => {
    const table = leaf({
      from: { mark: { step: 1 } },
      steps: [
        { gate: { when: "count('study') < 3 or previous('a') < 60", because: '不达标', atMost: 50 } },
        {
          gate: {
            when: "previous-grade('a') = 'qualified' or attribute('kind') = '窗口'",
            because: '窗口',
            atMost: 40,
          },
        },
      ],
    });
    const facts = {
      recordingClosed: true,
      marks: { a: 80 },
      records: { study: 2 },
      attributes: { kind: '窗口' },
      previous: { a: { points: 75, grade: 'qualified' } },
    };
    expect(said(explained(table, facts, 'a'), 'zh')).toEqual([
      '“集中学习”次数：2',
      '“甲”（a）上期的得分：75',
      '“甲”（a）上期的等次：合格',
      '单位属性“kind”：窗口',
    ]);
  });

  it('ballots are counted out', () => {
    const options = [
      { code: 'good', title: '好', worth: 10 },
      { code: 'poor', title: '差', worth: 2 },
    ];
    const tally = { line: 'a', entitled: 12, valid: 9, counts: { good: 7, poor: 2 } };
    const tree = explained(leaf({ from: { votes: { options } } }), { tallies: [tally] }, 'a');
    expect(tree.arithmetic.zh).toBe('(10 × 7 + 2 × 2) ÷ 9 ≈ 8.22（74/9）');
    expect(lines(tree, 'zh')).toEqual(['应到12人，有效票9张（75%）：好 7、差 2，得 ≈8.22（74/9）']);
  });
});
