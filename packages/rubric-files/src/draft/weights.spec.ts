import { loadRubric } from '@mofan/rubric/load';
import { describe, expect, it } from 'vitest';
import { said } from '../drawn-outline.fixture.ts';
import { type Rows, draftOfFilled, filledIn } from '../filled-template.fixture.ts';
import { importOutline } from '../import/outline-of.ts';
import { totalOf } from '../scored-draft.fixture.ts';
import { type WrittenTable, writtenXlsx } from '../written-files.fixture.ts';

const outlineOf = async (rows: WrittenTable['rows']) => importOutline(await writtenXlsx({ before: ['考核表'], rows }));

describe('weights in a filled template', () => {
  const HALF = [
    [1, '甲', '', '业绩', '', '', '30%', '打分'],
    [2, '', '', '产量', '', '', 0.3, '打分'],
  ] satisfies Rows;
  const REST = [
    [3, '乙', '', '纪律', '', '', '30', '打分'],
    [4, '', '', '学习', '', '', '10%', '打分'],
  ] satisfies Rows;
  const MARKS = { 1: 100, 2: 50, 3: 80, 4: 60 };

  it('count by their part of the whole, however each is written, and through the groups', async () => {
    const drafted = await draftOfFilled({ rows: [...HALF, ...REST] });
    expect(totalOf(drafted, { marks: MARKS })).toBe('75'); // 30 + 15 + 24 + 6
    expect(drafted.rubric.from).toEqual({ combine: { by: 'weighted' } });
    expect(drafted.report.filter(({ kind }) => kind !== 'understood')).toEqual([]);
  });

  it('count through 类别 and 项目', async () => {
    const rows = [HALF[0]!.with(2, 'A'), HALF[1]!, REST[0]!.with(2, 'B'), REST[1]!];
    expect(totalOf(await draftOfFilled({ rows }), { marks: MARKS })).toBe('75');
  });

  it('go together with lines of 加分 and 扣分, which have none', async () => {
    const rows: Rows = [
      ...HALF,
      ...REST,
      [5, '奖惩', '奖', '获表彰', 5, '加分', '', '打分'],
      [6, '', '惩', '被投诉', 10, '扣分', '', '打分'],
      [7, '创新', '', '论文', 5, '加分', '', '打分'],
    ];
    const drafted = await draftOfFilled({ rows });
    expect(totalOf(drafted, { marks: { ...MARKS, 5: 1, 6: 4, 7: 2 } })).toBe('74');
    expect(drafted.report.filter(({ kind }) => kind === 'not-understood')).toEqual([]);
  });

  it('beside points are told, where nothing counts by them', async () => {
    const rows: Rows = [
      [1, '甲', '', '业绩', 60, '', '20%', '打分'],
      [2, '', '', '产量', 40, '', '', '打分'],
    ];
    expect(said(await importOutline(await filledIn({ rows })), 'not-understood')).toEqual([
      '考核指标!D3：1 业绩：权重 20% 没有用上：已按分值计，各项权重合计也不是 100%',
    ]);
  });
});

describe('weights in a table of an office', () => {
  it('of a group need none at its only line', async () => {
    const outline = await outlineOf([
      ['项目', '权重（%）', '内容'],
      ['工作业绩', 50, '完成年度任务'],
      ['工作纪律', 30, '遵守纪律'],
      ['廉洁自律', '20', '无处分'],
    ]);
    expect(said(outline, 'not-understood')).toEqual([]);
    expect(outline.children.map(({ weight }) => weight)).toEqual(['50%', '30%', '20%']);
  });

  it('that only repeat the points are said to be left aside', async () => {
    const outline = await outlineOf([
      ['指标', '权重', '考核内容', '分值'],
      ['党建', '40%', '支部建设', 40],
      ['业务', '60%', '任务完成', 60],
    ]);
    expect(said(outline, 'left-aside')).toEqual(['Sheet1!A3：权重只是重复各项分值所占的比例，按分值计']);
  });

  it('in plain numbers are percent, 1 too where that makes a whole', async () => {
    const drafted = await draftOfFilled({
      rows: [
        [1, '甲', '', '业绩', '', '', 99, '打分'],
        [2, '乙', '', '学习', '', '', 1, '打分'],
      ],
    });
    expect(loadRubric(drafted.rubric).groups.map(({ weight }) => `${weight?.n}/${weight?.d}`)).toEqual([
      '99/100',
      '1/100',
    ]);
  });
});
