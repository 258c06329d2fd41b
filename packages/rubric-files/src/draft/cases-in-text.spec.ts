import { describe, expect, it } from 'vitest';
import { ratesIn } from './cases-in-text.ts';

const told = (text: string, context?: string): string[] =>
  ratesIn(text, context).map(({ title, per, adds, points }) => `${title} ${per} ${adds ? '+' : '-'}${points}`);

describe('a rate', () => {
  it.each([
    ['被效能告诫的每例扣 1分', '被效能告诫 case -1'],
    ['其他形式处理一次扣0.5分', '其他形式处理 occurrence -0.5'],
    ['获省级表彰的每项加3分', '获省级表彰 case +3'],
    ['发生一例违纪案件扣3分', '发生违纪案件 case -3'],
    ['发生一般事故一起扣3分', '发生一般事故 case -3'],
    ['迟到、早退一次扣1分', '迟到、早退 occurrence -1'],
    ['一项不符合要求扣1分', '不符合要求 case -1'],
    ['信息被采用一篇，加2分', '信息被采用 case +2'],
    ['被媒体曝光1次扣２．５分', '被媒体曝光 occurrence -2.5'],
    ['每延迟一天扣0.5分', '每延迟一天 occurrence -0.5'],
    ['每人次加1分，最多5分', '每人次 occurrence +1'],
  ])('is read in %s', (text, rate) => expect(told(text)).toEqual([rate]));

  it('is called by what stands before it where its own words do not say what happened', () => {
    expect(told('未按时报送材料，每次扣2分。')).toEqual(['未按时报送材料 occurrence -2']);
    expect(told('全年不发生责任事故，每发生一起扣2分，扣完为止')).toEqual(['发生责任事故 case -2']);
    expect(told('台账齐全；每缺一项扣1分')).toEqual(['台账齐全（每缺一项） case -1']);
  });

  it('is called by what its line is about where it stands alone beside it', () => {
    expect(told('发生一例扣3分', '无违规违纪问题')).toEqual(['发生违规违纪问题 case -3']);
    expect(told('少一次扣2分，扣完为止', '每月开展一次隐患排查')).toEqual([
      '每月开展一次隐患排查（少一次） occurrence -2',
    ]);
    expect(told('发生一例扣3分')).toEqual(['发生一例 case -3']);
  });

  it('is one of several, each with its own quote', () => {
    const text = '获国家级奖项的每项加5分，省级每项加3分，市级每项加1分；取最高一项';
    expect(told(text)).toEqual(['获国家级奖项 case +5', '省级 case +3', '市级 case +1']);
    expect(ratesIn(text).map(({ quote }) => quote)).toEqual([
      '获国家级奖项的每项加5分',
      '省级每项加3分',
      '市级每项加1分',
    ]);
  });

  it('is set for each post', () =>
    expect(told('受到党纪处分的，主要负责人扣3分、班子成员扣2分、一般人员扣1分')).toEqual([
      '受到党纪处分（主要负责人） case -3',
      '受到党纪处分（班子成员） case -2',
      '受到党纪处分（一般人员） case -1',
    ]));

  it.each(['不达标的扣3分，酌情扣分', '每低1个百分点扣1分', '最多扣6分', '优秀得10分'])('is none in %s', (text) =>
    expect(told(text)).toEqual([]),
  );

  it.each([
    '第二起起每起扣10分',
    '超过5次的每次扣1分',
    '被通报的一次性扣5分',
    '每次在总分中扣2分',
    '首次免扣后每次扣1分',
  ])('that is not the same for each case is none: %s', (text) => expect(told(text)).toEqual([]));

  it('is not called by a word of scoring', () => {
    expect(told('每超时1件扣3分')).toEqual(['超时 case -3']);
    expect(told('按最高扣分计，每次扣2分', '迟到')).toEqual(['迟到（每次） occurrence -2']);
  });

  it('stands word for word in its text', () => {
    const text = '单位负责人受到刑事处罚的一例扣５分，工作人员受到的一例扣2分。';
    for (const { quote, from, to } of ratesIn(text)) expect(text.slice(from, to)).toBe(quote);
  });

  it('is looked for in no time in a text of a stranger', () => {
    const began = performance.now();
    for (const text of ['每 '.repeat(10_000), '发生'.repeat(15_000), '一次'.repeat(15_000), '9'.repeat(30_000)])
      ratesIn(text);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
