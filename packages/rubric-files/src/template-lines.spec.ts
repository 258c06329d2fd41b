import { leavesOf } from '@mofan/rubric/tree';
import { describe, expect, it } from 'vitest';
import { type Rows, draftOfFilled } from './filled-template.fixture.ts';

const LINES: Rows = [
  [4, '甲', '乙', '投诉', 50, '', '', '扣分加分'],
  [5, '', '', '卫生', 25, '', '', '打分'],
  [5, '', '', '消防', 25, '', '', '扣分加分'],
];
const rate = (line: number) => [line, '过期', '扣', 2];
const draft = async (rates: Rows) =>
  draftOfFilled({ rows: LINES, rules: { 扣分加分: [[4, '有责', '扣', 1], ...rates] } });

describe('a row of a rule', () => {
  it.each([
    ['a number that the program made up', 6],
    ['a number that two lines have', 5],
  ])('of %s is read for no line, and told', async (_, line) => {
    const { rubric, report } = await draft([rate(line)]);
    expect(leavesOf(rubric).map(({ from }) => from.cases?.deduct?.map(({ title }) => title))).toEqual([
      ['有责'],
      undefined,
      undefined,
    ]);
    expect(
      report.filter(({ place, kind }) => place === '扣分加分!A3' && kind === 'not-understood').map(({ zh }) => zh),
    ).toEqual([`“考核指标”中没有序号“${line}”，或不止一条；按“扣分加分”计的序号：4；整行未读入：${line}｜过期｜扣｜2`]);
  });

  it('of figures to choose from is told where one is more than the line is worth', async () => {
    const { rubric, report } = await draftOfFilled({
      rows: [[1, '甲', '乙', '台账', 10, '', '', '列举值', '0、5、15']],
    });
    expect(leavesOf(rubric)[0]?.from.mark).toEqual({ step: '0.5' });
    expect(report.map(({ zh }) => zh)).toContain(
      '序号 1 的计分方式是“列举值”，但“计分说明”的 15 高于本条的 10 分，没有读入',
    );
  });
});
