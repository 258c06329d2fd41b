import ExcelJS from '@protobi/exceljs';
import { describe, expect, it } from 'vitest';
import { importOutline } from './import/outline-of.ts';
import { SCORING_WAYS, writeTemplate } from './template.ts';

/** The template as a clerk returns it; the rows begin below the headings. */
async function filledIn(rows: (string | number)[][], title = '某局考核表'): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeTemplate()).buffer as ArrayBuffer);
  const sheet = book.getWorksheet('考核指标');
  if (!sheet) throw new Error('the template has no table');
  sheet.getCell('A1').value = title;
  rows.forEach((row, index) =>
    row.forEach((text, column) => {
      if (text !== '') sheet.getCell(index + 3, column + 1).value = text;
    }),
  );
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('the template', () => {
  it('has a sheet to fill in and one that says how', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeTemplate()).buffer as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['考核指标', '填写说明']);
    const sheet = book.getWorksheet('考核指标');
    expect(sheet?.getRow(2).values).toEqual([
      undefined,
      '类别',
      '项目',
      '评分标准',
      '分值',
      '计分方式',
      '佐证材料',
      '说明',
    ]);
    expect(sheet?.getCell('D3').dataValidation).toMatchObject({
      type: 'decimal',
      operator: 'greaterThan',
      formulae: [0],
    });
    expect(sheet?.getCell('E500').dataValidation).toMatchObject({
      type: 'list',
      formulae: [`"${SCORING_WAYS.join(',')}"`],
    });
  });

  it('gives an outline when it is filled in, with the way of scoring beside each criterion', async () => {
    const bytes = await filledIn([
      ['党建', '学习', '全年集中学习', 8, '计次', '签到表', '不少于12次'],
      ['', '', '撰写心得', 2.5, '评等次', '', ''],
      ['', '组织', '按期换届', 4.5, '', '', ''],
      ['作风', '纪律', '无违纪', 5, '扣分', '', '每例扣1分'],
    ]);
    const outline = await importOutline(bytes);
    expect([outline.title, outline.levels, outline.points]).toEqual(['某局考核表', ['类别', '项目', '评分标准'], '20']);
    const [party, style] = outline.children;
    expect([party?.points, style?.points]).toEqual(['15', '5']);
    expect(
      party?.children[0]?.children.map(({ number, text, points, extra }) => [number, text, points, extra]),
    ).toEqual([
      ['1.1.1', '全年集中学习', '8', { 计分方式: '计次', 佐证材料: '签到表', 说明: '不少于12次' }],
      ['1.1.2', '撰写心得', '2.5', { 计分方式: '评等次' }],
    ]);
    expect(style?.children[0]?.children[0]?.extra).toEqual({ 计分方式: '扣分', 说明: '每例扣1分' });
  });

  it('is no table while it is empty, and has no title while nobody wrote one', async () => {
    await expect(importOutline(await writeTemplate())).rejects.toMatchObject({ code: 'file.no-table' });
    const bytes = await filledIn([['党建', '学习', '撰写心得', 2]], '（在此填写表的名称）');
    expect((await importOutline(bytes)).title).toBeNull();
  });
});
