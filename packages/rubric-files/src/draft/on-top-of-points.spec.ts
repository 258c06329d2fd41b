import { describe, expect, it } from 'vitest';
import { drawn, said } from '../drawn-outline.fixture.ts';
import { type Rows, draftOfFilled, filledIn } from '../filled-template.fixture.ts';
import { importOutline } from '../import/outline-of.ts';
import { totalOf } from '../scored-draft.fixture.ts';
import { type WrittenTable, writtenXlsx } from '../written-files.fixture.ts';
import { draftOf } from './draft-of.ts';

const outlineOf = async (rows: WrittenTable['rows']) => importOutline(await writtenXlsx({ before: ['考核表'], rows }));
const IMPRINT = { id: 'imported', version: '2026', issuedBy: '综合科', printedOn: '2026-01-01' };

describe('a template with 加分 and 扣分 lines alone in a 类别 or 项目', () => {
  const rows: Rows = [
    [1, '工作', '日常', '完成任务', 100, '', '', '打分'],
    [2, '奖惩', '奖', '获表彰', 5, '加分', '', '扣分加分'],
    [3, '', '惩', '被投诉', 10, '扣分', '', '扣分加分'],
    [4, '其他', '', '编制人数', '', '不计分', '', '打分'],
  ];
  const rules = {
    扣分加分: [
      [2, '获省级表彰', '加', 5],
      [3, '被投诉查实', '扣', 5],
    ],
  };

  it('counts them: nothing happened leaves full marks, each case is added or taken off', async () => {
    const drafted = await draftOfFilled({ rows, rules });
    const total = (cases: unknown[]) => totalOf(drafted, { marks: { 1: 90 }, cases });
    expect([total([]), total([{ category: 'line-3-1' }]), total([{ category: 'line-2-1' }])]).toEqual([
      '90',
      '85',
      '95',
    ]);
  });

  it('makes each group what its lines are, and one of both worth nothing of its own', async () => {
    const { children, points } = await importOutline(await filledIn({ rows, rules }));
    expect(drawn(children).filter((line) => !/[1-4] /.test(line))).toEqual([
      '工作 100分',
      '  日常 100分',
      '奖惩 0分',
      '  奖 +5分',
      '  惩 扣10分',
      '其他 不计分',
    ]);
    expect(points).toBe('100');
  });

  it('may be all there is', async () => {
    const drafted = await draftOfFilled({ rows: [[1, '', '', '被投诉', 10, '扣分', '', '打分']] });
    expect(totalOf(drafted, { marks: { 1: 4 } })).toBe('-4');
  });
});

describe('a group 加分项 of an office', () => {
  const rows: WrittenTable['rows'] = [
    ['项目', '考核内容', '分值'],
    ['工作', '完成任务', 100],
    ['加分项', '获表彰每次加2分（最多6分）', ''],
  ];

  it('has the limit that the words of its line state, and counts', async () => {
    const outline = await outlineOf(rows);
    expect(drawn(outline.children).slice(2)).toEqual(['2 加分项 +6分', '  2.1 获表彰每次加2分（最多6分） +6分']);
    expect(said(outline, 'guessed')).toContain('Sheet1!B4：2.1 获表彰每次加2分（最多6分）：最多加 6 分，取自“最多6分”');
    const drafted = draftOf(outline, IMPRINT);
    expect(totalOf(drafted, { marks: { '1.1': 90 }, cases: [{ category: 'line-2-1-1', times: 4 }] })).toBe('96');
  });

  it('that says no limit at all is told, for it does not count', async () => {
    const outline = await outlineOf([...rows.slice(0, 2), ['加分项', '获表彰每次加2分', '']]);
    expect(said(outline, 'not-understood')).toEqual(['Sheet1!B4：2.1 获表彰每次加2分：没有写明最多加多少分，暂不计入']);
  });

  it('is one too where only its lines say so, and its points are their limit', async () => {
    const { children } = await outlineOf([
      ['项目', '分值', '考核内容', '分值'],
      ['工作', 100, '完成任务', 100],
      [{ text: '创新', rowSpan: 2 }, { text: 4, rowSpan: 2 }, '论文', '+3'],
      ['课题', '+3'],
    ]);
    expect(drawn(children).slice(2)).toEqual(['2 创新 +4分', '  2.1 论文 +3分', '  2.2 课题 +3分']);
  });

  it('of bonuses and penalties cannot have points of its own, which is told', async () => {
    const outline = await outlineOf([
      ['项目', '分值', '考核内容', '分值'],
      ['工作', 100, '完成任务', 100],
      [{ text: '奖惩', rowSpan: 2 }, { text: 4, rowSpan: 2 }, '论文', '+3'],
      ['通报', '扣3'],
    ]);
    expect(drawn(outline.children)[2]).toBe('2 奖惩 0分');
    expect(said(outline, 'not-understood')).toEqual(['Sheet1!A4：奖惩：写明 4 分，但下级只有加分和扣分，未采用']);
  });
});
