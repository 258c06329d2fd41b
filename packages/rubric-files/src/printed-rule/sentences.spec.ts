import type { Cases, Mark, Source, Votes } from '@mofan/rubric/language/source';
import type { Step } from '@mofan/rubric/language/step';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TableRule, type Titles, ruleLines } from './print-rule.ts';
import { isWhole, readRule } from './read-rule.ts';
import { isSame } from './sentence.ts';

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
    [step({ clamp: { least: '0', most: { minus: '3' } } }), '限于 0 至 满分减3 分'],
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
    const read = readRule(expected);
    expect([read.unknown, read.aside]).toEqual([[], []]);
  });
});

describe('whatever stands in a title', () => {
  const title = fc.constantFrom(
    '迟到',
    '“早退”',
    '甲；“乙”每次扣 1 分',
    '一、“二” 3',
    '三\n四',
    '其余：得 5 分',
    '条件：无',
    '》，最多 2 分',
  );
  const bound = fc.constantFrom(
    '5',
    '-2',
    '60%',
    { minus: '3' },
    { times: '1/3' },
    { greatest: ['0', { minus: '8' }] },
  );
  const rates = fc
    .array(
      fc.record(
        { title, per: fc.constantFrom('case' as const, 'occurrence' as const), points: fc.constant('2') },
        { requiredKeys: ['title', 'per', 'points'] },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((all) => all.map((each, at) => ({ ...each, id: `r${at}`, category: `r${at}` })));
  const cases: fc.Arbitrary<Cases> = fc.record({
    deduct: rates,
    add: rates,
    charge: fc.constantFrom('every' as const, 'heaviest' as const),
  });
  const votes: fc.Arbitrary<Votes> = fc.record({
    options: fc
      .array(fc.record({ title, worth: bound }), { minLength: 1, maxLength: 3 })
      .map((all) => all.map((each, at) => ({ code: `o${at}`, ...each }))),
  });
  const marks: fc.Arbitrary<Mark> = fc
    .array(fc.record({ grade: title, points: bound }), { minLength: 1, maxLength: 3 })
    .map((grades) => ({ grades }));
  const sources: fc.Arbitrary<Source> = fc.oneof(
    cases.map((each) => ({ cases: each })),
    votes.map((each) => ({ votes: each })),
    marks.map((mark) => ({ mark })),
  );

  /** The same without the codes that no paper has. */
  const plain = ({ cases, votes, mark }: Source): unknown => {
    const bare = (all: Cases['deduct']) => all?.map(({ id: _, category: __, ...each }) => each);
    if (cases) return { cases: { ...cases, deduct: bare(cases.deduct), add: bare(cases.add) } };
    return votes ? { votes: { options: votes.options.map(({ code: _, ...each }) => each) } } : { mark };
  };

  it('a rule is read back as it is, or named as left to readers', () =>
    fc.assert(
      fc.property(sources, (source) => {
        const read = readRule(from(source).join('\n'));
        expect(isWhole(read) ? isSame(read.from, plain(source)) : read.aside.length > 0 && read.from === null).toBe(
          true,
        );
      }),
      { numRuns: 2000 },
    ));
});
