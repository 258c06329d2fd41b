import { describe, expect, it } from 'vitest';
import type { PrintedTables } from '../outline.ts';
import { saidInPrint } from './printed-notes.ts';

const row = (text: string) => ({ title: '', text, place: '' });
const PRINTED: PrintedTables = {
  groups: new Map(),
  whole: row('各项相加\n分档：≥ 90：为“优秀”；< 90：为“合格”\n有“瞒报的一票否决”的，为 0 分'),
  scale: null,
  rounding: row('四舍五入，保留1位小数'),
  grades: row('“优秀”\n“合格”'),
  levels: null,
};

describe('a sentence of the note of an export', () => {
  it.each([
    '90分以上为优秀，其余为合格',
    '瞒报的一票否决',
    '得分保留一位小数',
    '考核指标满分500分，分为五项，每项100分',
    '每季度汇总一次',
  ])('%s: is said by the rules behind the table', (sentence) => expect(saidInPrint(sentence, PRINTED)).toBe(true));

  it.each([
    '80分以上为优秀',
    '90分以上为一等',
    '发生事故的，一票否决，总分记0分',
    '得分保留两位小数',
    '受处分的总分不超过60分',
    '迟到一次扣1分',
  ])('%s: is not', (sentence) => expect(saidInPrint(sentence, PRINTED)).toBe(false));
});
