import ExcelJS from '@protobi/exceljs';
import { describe, expect, it } from 'vitest';
import { readOffice } from './read-office.ts';

async function written(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const textsOf = async (fill: (sheet: ExcelJS.Worksheet) => void): Promise<string[][]> => {
  const [grid] = await readOffice(await written((book) => fill(book.addWorksheet('表'))));
  return (grid?.rows ?? []).map((row) => row.map(({ text }) => text));
};

describe('a sheet', () => {
  it('keeps merges and addresses', async () => {
    const bytes = await written((book) => {
      const sheet = book.addWorksheet('考核');
      sheet.getCell('B2').value = '甲';
      sheet.mergeCells('B2:C3');
      sheet.getCell('D3').value = '乙';
    });
    const [grid] = await readOffice(bytes);
    expect(grid?.rows[1]?.[1]).toMatchObject({ text: '甲', place: '考核!B2', rowSpan: 2, colSpan: 2, covered: false });
    expect(grid?.rows[2]?.[2]).toMatchObject({ place: '考核!C3', covered: true, origin: { row: 1, column: 1 } });
    expect(grid?.rows[2]?.[3]?.text).toBe('乙');
  });

  it('shows what a formula came to when the file was saved, and tells each by its cell', async () => {
    const [grid] = await readOffice(
      await written((book) => {
        const sheet = book.addWorksheet('表');
        sheet.getCell('A1').value = { formula: '5+5', result: 10 };
        sheet.getCell('B1').value = { formula: '"甲"&"乙"', result: '甲乙' };
        sheet.getCell('C1').value = { formula: '1/0', result: { error: '#DIV/0!' } };
        sheet.getCell('D1').value = { formula: 'TODAY()' };
        sheet.getCell('E1').value = '丙';
      }),
    );
    expect(grid?.rows[0]?.map(({ text }) => text)).toEqual(['10', '甲乙', '', '', '丙']);
    expect(grid?.remarks.map(({ kind, place, zh }) => `${kind} ${place} ${zh}`)).toEqual([
      'guessed 表!A1 是公式，按文件中保存的结果“10”读入',
      'guessed 表!B1 是公式，按文件中保存的结果“甲乙”读入',
      'not-understood 表!C1 是公式，文件中没有保存它的结果，本格未读入，请改为数值',
      'not-understood 表!D1 是公式，文件中没有保存它的结果，本格未读入，请改为数值',
    ]);
  });

  it('leaves out what is struck through, a run or the whole cell, and says so', async () => {
    const [grid] = await readOffice(
      await written((book) => {
        const sheet = book.addWorksheet('表');
        sheet.getCell('A1').value = {
          richText: [{ text: '最多扣5分，', font: { strike: true } }, { text: '扣完为止' }],
        };
        sheet.getCell('B1').value = '旧的';
        sheet.getCell('B1').font = { strike: true };
        sheet.getCell('C1').value = 7;
      }),
    );
    expect(grid?.rows[0]?.map(({ text }) => text)).toEqual(['扣完为止', '', '7']);
    expect(grid?.remarks.map(({ place, zh }) => `${place}：${zh}`)).toEqual([
      '表!A1：“最多扣5分，”有删除线，未读入',
      '表!B1：“旧的”有删除线，未读入',
    ]);
  });

  it('reads shared, rich and broken text', async () => {
    const texts = await textsOf((sheet) => {
      sheet.getCell('A1').value = '一行\n两行';
      sheet.getCell('B1').value = { richText: [{ text: '粗', font: { bold: true } }, { text: '细 ' }, { text: '体' }] };
      sheet.getCell('C1').value = '一行\r\n两行 _x000D_';
    });
    expect(texts).toEqual([['一行\n两行', '粗细 体', '一行\n两行 \n']]);
  });

  it('shows numbers as people wrote them: no binary rest, percentages, dates', async () => {
    const texts = await textsOf((sheet) => {
      sheet.addRow([0.1 + 0.2, 38, 0.07, 0.125, 0.000001, new Date(Date.UTC(2020, 9, 13)), true]);
      sheet.getCell('C1').numFmt = '0%';
      sheet.getCell('D1').numFmt = '0.0"％"%';
      sheet.getCell('F1').numFmt = 'yyyy"年"m"月"d"日"';
    });
    expect(texts).toEqual([['0.3', '38', '7%', '12.5%', '0.000001', '2020-10-13', '1']]);
  });

  it('reads hidden rows and columns and says so; of hidden sheets it says only that they are there', async () => {
    const bytes = await written((book) => {
      book.addWorksheet('底稿', { state: 'hidden' }).getCell('A1').value = '不读';
      const sheet = book.addWorksheet('考核');
      sheet.addRows([
        ['甲', '乙'],
        ['丙', '丁'],
      ]);
      sheet.getRow(2).hidden = true;
      sheet.getColumn(2).hidden = true;
    });
    const grids = await readOffice(bytes);
    expect(grids.map(({ rows }) => rows.map((row) => row.map(({ text }) => text)))).toEqual([
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ]);
    expect(grids[0]?.remarks.map(({ place, zh }) => `${place}：${zh}`)).toEqual([
      '底稿：工作表已隐藏，未读入',
      '考核!2：隐藏行，已读入',
      '考核!B：隐藏列，已读入',
    ]);
  });
});
