import { describe, expect, it } from 'vitest';
import { FactsFault, readFacts } from './read.ts';
import { periodFault } from './series-periods.ts';

describe('the periods of a series', () => {
  it.each([
    [['2025', '2026']],
    [['2026-H1', '2026-H2']],
    [['2026-Q1', '2026-Q4']],
    [['2026-01', '2026-12']],
    [['2026-01-05', '2026-12-31']],
  ])('may be %j', (periods) => expect(periodFault(periods)).toBeNull());

  it.each([
    ['2026-4', '“2026-4”请写 2026-04'],
    ['2026.4', '“2026.4”请写 2026-04'],
    ['2026年10月', '“2026年10月”请写 2026-10'],
    ['2026Q2', '“2026Q2”请写 2026-Q2'],
    ['2026年第三季度', '“2026年第三季度”请写 2026-Q3'],
    ['2026年上半年', '“2026年上半年”请写 2026-H1'],
    ['2026年度', '“2026年度”请写 2026'],
    ['2026/1/5', '“2026/1/5”请写 2026-01-05'],
  ])('%s is told in the form that is read', (period, zh) =>
    expect(periodFault(['2026-01', period])).toMatchObject({ period, said: { zh } }),
  );

  it.each([['一季度'], ['abc'], ['2026-13'], ['2026-Q5'], ['2026-1-32']])('%s is told to be none', (period) =>
    expect(periodFault([period])?.said.zh).toContain(`“${period}”不是期，月份应如 2026-01`),
  );

  it('are of one kind, or nobody could say which comes first', () =>
    expect(periodFault(['2026-01', '2026-Q2'])).toMatchObject({
      period: '2026-Q2',
      said: { zh: '“2026-Q2”与“2026-01”不是同一种期，同一组按期数据只能用一种写法' },
    }));

  it('stand wrong in a facts file at their key', () => {
    const facts = { units: { 东区: { numbers: { air: { '2026-01': 1, 一季度: 2 } } } } };
    const fault = ((): unknown => {
      try {
        return readFacts(facts);
      } catch (error) {
        return error;
      }
    })();
    expect(fault).toBeInstanceOf(FactsFault);
    expect(fault).toMatchObject({
      path: ['units', '东区', 'numbers', 'air', '一季度'],
      named: true,
      said: { zh: expect.stringContaining('东区，数值（numbers），air：“一季度”不是期') },
    });
  });
});
