import { describe, expect, it } from 'vitest';
import { leftOfLine } from './left-of-line.ts';

const beside = (text: string, ...quotes: string[]) => leftOfLine([{ text, scoring: true }], quotes, '10');

describe('beside what was read', () => {
  it.each([
    '缺三项以上全扣',
    '逾期10日以上本项0分',
    '每月不超过2分',
    '每季度最多扣3分',
    '单次最多扣4分',
    '弄虚作假的不得分',
    '扣分不超过本项分值的50%',
    '逾期未整改加倍扣分',
    '同类不超过2篇',
    '首次免扣',
    '试用期人员减半',
    '30日内整改的不扣分',
    '主要负责人加倍',
    '（班子成员3分）',
    '（因公除外）',
    '当年累计5次以上的全部扣除',
    '情节严重的加重处理',
    '由责任科室承担50%',
    '并取消评优资格',
  ])('%s is left', (clause) => expect(beside(`每次扣1分，${clause}`, '每次扣1分')).toEqual([clause]));

  it.each(['以台账为准', '由办公室负责', '分管领导签字', '（10分）', '本项满分10分'])(
    '%s says nothing of scoring',
    (clause) => expect(beside(`每次扣1分，${clause}`, '每次扣1分')).toEqual([]),
  );

  it('a clause that holds a quote is not what the quote was read of', () =>
    expect(beside('每次扣1分，最多扣3分，每季度最多扣3分', '每次扣1分', '最多扣3分')).toEqual(['每季度最多扣3分']));

  it('the words are left that no quote holds', () =>
    expect(beside('每次扣1分，每月不超过2分', '每次扣1分', '不超过2分')).toEqual(['每月']));
});

describe('without anything read', () => {
  it.each(['10-15分钟5分', '满意率×20', '国家级10分/篇', '省级3分、市级2分、县级1分', '满意8-10分'])(
    '%s is an amount that nobody has read',
    (text) => expect(beside(text)).toEqual([text]),
  );

  it.each(['每月开展一次检查', '10分钟以内办结', '分类管理', '加分项'])('%s is a duty or a name', (text) =>
    expect(beside(text)).toEqual([]),
  );
});

it('is looked for in no time in a text of a stranger', () => {
  const began = performance.now();
  for (const text of ['（'.repeat(2000), '1 '.repeat(1000), '第'.repeat(2000), '每 '.repeat(1000)]) beside(text);
  expect(performance.now() - began).toBeLessThan(1000);
});
