import { describe, expect, it } from 'vitest';
import { drawn, said } from '../drawn-outline.fixture.ts';
import { type Outline, nodesOf } from '../outline.ts';
import { type WrittenTable, writtenDocx, writtenXlsx } from '../written-files.fixture.ts';
import { importOutline } from './outline-of.ts';

const HEAD = ['项目', '考核内容', '分值', '得分'];
const sheet = async (...rows: WrittenTable['rows']): Promise<Outline> =>
  importOutline(await writtenXlsx({ before: ['考核表'], rows }));
const lines = ({ children }: Outline) =>
  [...nodesOf(children)].map(({ number, text, points }) => `${number} ${text} ${points}`.trim());

describe('the report', () => {
  it('begins with the headings, the levels and what was left aside', async () => {
    const { report } = await sheet(HEAD, ['甲', '乙', 6, ''], ['', '丙', 4, '']);
    expect(report.slice(0, 3).map(({ kind, place, zh }) => `${kind} ${place} ${zh}`)).toEqual([
      'understood Sheet1!A2 表头：项目｜考核内容｜分值｜得分',
      'understood Sheet1!A2 层级：项目 1、考核内容 2',
      'left-aside Sheet1!A2 得分：评分时填写',
    ]);
  });

  it('says when the table has no title', async () => {
    const outline = await importOutline(await writtenXlsx({ rows: [HEAD, ['甲', '乙', 6, '']] }));
    expect([outline.title, ...said(outline, 'not-understood')]).toEqual([null, 'Sheet1!A1：没有找到表的名称']);
  });
});

describe('headers', () => {
  it('may have several rows, with groups of headings above', async () => {
    const outline = await sheet(
      [
        { text: '序号', rowSpan: 2 },
        { text: '考核指标', colSpan: 2 },
        { text: '分值', rowSpan: 2 },
        { text: '评分', colSpan: 2 },
      ],
      ['类别', '内容', '自评', '考评'],
      [1, '甲', '乙', 6, '', ''],
      [2, '', '丙', 4, '', ''],
    );
    expect(outline.levels).toEqual(['类别', '内容']);
    expect(lines(outline)).toEqual(['甲 10', '1 乙 6', '2 丙 4']);
    expect(outline.children[0]?.children[0]?.extra).toEqual({});
  });

  it('keep a column whose heading nobody knows, and say so', async () => {
    const outline = await sheet(['项目', '考核内容', '分值', '红黄牌'], ['甲', '乙', 5, '黄牌一张']);
    expect(outline.children[0]?.children[0]?.extra).toEqual({ 红黄牌: '黄牌一张' });
    expect(said(outline, 'guessed')).toContain('Sheet1!D2：不认识的表头“红黄牌”，作为说明读入');
  });

  it('are needed', async () => {
    await expect(sheet(['甲', '乙'], ['丙', '丁'])).rejects.toMatchObject({
      code: 'file.no-table',
      zh: '没有找到考核指标表',
    });
  });
});

describe('tables of one document', () => {
  const first = { before: ['考核表'], rows: [HEAD, ['甲', '乙', 6, '']], after: [''] };

  it('are one when the next goes on, with the same headings or none', async () => {
    const second = { rows: [HEAD, ['', '丙', 4, '']], after: [''] };
    const third = { rows: [['丁', '戊', 5, '']], after: ['备注：完'] };
    const outline = await importOutline(await writtenDocx(first, second, third));
    expect(lines(outline)).toEqual(['1 甲 10', '1.1 乙 6', '1.2 丙 4', '2 丁 5', '2.1 戊 5']);
    expect(outline.notes).toEqual(['完']);
  });

  it('are named when they are left out', async () => {
    const other = {
      before: ['另一张表'],
      rows: [
        ['指标', '得分'],
        ['丁', ''],
      ],
      after: [],
    };
    expect(said(await importOutline(await writtenDocx(first, other)), 'not-understood')).toEqual([
      '表2 第1行第1列：另有一张表，未读入',
    ]);
  });
});

describe('points', () => {
  it('that do not add up are named with both figures', async () => {
    const outline = await sheet(HEAD, ['甲（12分）', '乙', 6, ''], ['', '丙', 4, '']);
    expect(said(outline, 'not-understood')).toEqual(['Sheet1!A3：1 甲：写明 12 分，下级合计 10 分']);
  });

  it('of text and column that contradict each other are named', async () => {
    const outline = await sheet(HEAD, ['甲', '乙（5分）', 6, '']);
    expect(said(outline, 'not-understood')).toEqual(['Sheet1!C3：文字写明 5，本格为 6']);
  });

  it('of an only child are those of its group', async () => {
    const outline = await sheet(['项目', '分值', '考核内容', '得分'], ['甲', 6, '乙', ''], ['丙', 4, '丁（4分）', '']);
    expect(lines(outline)).toEqual(['1 甲 6', '1.1 乙 6', '2 丙 4', '2.1 丁 4']);
    expect(said(outline, 'guessed')).toContain('Sheet1!C3：1.1 乙：6 分，取自上级');
  });

  it('that nobody states are missed', async () => {
    const outline = await sheet(HEAD, ['甲', '乙', '', ''], ['', '丙', '若干', '']);
    expect(said(outline, 'not-understood')).toEqual([
      'Sheet1!C4：分值“若干”不是一个数',
      'Sheet1!B3：1.1 乙：没有写明分值',
      'Sheet1!B4：1.2 丙：没有写明分值',
    ]);
    expect(outline.points).toBeNull();
  });

  it('stand line by line beside the criteria of one cell', async () => {
    const outline = await sheet(HEAD, ['1.甲', '1.乙\n2.丙', '6\n4', '']);
    expect(lines(outline)).toEqual(['1 甲 10', '1.1 乙 6', '1.2 丙 4']);
  });

  it('of one figure keep several numbered lines one criterion', async () => {
    const outline = await sheet(HEAD, ['甲', '1.乙；\n2.丙', 5, ''], ['', '丁', 5, '']);
    expect(lines(outline)).toEqual(['1 甲 10', '1.1 1.乙；\n2.丙 5', '1.2 丁 5']);
    expect(said(outline, 'guessed')).toContain('Sheet1!B3：本格有几条编号内容而只有一个分值，按一条读入');
  });
});

