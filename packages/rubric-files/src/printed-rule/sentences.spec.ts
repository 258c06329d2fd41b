import type { Source } from '@mofan/rubric/language/source';
import type { Step } from '@mofan/rubric/language/step';
import { describe, expect, it } from 'vitest';
import { type TableRule, type Titles, ruleLines } from './print-rule.ts';
import { readRule } from './read-rule.ts';

const titles: Titles = {
  grade: (code) => ({ good: '优', fair: '良' })[code] ?? code,
  scale: () => ({
    step: '0.5',
    bands: [
      { grade: 'good', from: '90%', to: { minus: '0' } },
      { grade: 'fair', below: '90%' },
    ],
  }),
  input: () => ({ id: 'rate', title: '满意率', kind: 'number', unit: '%', least: '0', most: '100' }),
};
const EXPLAINED = { source: '（说明）', steps: [], caps: [] };
const lines = (rule: TableRule) => ruleLines(rule, titles, EXPLAINED);
const from = (source: Source) => lines({ from: source });
const step = (one: Step) => lines({ steps: [one] });
const groups = [
  { id: 'leaders', title: '领导', weight: '60%' },
  {
    id: 'others',
    title: '其他',
    weight: '40%',
    groups: [
      { id: 'peers', title: '同事', weight: '1/3' },
      { id: 'staff', weight: '2/3' },
    ],
  },
];
const rate = { id: 'late', category: 'late', title: '迟到', per: 'occurrence' as const, points: '0.5' };

describe('a rule is printed in one way of wording, and read back', () => {
  it.each<[string[], string]>([
    [from({ mark: { step: '0.5' } }), '打分，以 0.5 分为单位'],
    [from({ mark: { percent: '5' } }), '按百分比打分，以 5% 为单位'],
    [from({ mark: { values: ['0', '60%', { minus: '0' }] } }), '只可打 0、满分的60%、满分 分'],
    [from({ mark: { grades: [{ grade: 'good', points: '10' }, { grade: 'fair' }] } }), '评等次：“优” 10 分、“良”'],
    [from({ mark: { scale: 'judged' } }), '评等次打分，以 0.5 分为单位：“优” ≥ 满分的90% 且 ≤ 满分；“良” < 满分的90%'],
    [
      from({
        mark: { step: '1', raters: { combine: { by: 'mean', drop: [{ from: '5', each: '1' }] }, least: '3' } },
      }).slice(1),
      '多人评分，满5项的去掉最高、最低各1项，其余平均；不足 3 人的待定',
    ],
    [
      from({
        cases: {
          charge: 'heaviest',
          deduct: [{ ...rate, most: '2', quote: '迟到一次扣0.5分' }],
          add: [{ ...rate, title: '获奖', per: 'case' }],
        },
      }),
      '按下列规定扣分、加分，只计最高一项：“迟到”每次扣 0.5 分，最多 2 分，原文“迟到一次扣0.5分”；“获奖”每例加 0.5 分',
    ],
    [
      from({ cases: { charge: 'every', deduct: [{ ...rate, title: '迟到；“早退”、缺席', role: 'head' }] } }),
      '按下列规定扣分，逐例计：“迟到；“早退”、缺席”（身份“head”）每次扣 0.5 分',
    ],
    [
      from({ mark: { step: '1', raters: { combine: { by: 'mean' }, groups } } }).slice(1),
      '多人评分，各项平均；各组权重：“领导” 60%、“其他” 40%（“同事” 1/3、“staff” 2/3）',
    ],
    [
      from({
        votes: {
          turnout: '1/2',
          options: [
            { code: 'a', title: '满意', worth: '40' },
            { code: 'b', title: '一般', worth: '60%' },
          ],
        },
      }),
      '按有效票的平均分计：“满意” 40、“一般” 满分的60%；有效票不足应到人数 1/2 的无效',
    ],
    [from({ formula: 'rate' }), '按“满意率”计分（单位“%”，不小于 0，不大于 100）'],
    [from({ combine: { by: 'sum', best: '3', better: 'lowest' } }), '最好的3项（低者为好）合计'],
    [
      from({ combine: { by: 'mean', best: '3', better: 'highest', drop: [{ from: '5', each: '1' }] } }),
      '满5项的去掉最高、最低各1项，最好的3项平均',
    ],
    [step({ clamp: { least: '0', most: { minus: '3' } } }), '限于 0 至 满分减3 分'],
    [
      step({ clamp: { least: { greatest: ['1', { greatest: ['60%', { minus: '3' }] }] } } }),
      '不低于 1与满分的60%与满分减3中较大的 分',
    ],
    [
      step({ relative: { best: 'lowest', among: 'kind', share: 'of-points' } }),
      '与同组最低者之比乘满分（按单位属性“kind”分组）',
    ],
    [
      step({ relative: { best: 'highest', among: 'kind', place: 'of-group' } }),
      '取同组名次（按单位属性“kind”分组，高者在前）',
    ],
    [step({ round: { mode: 'cut', places: '0' } }), '舍去尾数到整数'],
    [
      step({
        band: [{ from: '95', points: '15' }, { from: '85', below: '95', points: '10', grade: 'fair' }, { points: '0' }],
      }),
      '分档：≥ 95：得 15 分；≥ 85 且 < 95：得 10 分，为“良”；其余：得 0 分',
    ],
    [
      step({
        relative: {
          best: 'highest',
          byRank: [{ upTo: '3', points: ['10', '8'] }, { points: ['10', '9'] }],
          ties: 'mean',
        },
      }),
      '按同组名次计分（高者在前，并列取各名次平均）：3家以内依次得 10、8 分；依次得 10、9 分',
    ],
    [lines({ notApplicable: 'exclude' }), '不适用时不计入'],
  ])('%j', (printed, expected) => {
    expect(printed).toEqual([expected]);
    const { unknown, aside } = readRule(expected);
    expect([unknown, aside]).toEqual([[], []]);
  });
});

describe('what no import reads back', () => {
  it.each<[string[], string]>([
    [
      from({ cases: { charge: 'every', deduct: [{ ...rate, title: '迟到“', most: '2' }] } }),
      '计分方式：按下列规定扣分，逐例计：“迟到“”每次扣 0.5 分，最多 2 分',
    ],
    [
      from({
        mark: { step: '1', raters: { combine: { by: 'mean' }, groups: [{ ...groups[0]!, title: '”领导' }] } },
      }).slice(1),
      '多人评分的合成：多人评分，各项平均；各组权重：“”领导” 60%',
    ],
    [
      from({ mark: { step: '1', discretion: { trigger: '整改\n不及时', gradeAtMost: 'fair' } } }).slice(1),
      '条件：酌情扣分：整改 不及时，最高评为“良”',
    ],
  ])('is printed with all its figures and named: %j', (printed, expected) => {
    expect(printed).toEqual([expected]);
    expect(readRule(expected)).toMatchObject({
      from: null,
      unknown: [],
      aside: [{ text: expected.replace(/^.*?：/, '') }],
    });
  });
});
