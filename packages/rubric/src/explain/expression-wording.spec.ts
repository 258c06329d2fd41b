import { expect, it } from 'vitest';
import { expressionWording } from './expression-wording.ts';
import { namesOf } from './names.ts';
import { smallTable } from './small-table.fixture.ts';

const names = namesOf(
  smallTable({
    inputs: [
      { id: 'rate', title: '完成率', kind: 'number' },
      { id: 'air', title: '空气质量', kind: 'series' },
      { id: 'fitted', title: '全装修', kind: 'statement' },
    ],
    categories: [
      { id: 'fraud', title: '弄虚作假' },
      { id: 'sanction', title: '处分' },
    ],
    roles: [{ id: 'head', title: '负责人' }],
    selections: [{ id: 'model', title: '先进单位', places: 1, order: [{ by: 'rate', best: 'highest' }] }],
    children: [
      { id: 'A', title: '甲组', children: [{ id: 'a', text: '甲', points: 10, from: { mark: { step: 1 } } }] },
      {
        id: 'b',
        text: '作风',
        points: 10,
        from: {
          cases: {
            charge: 'every',
            deduct: [
              { id: 'late', title: '迟到', category: 'discipline', role: 'staff', per: 'occurrence', points: 1 },
              { id: 'absent', title: '旷工', category: 'discipline', role: 'head', per: 'occurrence', points: 2 },
            ],
          },
        },
      },
    ],
  }),
);

it.each([
  [
    'full - max(0, 90 - score)',
    '满分 − 最大值（0，90 − 当前得数）',
    'full marks − greatest of (0, 90 − the figure so far)',
  ],
  ['(rate + 1) * 2 / 3', '（“完成率” + 1） × 2 ÷ 3', '(“完成率” + 1) × 2 ÷ 3'],
  ['rate - (1 - score)', '“完成率” − （1 − 当前得数）', '“完成率” − (1 − the figure so far)'],
  [
    "line('a') / points('A') >= 60%",
    '“甲”（a） ÷ “甲组”（A）的满分 ≥ 60%',
    '“甲” (a) ÷ full marks of “甲组” (A) ≥ 60%',
  ],
  [
    "share('A') < 0.5 and not fitted",
    '“甲组”（A）的得分率 < 0.5，且“全装修”不成立',
    'the share reached of “甲组” (A) < 0.5 and “全装修” does not hold',
  ],
  [
    '(fitted or rate > 1) and rate < 5',
    '（“全装修”成立，或“完成率” > 1），且“完成率” < 5',
    '(“全装修” holds or “完成率” > 1) and “完成率” < 5',
  ],
  ["grade('a') >= 'qualified'", '“甲”（a）的等次不低于“合格”', 'the grade of “甲” (a) is at least “合格”'],
  ["'qualified' >= grade('a')", '“甲”（a）的等次不高于“合格”', 'the grade of “甲” (a) is at most “合格”'],
  ["graded-exactly('unqualified') > 0", '“不合格”的项数 > 0', 'parts graded “不合格” > 0'],
  ["count('study') / 2", '“集中学习”次数 ÷ 2', 'sessions of “study session” ÷ 2'],
  ["cases('fraud', 24) > 0", '近24个月“弄虚作假”次数 > 0', 'cases of “弄虚作假” in 24 months > 0'],
  ["cases('sanction', 'head') = 0", '“处分”（负责人）次数 = 0', 'cases of “处分” (负责人) = 0'],
  ["cases('discipline', 'staff')", '“迟到”次数', 'cases of “迟到”'],
  ["cases('discipline')", '“迟到、旷工”次数', 'cases of “迟到、旷工”'],
  ["mean('air') > 100", '“空气质量”各期平均 > 100', 'mean of “空气质量” > 100'],
  ["run('air', '>', 100) >= 3", '“空气质量” > 100 连续最多的期数 ≥ 3', 'the longest run of “空气质量” > 100 ≥ 3'],
  [
    "lowest-share('a', 'b')",
    '最低一项的得分率（“甲”（a）、“作风”（b）中）',
    'the lowest share of a part (of “甲” (a), “作风” (b))',
  ],
  ["part-shares('<=', 60%) > 1", '得分率 ≤ 60% 的项数 > 1', 'parts with a share ≤ 60% > 1'],
  ["parts('<', 60, 'a') > 0", '得分 < 60 的项数（“甲”（a）中） > 0', 'parts < 60 (of “甲” (a)) > 0'],
  ["previous('a') < 60", '“甲”（a）上期的得分 < 60', 'the points of “甲” (a) in the period before < 60'],
  [
    "rated-before('a') and previous-grade('a') = 'excellent'",
    '“甲”（a）上期有结果，且“甲”（a）上期的等次为“优秀”',
    '“甲” (a) was rated in the period before and the grade of “甲” (a) in the period before is “优秀”',
  ],
  ["not chosen('model')", '并非入选“先进单位”', 'not chosen for “先进单位”'],
  ['lowest-part() = 0', '最低一项的得分 = 0', 'the lowest part = 0'],
  [
    "if(attribute('kind') = 'window', 1, 0)",
    '（若单位属性“kind”为“window”，则 1，否则 0）',
    '(if the attribute “kind” is “window”: 1, otherwise 0)',
  ],
])('%s is put into words', (text, zh, en) => expect(expressionWording(names, text)).toEqual({ zh, en }));

it('a function that has no words of its own still has titles for what it names', () =>
  expect(expressionWording(names, "in('rate', 'A')")).toEqual({
    zh: 'in（“完成率”，“甲组”（A））',
    en: 'in (“完成率”, “甲组” (A))',
  }));
