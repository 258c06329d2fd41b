import { describe, expect, it } from 'vitest';
import { ratesIn } from './cases-in-text.ts';
import { limitsIn } from './limits-in-text.ts';
import { clampsOf, placedLimits } from './stated-limits.ts';

const placed = (text: string) => {
  const read = [{ rates: ratesIn(text), limits: limitsIn(text, '10') }];
  const { ofRate, together, quotes } = placedLimits(read);
  const each = read[0]!.rates.map((rate) => ofRate.get(rate) ?? '');
  return { each, steps: clampsOf({ points: '10', counts: 'points' }, read, together), quotes };
};

describe('a limit', () => {
  it('after several rates of one sentence is of them all', () =>
    expect(placed('缺席每次扣1分，早退每次扣0.5分，最多扣3分')).toEqual({
      each: ['', ''],
      steps: [{ clamp: { least: { minus: '3' } } }],
      quotes: ['最多扣3分'],
    }));

  it('after each of them is its own', () =>
    expect(placed('缺席每次扣1分最多扣3分，早退每次扣0.5分最多扣2分')).toMatchObject({ each: ['3', '2'], steps: [] }));

  it('of a bonus and of a penalty are each its own', () =>
    expect(placed('表扬每次加1分，批评每次扣1分，最多加3分，最多扣5分').each).toEqual(['3', '5']));

  it('of some of several rates is not taken for one of them', () =>
    expect(placed('旷工每天扣5分；缺席每次扣1分，早退每次扣0.5分，最多扣3分')).toEqual({
      each: ['', '', ''],
      steps: [],
      quotes: [],
    }));

  it('stands beside a floor where both can bind', () =>
    expect(placed('缺席每次扣1分，早退每次扣1分，最多扣9分，最低得2分').steps).toEqual([
      { clamp: { least: { minus: '9' } } },
      { clamp: { least: '2' } },
    ]));
});
