import { describe, expect, it } from 'vitest';
import { gradesIn } from './grades-in-text.ts';

const shown = (text: string): string[] =>
  gradesIn(text).map(({ title, of, ends }) => `${title} ${of} ${JSON.stringify(ends).replaceAll('"', '')}`);

describe('grades of each line', () => {
  it.each([
    [
      '优按满分，良扣1-3分、一般扣3-5分，不合格按一半以下分值计分',
      [
        '优 line {from:{minus:0},to:{minus:0}}',
        '良 line {from:{minus:3},to:{minus:1}}',
        '一般 line {from:{minus:5},to:{minus:3}}',
        '不合格 line {from:0,to:{times:1/2}}',
      ],
    ],
    [
      '优秀按满分计，良好按80%计，一般按60%计，差不得分',
      [
        '优秀 line {from:{minus:0},to:{minus:0}}',
        '良好 line {from:80%,to:80%}',
        '一般 line {from:60%,to:60%}',
        '差 line {from:0,to:0}',
      ],
    ],
    [
      '好的得满分，较好扣1-2分，差的不得分',
      ['好 line {from:{minus:0},to:{minus:0}}', '较好 line {from:{minus:2},to:{minus:1}}', '差 line {from:0,to:0}'],
    ],
    ['良好：满分的80%-99%；合格：60％以下', ['良好 line {from:80%,to:99%}', '合格 line {from:0,to:60%}']],
    ['优秀得10分，良好得8分', ['优秀 points {from:10,to:10}', '良好 points {from:8,to:8}']],
  ])('%s', (text, grades) => expect(shown(text)).toEqual(grades));
});

describe('grades of the whole', () => {
  it.each([
    [
      '优：90分以上（含），良：80分以上，差：80分以下',
      ['优 total {from:90}', '良 total {from:80}', '差 total {below:80}'],
    ],
    ['A：90-100分；B级：75—89分', ['A total {from:90,to:100}', 'B total {from:75,to:89}']],
    ['优秀（90-100）、不合格（60以下）', ['优秀 total {from:90,to:100}', '不合格 total {below:60}']],
    [
      '90分（含）以上为优秀，75（含）-90分为良好，60分以上不足75分为合格，60分以下为不合格',
      [
        '优秀 total {from:90}',
        '良好 total {from:75,below:90}',
        '合格 total {from:60,below:75}',
        '不合格 total {below:60}',
      ],
    ],
    ['95分以上的，评定为A级；低于60分的，评定为D级', ['A total {from:95}', 'D total {below:60}']],
    ['90分以上（不含）为优秀', ['优秀 total {above:90}']],
  ])('%s', (text, grades) => expect(shown(text)).toEqual(grades));
});

describe('no grades', () => {
  it.each([
    '评为优秀等次的不超过20%',
    '合格率达到90%以上得满分，每低1%扣1分',
    '优先保障；改良流程3次；5G建设',
    '考核结果分为优秀、良好、合格三个等次',
  ])('are in %s', (text) => expect(shown(text)).toEqual([]));

  it('are found in no time in a text of a stranger', () => {
    const began = performance.now();
    for (const text of ['优'.repeat(20_000), '9'.repeat(20_000), '90分 '.repeat(6000), '优 '.repeat(10_000)])
      gradesIn(text);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
