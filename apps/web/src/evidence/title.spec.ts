import { describe, expect, it } from 'vitest';
import { finishedTitle, nextTitle } from './title.ts';

describe('nextTitle', () => {
  it.each([
    ['第 8 次集中学习：党的重要法规', '第 9 次集中学习：'],
    ['第11次集中学习：二十届四中全会精神', '第12次集中学习：'],
    ['第九次集中学习：党章', '第十次集中学习：'],
    ['第十九讲：党史', '第二十讲：'],
    ['第二十次集中学习', '第二十一次集中学习'],
    ['8 月主题党日：走访', '9 月主题党日：'],
    ['志愿服务：文明路口', '志愿服务：'],
    ['谈心谈话', '谈心谈话'],
  ])('makes of %s the form %s', (last, next) => expect(nextTitle(last, '2025-09-18')).toBe(next));
});

describe('finishedTitle', () => {
  it('drops a colon with nothing behind it', () => expect(finishedTitle('第 9 次集中学习： ')).toBe('第 9 次集中学习'));
  it('keeps a subject', () => expect(finishedTitle('党课：纪律')).toBe('党课：纪律'));
});
