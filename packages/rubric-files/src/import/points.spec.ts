import { describe, expect, it } from 'vitest';
import { readWorth, takeWorth } from './points.ts';

describe('points in a text', () => {
  it.each([
    ['强化意识；（8分）', '强化意识；', '8'],
    ['强化意识（8 分）；', '强化意识；', '8'],
    ['强化意识(８．５分)', '强化意识', '8.5'],
    ['强化意识【8分】。', '强化意识。', '8'],
    ['强化意识（满分8.0分）', '强化意识', '8'],
    ['强化意识，8分。', '强化意识', '8'],
    ['强化意识 8分', '强化意识', '8'],
    ['政治型（100分）', '政治型', '100'],
  ])('are taken from the end of %s', (text, rest, points) =>
    expect(takeWorth(text)).toEqual({
      text: rest,
      worth: { points, weight: null, counts: 'points' },
      ambiguous: false,
    }),
  );

  it('are read within a text, which stays as it is', () => {
    const text = '政治建设（20分）：包括下列各项';
    expect(takeWorth(text)).toEqual({
      text,
      worth: { points: '20', weight: null, counts: 'points' },
      ambiguous: false,
    });
  });

  it('are the figure that is the sum of the others, wherever it stands', () => {
    const first = '学习（10分），其中：集中学习（6分）、自学（4分）';
    expect(takeWorth(first)).toMatchObject({ text: first, worth: { points: '10' } });
    expect(takeWorth('集中学习（6分）、自学（4分）（共10分）')).toMatchObject({
      text: '集中学习（6分）、自学（4分）',
      worth: { points: '10' },
    });
  });

  it('are not taken from a scale', () => {
    expect(takeWorth('优（10分）、良（8分）')).toMatchObject({ worth: { points: null }, ambiguous: true });
    expect(takeWorth('优 10分，良 8分').worth.points).toBeNull();
  });

  it('are not chosen among several within', () => {
    const text = '甲（5分）、乙（3分）均完成';
    expect(takeWorth(text)).toEqual({ text, worth: { points: null, weight: null, counts: 'points' }, ambiguous: true });
  });

  it.each(['每例扣1分', '发现一起扣 2分', '得分不低于 90分', '完成率不低于95%', '不合格的（扣3分）', '8分钟内响应'])(
    'are not seen in %s',
    (text) =>
      expect(takeWorth(text)).toEqual({
        text,
        worth: { points: null, weight: null, counts: 'points' },
        ambiguous: false,
      }),
  );

  it('are a weight when they are a percentage', () => {
    expect(takeWorth('组织建设（30％）')).toMatchObject({
      text: '组织建设',
      worth: { points: null, weight: '30%', counts: 'points' },
    });
  });
});

describe('a cell of points', () => {
  it.each([
    ['38', '38'],
    ['３８分', '38'],
    ['（38.50）', '38.5'],
  ])('reads %s', (cell, points) =>
    expect(readWorth(cell, 'points')).toEqual({ points, weight: null, counts: 'points' }),
  );

  it.each([
    ['+5', '5', 'bonus'],
    ['加5分', '5', 'bonus'],
    ['最多加5分', '5', 'bonus'],
    ['加分，最多5分', '5', 'bonus'],
    ['扣3', '3', 'penalty'],
    ['－3分', '3', 'penalty'],
    ['−3', '3', 'penalty'],
    ['—', null, 'none'],
    ['不计分', null, 'none'],
  ])('says in %s how it counts', (cell, points, counts) =>
    expect(readWorth(cell, 'points')).toEqual({ points, weight: null, counts }),
  );

  it('reads a fraction of the whole as a weight', () => expect(readWorth('2/5', 'weight')?.weight).toBe('2/5'));

  it.each(['5-10', '每项2分', '待定'])('does not read %s', (cell) => expect(readWorth(cell, 'points')).toBeNull());

  it('reads a percentage as a weight, and plain numbers so in a column of weights', () => {
    expect([readWorth('10%', 'points'), readWorth('0.1', 'weight')]).toEqual([
      { points: null, weight: '10%', counts: 'points' },
      { points: null, weight: '0.1', counts: 'points' },
    ]);
  });
});
