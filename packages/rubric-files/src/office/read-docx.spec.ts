import { AlignmentType, Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { writtenDocx } from '../written-files.fixture.ts';
import { readOffice } from './read-office.ts';
import { documentXml, rawDocx } from './zip-bytes.fixture.ts';

const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const read = (body: string) => readOffice(rawDocx(documentXml(body)));

describe('a table of a text document', () => {
  it('keeps merges, places and the paragraphs around it', async () => {
    const rows = [
      [
        { text: '甲', rowSpan: 2 },
        { text: '乙\n丙', colSpan: 2 },
      ],
      ['丁', '戊'],
    ];
    const [grid] = await readOffice(await writtenDocx({ before: ['标题', ''], rows, after: ['备注：无'] }));
    expect([grid?.name, grid?.before, grid?.after]).toEqual(['表1', ['标题', ''], ['备注：无']]);
    expect(grid?.rows.map((line) => line.map(({ text }) => text))).toEqual([
      ['甲', '乙\n丙', ''],
      ['', '丁', '戊'],
    ]);
    expect(grid?.rows[1]?.[0]).toEqual({
      text: '',
      place: '表1 第2行第1列',
      rowSpan: 1,
      colSpan: 1,
      covered: true,
      origin: { row: 0, column: 0 },
    });
    expect(grid?.rows[0]?.[1]).toMatchObject({ colSpan: 2, rowSpan: 1, covered: false });
  });

  it('shares the paragraphs between two tables with both', async () => {
    const bytes = await writtenDocx({ rows: [['甲']], after: ['之间'] }, { rows: [['乙']], after: ['之后'] });
    const grids = await readOffice(bytes);
    expect(grids.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['表1', [], ['之间']],
      ['表2', ['之间'], ['之后']],
    ]);
  });

  it('reads breaks, tabs, links and inserted text, and leaves out what was deleted', async () => {
    const text = paragraph(
      run('甲'),
      '<w:r><w:br/><w:t>乙</w:t><w:tab/></w:r>',
      `<w:hyperlink>${run('丙')}</w:hyperlink>`,
      `<w:ins>${run('丁')}</w:ins>`,
      '<w:del><w:r><w:delText>戊</w:delText></w:r></w:del>',
      `<w:r><w:instrText>PAGE</w:instrText></w:r>`,
    );
    const [grid] = await read(table(row(cell(text))));
    expect(grid?.rows[0]?.[0]?.text).toBe('甲\n乙\t丙丁');
  });

  it('starts a row where it is indented, and continues only cells of the same width', async () => {
    const indented = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(paragraph(run('丙')))}</w:tr>`;
    const wide = cell(paragraph(run('甲')), '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>');
    const narrow = cell(paragraph(run('乙')), '<w:vMerge/>');
    const [grid] = await read(table(row(wide), row(narrow, cell(paragraph())), indented));
    expect(grid?.rows.map((line) => line.map(({ text }) => text))).toEqual([
      ['甲', ''],
      ['乙', ''],
      ['', '丙'],
    ]);
  });

  it('leaves out what is struck through or deleted by a tracked change, and says so', async () => {
    const struck = (text: string, value = '') => `<w:r><w:rPr><w:strike${value}/></w:rPr><w:t>${text}</w:t></w:r>`;
    const deleted = '<w:del w:id="1"><w:r><w:delText>每处扣3分，</w:delText></w:r></w:del>';
    const words = paragraph(struck('每处扣2分，'), deleted, struck('每处', ' w:val="0"'), run('扣1分'));
    const [grid] = await read(paragraph(struck('作废')) + table(row(cell(words))));
    expect(grid?.rows[0]?.[0]?.text).toBe('每处扣1分');
    expect(grid?.remarks.map(({ kind, place, zh }) => `${kind} ${place} ${zh}`)).toEqual([
      'left-aside 正文 “作废”有删除线，未读入',
      'left-aside 表1 第1行第1列 “每处扣2分，”有删除线，未读入',
      'left-aside 表1 第1行第1列 “每处扣3分，”已在修订中删除，未读入',
    ]);
  });

  it('reads a table inside a cell as text and says so', async () => {
    const inner = table(row(cell(paragraph(run('内一'))), cell(paragraph(run('内二')))));
    const [grid] = await read(table(row(cell(inner + paragraph(run('外'))))));
    expect(grid?.rows[0]?.[0]?.text).toBe('内一\n内二\n外');
    expect(grid?.remarks.map(({ kind, place, zh }) => [kind, place, zh])).toEqual([
      ['guessed', '表1 第1行第1列', '单元格内有表格，按文字读入'],
    ]);
  });
});

describe('automatic numbering', () => {
  const level = (depth: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    level: depth,
    format,
    text,
    alignment: AlignmentType.START,
  });
  const numbered = (text: string, depth = 0) =>
    new Paragraph({ children: [new TextRun(text)], numbering: { reference: 'list', level: depth } });

  it('becomes text, as people see it', async () => {
    const levels = [
      level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
      level(1, LevelFormat.DECIMAL, '（%2）'),
      level(2, LevelFormat.DECIMAL_ENCLOSED_CIRCLE, '%3'),
    ];
    const lines = [
      numbered('甲'),
      numbered('乙', 1),
      numbered('丙', 1),
      numbered('丁', 2),
      numbered('戊'),
      numbered('己', 1),
    ];
    const tables = new Table({ rows: [new TableRow({ children: [new TableCell({ children: lines })] })] });
    const numbering = { config: [{ reference: 'list', levels }] };
    const [grid] = await readOffice(
      await Packer.toBuffer(new Document({ numbering, sections: [{ children: [tables] }] })),
    );
    expect(grid?.rows[0]?.[0]?.text.split('\n')).toEqual(['一、甲', '（1）乙', '（2）丙', '①丁', '二、戊', '（1）己']);
  });
});
