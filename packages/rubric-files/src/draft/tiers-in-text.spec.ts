import { describe, expect, it } from 'vitest';
import { tiersIn } from './tiers-in-text.ts';

const shown = (text: string): string[] | null => {
  const tiers = tiersIn(text);
  if (!tiers) return null;
  const bands = tiers.bands.map((band) => JSON.stringify(band).replaceAll('"', ''));
  return [`${tiers.title} ${tiers.unit}`.trim(), ...bands];
};

describe('tiers of one number', () => {
  it.each([
    [
      '完成率95%以上得60分，90%以上得50分，其余不得分',
      ['完成率 %', '{from:95,points:60}', '{from:90,below:95,points:50}', '{below:90,points:0}'],
    ],
    [
      '化解率≥98%得25分，95%（含）—98%得20分，90%（含）—95%得10分，90%以下0分。',
      [
        '化解率 %',
        '{from:98,points:25}',
        '{from:95,below:98,points:20}',
        '{from:90,below:95,points:10}',
        '{below:90,points:0}',
      ],
    ],
    [
      '95分及以上得100分；90（含）-95分得80分；90分以下得0分',
      ['分', '{from:95,points:100}', '{from:90,below:95,points:80}', '{below:90,points:0}'],
    ],
    ['满意率达到９０％得满分，否则不得分', ['满意率 %', '{from:90,points:{minus:0}}', '{below:90,points:0}']],
    ['投诉超过3件的不得分，3件及以下的得10分', ['投诉 件', '{above:3,points:0}', '{to:3,points:10}']],
  ])('%s', (text, bands) => expect(shown(text)).toEqual(bands));
});

describe('no tiers', () => {
  it.each([
    ['leave some values without points', '90%以上得10分，80%以上得5分'],
    ['leave a gap', '90%以上得10分，70%-80%得5分，70%以下不得分'],
    ['are of two numbers', '办结率95%以上得10分，满意率90%以上得5分，其余不得分'],
    ['are one alone', '其余不得分'],
    ['leave one out that is not read', '合格率98%以上且无投诉得10分，95%以上得6分，其余不得分'],
    ['leave the best out', '办结率100%得10分，95%以上得8分，其余得0分'],
    ['take off', '95%以上得10分，每低1个百分点扣1分'],
  ])('are in what would %s', (_, text) => expect(shown(text)).toBeNull());

  it('are found in no time in a text of a stranger', () => {
    const began = performance.now();
    for (const text of ['9'.repeat(2000), '90%以上'.repeat(500), '得10分，'.repeat(500), '的达在为'.repeat(500)])
      tiersIn(text);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
