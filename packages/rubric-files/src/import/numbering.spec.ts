import { describe, expect, it } from 'vitest';
import { numberedParts, withoutMarker } from './numbering.ts';

describe('the number that a line begins with', () => {
  it.each([
    ['1.强化', '1', '强化'],
    ['1．强化', '1', '强化'],
    ['１２、强化', '12', '强化'],
    ['1、2020年完成', '1', '2020年完成'],
    ['2.2020年完成', '2', '2020年完成'],
    ['（1）强化', '1', '强化'],
    ['(3) 强化', '3', '强化'],
    ['3）强化', '3', '强化'],
    ['⑫强化', '12', '强化'],
    ['⑶强化', '3', '强化'],
    ['一、强化', '1', '强化'],
    ['（十二）强化', '12', '强化'],
    ['1.2 强化', '1.2', '强化'],
    ['1.1分管领导负责', '1.1', '分管领导负责'],
    ['01.强化', '1', '强化'],
  ])('is read in %s', (line, number, text) => expect(withoutMarker(line)).toEqual({ number, text }));

  it.each([
    '0.5分以上',
    '1.5分',
    '2020年完成',
    '《2020年计划》',
    '（8分）',
    '3次以上',
    '一是强化',
    '12.5%以上',
    '2020.10.13',
  ])('is not seen in %s', (line) => expect(withoutMarker(line)).toEqual({ number: '', text: line }));
});

describe('the parts of a cell', () => {
  const partsOf = (text: string) => numberedParts(text).parts.map((lines) => lines.join('|'));

  it('begin with numbers of one kind; other kinds stay within', () => {
    expect(partsOf('1.甲：\n（1）乙\n（2）丙\n2.丁\n续行')).toEqual(['1.甲：|（1）乙|（2）丙', '2.丁|续行']);
  });

  it('keep what stands before the first number apart', () => {
    expect(numberedParts('内容如下：\n1.甲\n2.乙')).toEqual({ lead: ['内容如下：'], parts: [['1.甲'], ['2.乙']] });
  });

  it('are found within a line where the numbers go on without a gap', () => {
    expect(partsOf('1.甲；2.乙。3.丙')).toEqual(['1.甲；', '2.乙。', '3.丙']);
    expect(partsOf('（1）甲（8分）（2）乙（2分）')).toEqual(['（1）甲（8分）', '（2）乙（2分）']);
  });

  it.each([
    '1.按时完成；2020年起每季一次；0.5分起扣',
    '1.甲；3.乙',
    '按2.0版执行；1.5倍计',
    '1.见《条例》（2018）第2.3条',
  ])('are not made of %s', (text) => expect(numberedParts(text).parts.length).toBeLessThanOrEqual(1));
});
