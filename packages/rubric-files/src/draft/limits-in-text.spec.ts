import { describe, expect, it } from 'vitest';
import { limitsIn } from './limits-in-text.ts';

describe('limits', () => {
  it.each([
    ['每次扣2分，最多扣6分', '6'],
    ['每人次加1分，最多5分', '5'],
    ['每项加1分，最高不超过3分', '3'],
    ['加分不超过5分', '5'],
    ['每篇加0.5分，以3分为限', '3'],
    ['每篇加0.5分，5分封顶', '5'],
    ['每篇加0.5分，上限４分', '4'],
    ['每次扣1分，扣满3分为止', '3'],
    ['每次扣1分最多扣3分', '3'],
  ])('of %s', (text, points) => expect(limitsIn(text, '10').most).toMatchObject([{ points, whole: false }]));

  it.each(['累计不超过8分', '本项最多扣8分', '合计加分不超过8分'])('of all rates together in %s', (text) =>
    expect(limitsIn(text, '10').most).toMatchObject([{ points: '8', whole: true }]),
  );

  it.each(['扣完为止', '扣完该项分值为止', '不计负分', '不倒扣', '本项最低为0分'])('end at zero in %s', (text) =>
    expect(limitsIn(text, '10').floor).toEqual({ points: '0', quote: text }),
  );

  it('may leave something', () => {
    expect(limitsIn('每起扣3分，最低得2分', '10').floor).toEqual({ points: '2', quote: '最低得2分' });
    expect(limitsIn('每起扣3分，扣至5分为止', '10').floor).toEqual({ points: '5', quote: '扣至5分为止' });
  });

  it('that may be what is left or what is taken are none', () =>
    expect(limitsIn('每起扣3分，扣至2分为止', '10')).toEqual({ most: [], floor: null, charge: null }));

  it.each(['每月不超过2分', '每季度最多扣3分', '单次最多扣4分', '同类不超过2分', '每人每年最多加3分'])(
    'of a part of the time or of the cases are none of the year: %s',
    (text) => expect(limitsIn(`每例扣1分，${text}`, '10').most).toEqual([]),
  );

  it.each([
    ['取最高一项', 'heaviest'],
    ['只取最高项计分', 'heaviest'],
    ['就高不就低', 'heaviest'],
    ['同一奖项不重复计分，取最高一项', 'heaviest-per-act'],
    ['不重复加分', 'heaviest-per-act'],
  ])('say which cases count: %s', (text, by) => expect(limitsIn(text, '10').charge?.by).toBe(by));

  it.each(['每例扣1分', '满分10分', '按时完成'])('are none in %s', (text) =>
    expect(limitsIn(text, '10')).toEqual({ most: [], floor: null, charge: null }),
  );
});
