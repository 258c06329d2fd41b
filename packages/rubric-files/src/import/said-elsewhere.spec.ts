import ExcelJS from '@protobi/exceljs';
import { Document, Footer, FootnoteReferenceRun, Header, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { said } from '../drawn-outline.fixture.ts';
import { writtenDocx } from '../written-files.fixture.ts';
import { importOutline } from './outline-of.ts';

const TABLE = [
  ['项目', '考核内容', '分值'],
  ['甲', '学习', 10],
  ['乙', '工作', 90],
];
const NAMES = [
  ['姓名', '电话'],
  ['张三', '12345'],
];

/** A workbook as offices keep them: the table, a comment on a cell, a page footer, and a sheet of sentences. */
async function workbook(sentences: string[][], { comment = '', footer = '' } = {}): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.addRows([['考核表'], ...TABLE]);
  if (comment !== '') sheet.getCell('B3').note = comment;
  if (footer !== '') sheet.headerFooter.oddFooter = `&C&"宋体"&12${footer}&R第&P页`;
  if (sentences.length > 0) book.addWorksheet('考核说明').addRows(sentences);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function paper(footnote: string, { header = '', footer = '' } = {}): Promise<Uint8Array> {
  const cells = (row: (string | number)[]) =>
    row.map(
      (text) =>
        new TableCell({
          children: [
            new Paragraph({ children: text === '学习' ? [new FootnoteReferenceRun(1)] : [], text: String(text) }),
          ],
        }),
    );
  const table = new Table({ rows: TABLE.map((row) => new TableRow({ children: cells(row) })) });
  return Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: [new Paragraph(footnote)] } },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph(header)] }) },
          footers: { default: new Footer({ children: [new Paragraph(footer)] }) },
          children: [new Paragraph('考核表'), table],
        },
      ],
    }),
  );
}

describe('what a file says of scoring outside its table', () => {
  it('is a note on a sheet of its own, word for word', async () => {
    const outline = await importOutline(
      await workbook([['一、90分以上为优秀，60分以上为合格。'], ['二、发生安全事故的一票否决。'], ['由办公室解释']]),
    );
    expect(outline.notes).toEqual(['一、90分以上为优秀，60分以上为合格。', '二、发生安全事故的一票否决。']);
    expect(said(outline, 'guessed')).toContain('考核说明!A2：“二、发生安全事故的一票否决。”：作备注读入');
    expect(said(outline, 'left-aside')).toEqual(['考核说明!A1：一张不是考核指标的表，1 行：由办公室解释']);
  });

  it('is a note in a table of grades', async () =>
    expect(
      (
        await importOutline(
          await workbook([
            ['等次', '分数'],
            ['优秀', '90分以上'],
            ['合格', '60分以上'],
          ]),
        )
      ).notes,
    ).toEqual(['优秀：90分以上', '合格：60分以上']));

  it('is a note in a paragraph, whatever it begins with, before, behind and between tables', async () => {
    const { notes } = await importOutline(
      await writtenDocx(
        {
          before: ['考核得分低于60分的不合格', '考核表'],
          rows: TABLE,
          after: ['第五条 受处分的，总分不得超过59分。', '联系人名单'],
        },
        { rows: NAMES, after: ['瞒报的一票否决', '2026年1月1日'] },
      ),
    );
    expect(notes).toEqual(['第五条 受处分的，总分不得超过59分。', '考核得分低于60分的不合格', '瞒报的一票否决']);
  });

  it('is a note in a comment on a cell and in a page footer', async () => {
    const outline = await importOutline(await workbook([], { comment: '早退也扣1分', footer: '总分不得超过60分' }));
    expect(outline.notes).toEqual(['总分不得超过60分\n第页', '早退也扣1分']);
    expect(said(outline, 'guessed').map((entry) => entry.split('：')[0])).toEqual(
      expect.arrayContaining(['表!', '表!B3']),
    );
  });

  it('is a note in a footnote and a page footer, where a page header that says nothing of it is left aside', async () => {
    const outline = await importOutline(
      await paper('旷工一次扣10分', { header: '内部资料', footer: '发生事故的，一票否决' }),
    );
    expect(outline.notes.toSorted()).toEqual(['发生事故的，一票否决', '旷工一次扣10分'].toSorted());
    expect(said(outline, 'left-aside')).toEqual(['页眉：“内部资料”']);
  });

  it('is no note where it only says what the whole is worth, or who made the paper', async () => {
    const { notes } = await importOutline(
      await writtenDocx({ before: ['考核表', '（总分100分）'], rows: TABLE, after: ['制表人：张三', '考核人签字：'] }),
    );
    expect(notes).toEqual([]);
  });
});
