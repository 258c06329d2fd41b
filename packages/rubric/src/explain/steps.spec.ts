import { describe, expect, it } from 'vitest';
import { explained, smallTable } from './small-table.fixture.ts';
import { stepRule } from './step-rule.ts';

const said = (tree: ReturnType<typeof explained>, language: 'zh' | 'en') => tree.lines.map((line) => line[language]);
const number = (id: string, title: string) => ({ id, title, kind: 'number', least: 0, most: 1000 });

describe('what stands against the others', () => {
  const table = (relative: object) => ({
    points: 10,
    inputs: [number('output', '产出')],
    children: [{ id: 'a', text: '产出', points: 10, from: { formula: 'output' }, steps: [{ relative }] }],
  });
  const facts = {
    units: {
      甲: { numbers: { output: 80 } },
      乙: { numbers: { output: 60 } },
      丙: { numbers: { output: 60 } },
      丁: { numbers: { output: 20 } },
    },
  };

  it('names the best figure and whose it is', () => {
    const tree = explained(table({ best: 'highest', share: 'of-points' }), facts, 'a', '乙');
    expect(said(tree, 'zh').at(-1)).toBe('全部4家，最高 80（甲），本单位 60，得 7.5');
    expect(said(tree, 'en').at(-1)).toBe('4 units, the highest 80 (甲), this one 60: 7.5');
  });

  it('names how many stand before it, who is level, and the row of the table', () => {
    const byRank = [{ upTo: 3, points: [10, 5] }, { points: [10, 8, 6, 4] }];
    expect(said(explained(table({ best: 'highest', byRank }), facts, 'a', '丙'), 'zh').at(-1)).toBe(
      '全部4家，前面1家，并列另有1家，按家数更多的一栏第2名，得 8',
    );
    expect(said(explained(table({ best: 'lowest', byRank, ties: 'mean' }), facts, 'a', '丙'), 'en').at(-1)).toBe(
      '4 units, 1 before it, 1 more level with it, place 2–3 of the row for larger groups: 7',
    );
  });

  it('has a rule that says among whom: all units, or those of its group', () => {
    const ruleOf = (relative: object) => {
      const rubric = smallTable(table(relative));
      const [line] = rubric.leaves;
      const { zh, en } = stepRule(rubric, line!, line!.steps[0]!);
      return [zh, en];
    };
    expect(ruleOf({ best: 'highest', share: 'of-points' })).toEqual([
      '与全部单位中最高者之比乘满分',
      'full marks in proportion to the highest of all units',
    ]);
    expect(ruleOf({ best: 'lowest', share: 'of-points', among: 'class' })[0]).toBe(
      '与同组单位（按单位属性“class”分组）中最低者之比乘满分',
    );
    expect(ruleOf({ best: 'highest', byRank: [{ points: [10, 8] }] })[0]).toBe(
      '按在全部单位中的名次计分（高者在前，并列取靠前名次）：依次得 10、8 分',
    );
    expect(ruleOf({ best: 'highest', place: 'of-group', among: 'class' })).toEqual([
      '取在同组单位（按单位属性“class”分组）中的名次（高者在前，并列取靠前名次）',
      'the place among the units of the group (by the attribute “class”), the highest first, ties share the better place',
    ]);
  });

  it('says within which group, and what is not known yet', () => {
    const open = {
      units: { 甲: { attributes: { kind: '窗口' } }, 乙: { attributes: { kind: '窗口' }, numbers: { output: 3 } } },
    };
    expect(
      said(explained(table({ best: 'highest', share: 'of-points', among: 'kind' }), open, 'a', '乙'), 'zh').at(-1),
    ).toContain('“窗口”组2家，最高者尚未确定');
  });
});

describe('a gate', () => {
  const table = (gate: object, more: object = {}) => ({
    points: 100,
    inputs: [{ id: 'fire', title: '发生火灾', kind: 'statement' }],
    children: [{ id: 'a', text: '甲', points: 100, from: { mark: { step: 1 } } }],
    steps: [
      {
        band: [
          { from: 60, grade: 'excellent' },
          { below: 60, grade: 'unqualified' },
        ],
      },
      { gate: { when: 'fire', because: '发生责任火灾', ...gate } },
    ],
    ...more,
  });
  const facts = { marks: { a: 90 }, statements: { fire: 'yes' }, previous: { small: 'qualified' } };

  it.each([
    [
      { becomes: 0 },
      '发生责任火灾（“发生火灾”：是），一票否决：本表记 0 分，得 0，优秀',
      '发生责任火灾 (“发生火灾”: yes): vetoed: the table counts 0: 0, 优秀',
    ],
    [
      { atMost: 70 },
      '发生责任火灾（“发生火灾”：是），不超过 70 分，得 70，优秀',
      '发生责任火灾 (“发生火灾”: yes): at most 70: 70, 优秀',
    ],
    [
      { gradeAtMost: 'qualified' },
      '发生责任火灾（“发生火灾”：是），等次不高于“合格”，得 90，合格',
      '发生责任火灾 (“发生火灾”: yes): graded “合格” at most: 90, 合格',
    ],
    [
      { gradeDown: 1 },
      '发生责任火灾（“发生火灾”：是），等次降低1档，得 90，合格',
      '发生责任火灾 (“发生火灾”: yes): 1 grade less: 90, 合格',
    ],
    [
      { carry: 'previous' },
      '发生责任火灾（“发生火灾”：是），沿用上期等次，得 90，合格',
      '发生责任火灾 (“发生火灾”: yes): the rating of the period before goes on: 90, 合格',
    ],
  ])('says what it does: %j', (effect, zh, en) => {
    const tree = explained(table(effect), facts, 'small');
    expect([said(tree, 'zh').at(-1), said(tree, 'en').at(-1)]).toEqual([zh, en]);
  });

  it('asks for a judgement, or refuses, with its words', () => {
    const [asked, refused] = [{ ask: '由领导小组认定' }, { refuse: '不参加评定' }].map((effect) =>
      explained(table(effect), facts, 'small'),
    );
    expect(asked!.rule.zh).toContain('若“发生火灾”成立（发生责任火灾），须作出判断：由领导小组认定');
    expect(asked!.sentences.zh).toBe('“小表”规则未作规定，须作判断并说明理由：由领导小组认定。');
    expect(refused!.sentences.zh).toBe('“小表”不予计分：不参加评定。');
  });

  it('leaves a line out, with its words', () => {
    const line = table({});
    const steps = [{ gate: { when: 'fire', because: '场所停用', exclude: 'line' } }];
    const children = [
      { ...line.children[0], steps },
      { id: 'b', text: '乙', points: 0, from: { mark: { step: 1 } } },
    ];
    const tree = explained({ ...line, steps: [], children }, facts, 'a');
    expect(tree.sentences.zh).toBe('“甲”（a）不适用：场所停用。');
    expect(tree.rule.zh).toContain('若“发生火灾”成立（场所停用），不适用，不计入');
  });
});
