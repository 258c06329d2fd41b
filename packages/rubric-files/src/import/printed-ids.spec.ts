import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn-outline.fixture.ts';
import { type WrittenTable, writtenXlsx } from '../written-files.fixture.ts';
import { importOutline } from './outline-of.ts';
import { printedId } from './printed-ids.ts';

const read = async (...rows: WrittenTable['rows']) =>
  drawn((await importOutline(await writtenXlsx({ before: ['考核表'], rows }))).children);

describe('the id that a text begins with', () => {
  it.each([
    ['B1. 论文', 'B1', '论文'],
    ['B1.论文', 'B1', '论文'],
    ['PROCESS. Process', 'PROCESS', 'Process'],
    ['1.6b. 引体向上', '1.6b', '引体向上'],
    ['AL1. Since 1991', 'AL1', 'Since 1991'],
    ['3. 2020年完成', '3', '2020年完成'],
  ])('is read in %s', (text, id, rest) => expect(printedId(text)).toEqual({ id, text: rest }));

  it.each(['论文', '5G应用', '1.5分', '12.5%以上', 'No.1'])('is not seen in %s', (text) =>
    expect(printedId(text)).toBeNull(),
  );
});

describe('lines with letters before them', () => {
  it('are called as they are printed', async () => {
    expect(
      await read(
        ['项目', '考核内容', '分值'],
        ['A.基本项', 'A1.台账', 6],
        ['', 'A2.现场（4分）', 4],
        ['B.加分项', 'B1.论文', '+5'],
      ),
    ).toEqual(['A 基本项 10分', '  A1 台账 6分', '  A2 现场 4分', 'B 加分项 +5分', '  B1 论文 +5分']);
  });

  it('are counted anew where only some have one, or one comes twice', async () => {
    expect(await read(['项目', '考核内容', '分值'], ['甲', 'A1.乙', 6], ['', '丙', 4])).toEqual([
      '1 甲 10分',
      '  1.1 A1.乙 6分',
      '  1.2 丙 4分',
    ]);
    expect(await read(['项目', '考核内容', '分值'], ['甲', 'A1.乙', 6], ['', 'A1.丙', 4])).toContain('  1.1 A1.乙 6分');
  });
});

describe('a table with points behind each level', () => {
  it('may be uneven, and is taken word for word', async () => {
    expect(
      await read(
        ['一级指标', '分值', '二级指标', '分值'],
        ['1. 台账', 10, '', ''],
        ['2. 现场（另附）', 10, '2.1. 秩序（6分）', 6],
        ['', '', '2.2. 环境', 4],
        ['3. 通报', '扣6', '', ''],
        ['4. 情况', '—', '', ''],
        ['合计', 20, '', ''],
      ),
    ).toEqual([
      '1 台账 10分',
      '2 现场（另附） 10分',
      '  2.1 秩序（6分） 6分',
      '  2.2 环境 4分',
      '3 通报 扣6分',
      '4 情况 不计分',
    ]);
  });

  it('still counts within its groups where numbers begin anew', async () => {
    expect(
      await read(['一级指标', '分值', '二级指标', '分值'], ['1.甲', 5, '1.乙', 5], ['2.丙', 5, '1.丁', 5]),
    ).toEqual(['1 甲 5分', '  1.1 乙 5分', '2 丙 5分', '  2.1 丁 5分']);
  });
});