describe('what stands beside several criteria of one cell', () => {
  const head = ['项目', '考核内容', '扣分标准', '得分'];

  it('goes to each when it is numbered alike, else to their group', async () => {
    const [alike] = (await sheet(head, ['1.甲', '1.乙（5分）\n2.丙（5分）', '1.迟到扣1分\n2.缺席扣2分', ''])).children;
    expect(alike?.children.map(({ extra }) => extra)).toEqual([{ 扣分标准: '迟到扣1分' }, { 扣分标准: '缺席扣2分' }]);
    const [other] = (await sheet(head, ['1.甲', '1.乙（5分）\n2.丙（5分）', '缺一项扣1分', ''])).children;
    expect([other?.extra, other?.children[0]?.extra]).toEqual([{ 扣分标准: '缺一项扣1分' }, {}]);
  });
});

describe('numbers', () => {
  it('run through the table under groups that have none, or begin anew in each group, which is then counted', async () => {
    const through = await sheet(HEAD, ['甲', '1.乙', 5, ''], ['丙', '2.丁', 5, '']);
    const anew = await sheet(HEAD, ['甲', '1.乙', 5, ''], ['丙', '1.丁', 5, '']);
    expect(lines(through)).toEqual(['甲 5', '1 乙 5', '丙 5', '2 丁 5']);
    expect(lines(anew)).toEqual(['1 甲 5', '1.1 乙 5', '2 丙 5', '2.1 丁 5']);
  });

  it('that come twice are told apart and named', async () => {
    const outline = await sheet(HEAD, ['甲', '1.乙', 5, ''], ['', '1.丙', 5, ''], ['', '2.丁', 5, '']);
    expect(lines(outline).slice(1)).toEqual(['1.1 乙 5', '1.3 丙 5', '1.2 丁 5']);
    expect(said(outline, 'not-understood')).toEqual(['Sheet1!B4：编号 1 重复，改作 3']);
  });
});

describe('sections', () => {
  it('nest by how they are numbered, and subtotals are checked against theirs', async () => {
    const across = (text: string) => [{ text, colSpan: 3 }];
    const outline = await sheet(
      ['考核内容', '分值', '得分'],
      across('一、甲'),
      across('（一）乙'),
      ['1.丙', 6, ''],
      across('（二）丁'),
      ['1.戊', 4, ''],
      ['小计', 10, ''],
      across('二、己'),
      across('（一）庚'),
      ['1.辛', 5, ''],
      ['总分', 15, ''],
    );
    expect(outline.levels).toEqual(['一级类别', '二级类别', '考核内容']);
    expect(lines(outline)).toEqual([
      '1 甲 10',
      '1.1 乙 6',
      '1.1.1 丙 6',
      '1.2 丁 4',
      '1.2.1 戊 4',
      '2 己 5',
      '2.1 庚 5',
      '2.1.1 辛 5',
    ]);
    expect(said(outline, 'understood').slice(-2)).toEqual([
      'Sheet1!A8：合计 10 分，相符',
      'Sheet1!A12：合计 15 分，相符',
    ]);
  });
});

describe('a group of 加分项 or 扣分项', () => {
  it('comes on top of the full marks, or off them, as a guess', async () => {
    const outline = await sheet(
      ['项目', '考核内容', '分值', '得分'],
      ['基本项', '甲', 100, ''],
      ['加分项（8分）', '乙', 5, ''],
      ['', '丙', 5, ''],
      ['扣分项', '丁', 6, ''],
    );
    expect(drawn(outline.children)).toEqual([
      '1 基本项 100分',
      '  1.1 甲 100分',
      '2 加分项 +8分',
      '  2.1 乙 +5分',
      '  2.2 丙 +5分',
      '3 扣分项 扣6分',
      '  3.1 丁 扣6分',
    ]);
    expect(outline.points).toBe('100');
    expect(said(outline, 'guessed')).toContain('Sheet1!A4：“加分项”：分值不计入满分，另加');
    expect(said(outline, 'not-understood')).toEqual([]);
  });
});
