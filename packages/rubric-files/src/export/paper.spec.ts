import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from '@protobi/exceljs';
import { loadRubric } from '@mofan/rubric/load';
import { beforeAll, describe, expect, it } from 'vitest';
import { importOutline } from '../import/outline-of.ts';
import { openOffice } from '../office/office-zip.ts';
import { type XmlElement, isElement } from '../office/xml.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { type Paper, paperOf } from './paper-of.ts';
import { tableLayout } from './table-layout.ts';
import { writeDocx } from './write-docx.ts';
import { writeXlsx } from './write-xlsx.ts';

const rubrics = path.join(import.meta.dirname, '../../../rubric');
const HASH = '0123456789abcdef'.repeat(4);
const paper = (file: string): Paper =>
  paperOf(loadRubric(readYaml(fs.readFileSync(path.join(rubrics, file), 'utf8')).value), HASH);

const annex = paper('rubrics/yueqing-2020.yaml');
const rulesOf = ({ outline }: Paper): Record<string, string> => {
  const { columns, rows } = tableLayout(outline);
  const rule = columns.findIndex(({ heading }) => heading === '计分规则');
  const leaf = columns.findLastIndex(({ kind }) => kind === 'leaf');
  const at = (row: number, column: number) => rows.find((cell) => cell.row === row && cell.column === column)?.text;
  return Object.fromEntries(
    rows.filter(({ column }) => column === rule).map(({ row, text }) => [at(row, leaf)?.slice(0, 7) ?? '', text]),
  );
};
const appendix = ({ around }: Paper, title: string) => around.appendices.find((each) => each.title.includes(title));

const words = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? words(child) : child)).join('');

describe('the rule of a line, in words', () => {
  it('stands where neither the text nor the note says it, by ruling too', () =>
    expect(rulesOf(annex)).toEqual({
      '2.提高学习质': '次数要求：党支部全年集中学习次数不足12次的，最高评为良',
      '2.深化“四化': '酌情扣分：“四化”党支部建设工作整转不及时、成效不明显的，最高评为“良”',
      '3.发挥党小组': '不适用时不计入',
      '3.广泛开展岗': '不适用时不计入',
      '4.严守干部作': expect.stringMatching(
        /^按下列规定扣分，同一行为只计最重一项：“被效能告诫”每例扣 1 分，原文“被效能告诫的每例扣 1分”；.*（身份“unit-head”）.*\n不低于 0 分$/,
      ) as string,
      '4.配齐配强机': '不适用时不计入',
    }));

  it('names the rates that the text does not state, and calls inputs by their titles', () => {
    expect(Object.values(rulesOf(paper('tables/10c-inspections/table.yaml')))[1]).toContain(
      '“发现”每例扣 0.3 分；“没有按时整改”每例扣 1 分',
    );
    expect(Object.values(rulesOf(paper('tables/10-construction-districts/table.yaml'))).join()).not.toMatch(
      /按 [a-z]+ 计算/,
    );
  });
});

describe('what stands around the table', () => {
  it('are the readings, the documents and the rules of groups and whole', () => {
    expect(appendix(annex, '解释口径')?.rows).toHaveLength(19);
    expect(appendix(annex, '引用的文件')?.rows[0]).toContain('乐市政党〔2020〕5号');
    expect(appendix(annex, '分组与全表')?.rows.map(([, name]) => name)).toEqual([
      '全表',
      '等次打分',
      '得数显示',
      '等次',
    ]);
  });

  it('says of a ruling whether it is signed', () =>
    expect(new Set(appendix(annex, '解释口径')?.rows.map((row) => row.at(-1)))).toEqual(new Set(['未签发'])));
});

describe('the text document', () => {
  let all: string[];
  beforeAll(async () => {
    const zip = await openOffice(await writeDocx(annex.outline, annex.around));
    const parts = await zip.relationships(zip.main);
    const footer = parts.find(({ type }) => type === 'footer')?.target ?? '';
    all = [words((await zip.xml(zip.main))!), words((await zip.xml(footer))!)];
  });

  it('has the appendices behind the notes', () => {
    expect(all[0]?.indexOf('附录  解释口径')).toBeGreaterThan(all[0]!.indexOf('备注：'));
  });

  it('bears version and content hash at the foot of every page', () =>
    expect(all[1]).toContain(`2020版  内容 SHA-256 ${HASH}`));
});

describe('the workbook', () => {
  it('has the appendices on sheets of their own, and version and hash at the foot of each', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeXlsx(annex.outline, annex.around)).buffer as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['考核指标', '分组与全表的规则', '引用的文件', '解释口径']);
    expect(book.worksheets.every(({ headerFooter }) => headerFooter.oddFooter?.includes(HASH))).toBe(true);
  });
});

describe('worth', () => {
  it('is told as what it is: points, a bonus, a penalty, a weight', () => {
    const cells = (file: string) => new Set(tableLayout(paper(file).outline).rows.map(({ text }) => text));
    expect(cells('tables/10b-county-targets/table.yaml')).toContain('+2');
    expect(cells('tables/10c-inspections/table.yaml')).toContain('扣10');
    expect(cells('tables/08-leader-ballots/table.yaml')).toContain('40%');
  });

  it('is added up for groups and the whole', () => {
    const texts = tableLayout(annex.outline).rows.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['政治型（100分）', '38', '合计', '500']));
  });
});

describe('an import of the paper', () => {
  it.each([
    ['.docx', writeDocx],
    ['.xlsx', writeXlsx],
  ])('takes no appendix in %s for another table', async (_, write) => {
    const { report } = await importOutline(await write(annex.outline, annex.around));
    expect(report.filter(({ zh }) => zh.includes('另有一张表'))).toEqual([]);
  });
});
