import { describe, expect, it } from 'vitest';
import { ruleWording } from './rule-wording.ts';
import { smallTable } from './small-table.fixture.ts';

/** The rule of the only line of a table, or of the whole. */
const rule = (line: object, of: 'line' | 'whole' = 'line', head: object = {}) => {
  const rubric = smallTable({
    points: 10,
    ...head,
    children: [{ id: 'a', text: '甲，整改不及时', points: 10, ...line }],
  });
  return ruleWording(rubric, of === 'line' ? rubric.leaves[0]! : rubric.total);
};

describe('the rule of a line holds all that makes its figure', () => {
  it('a count that is asked for, and what a deduction at discretion leaves', () => {
    const mark = {
      grades: [
        { grade: 'excellent', points: 10 },
        { grade: 'qualified', points: 6 },
      ],
      caps: [{ metric: 'sessions', least: 12, gradeAtMost: 'qualified' }],
      discretion: { trigger: '整改不及时', gradeAtMost: 'qualified' },
    };
    const said = rule({ from: { mark } }, 'line', {
      metrics: [{ id: 'sessions', title: '学习次数', counts: 'study' }],
    });
    expect(said.zh).toBe('评等次：优秀 10、合格 6，学习次数不足12次的，等次不高于“合格”，酌情扣分的，等次不高于“合格”');
    expect(said.en).toBe(
      'graded: 优秀 10, 合格 6, graded “合格” at most below 12 of 学习次数, graded “合格” at most with a deduction at discretion',
    );
  });

  it('whose marks count how much, and how many there must be', () => {
    const groups = [
      { id: 'leaders', title: '领导', weight: '60%' },
      { id: 'peers', title: '同事', weight: '40%' },
    ];
    const said = rule({ from: { mark: { step: 1, raters: { combine: { by: 'mean' }, groups, least: 3 } } } });
    expect(said.zh).toBe('打分，以 1 分为单位，多人评分：各份平均，各组权重：领导 60%、同事 40%，不足 3 人的待定');
    expect(said.en).toBe(
      'marked in steps of 1, several assessors: the mean of the marks, weights: 领导 60%, 同事 40%, open below 3 of them',
    );
  });

  it('among which units it is compared', () => {
    const relative = { best: 'highest', among: 'kind', share: 'of-points' };
    const said = rule({ from: { mark: { step: 1 } }, steps: [{ relative }] });
    expect(said.zh).toBe('打分，以 1 分为单位；与同组单位（按单位属性“kind”分组）中最高者之比乘满分');
    expect(said.en).toBe(
      'marked in steps of 1; full marks in proportion to the highest of the units of the group (by the attribute “kind”)',
    );
  });

  it('what becomes of it where it does not apply, and of its group', () => {
    const line = { from: { mark: { step: 1 } }, notApplicable: 'exclude' };
    expect(rule(line).zh).toBe('打分，以 1 分为单位；不适用时不计入');
    const whole = rule(line, 'whole', { notApplicable: 'rescale' });
    expect(whole.zh).toBe('各项合计；有不适用的，按其余各项换算到满分');
    expect(whole.en).toBe('the sum of the parts; scaled up to its points where parts do not apply');
  });
});
