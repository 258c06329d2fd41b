import { describe, expect, it } from 'vitest';
import { said } from '../drawn-outline.fixture.ts';
import { type WrittenTable, writtenDocx, writtenXlsx } from '../written-files.fixture.ts';
import { importOutline } from './outline-of.ts';

const sheet = async (rows: WrittenTable['rows']) => importOutline(await writtenXlsx({ before: ['考核表'], rows }));
const HEAD = ['项目', '内容', '分值', '评分标准'];

describe('a table as offices draw it', () => {
  it('has a group in a row numbered 一 with a title across the others', async () => {
    const { children } = await importOutline(
      await writtenDocx({
        before: ['考核表'],
        rows: [
          ['序号', '考核内容', '分值', '备注'],
          ['一', { text: '基础设施（20分）', colSpan: 3 }],
          [1, '布局合理', 10, ''],
          [2, '设备齐全', 10, ''],
          ['二', { text: '服务（30分）', colSpan: 3 }],
          [3, '登记', 30, ''],
        ],
      }),
    );
    expect(
      children.map(({ text, points, children: parts }) => [text, points, parts.map(({ number }) => number)]),
    ).toEqual([
      ['基础设施', '20', ['1', '2']],
      ['服务', '30', ['3']],
    ]);
  });

  it('says in a line of its own what a group is worth', async () => {
    const { report } = await sheet([
      HEAD,
      ['业务\n30分', '台账', 10, ''],
      ['', '检查', 15, ''],
      ['作风', '考勤', 70, ''],
    ]);
    expect(report.map(({ zh }) => zh)).toContain('1 业务：写明 30 分，下级合计 25 分');
  });

  it('goes on with a group over the page', async () => {
    const { children } = await sheet([HEAD, ['一、业务', '台账', 10, ''], ['一、业务（续）', '检查', 15, '']]);
    expect(children.map(({ text, children: parts }) => [text, parts.length])).toEqual([['业务', 2]]);
  });

  it('has points once for several lines, which is told', async () => {
    const outline = await sheet([
      HEAD,
      [{ text: '业务', rowSpan: 2 }, '台账', { text: 30, rowSpan: 2 }, ''],
      ['归档', ''],
      ['作风', '考勤', 70, ''],
    ]);
    expect(said(outline, 'not-understood')).toContain('Sheet1!B3：1.1 台账：没有写明分值，“业务”的 30 分由 2 条合用');
  });

  it('ends with sums under no title, and with who made it', async () => {
    const outline = await sheet([
      HEAD,
      ['业务', '台账', 30, ''],
      ['作风', '考勤', 70, ''],
      ['', '', 100, ''],
      ['制表人：张三', '', '审核：李四', ''],
    ]);
    expect(said(outline, 'understood')).toContain('Sheet1!C5：合计 100 分，相符');
    expect([outline.children.length, outline.notes, said(outline, 'not-understood')]).toEqual([2, [], []]);
    expect(said(outline, 'left-aside').join()).toContain('张三');
  });

  it('ends with a sentence across the whole width, which is a note', async () => {
    const rows: WrittenTable['rows'] = [
      HEAD,
      ['业务', '台账', 100, ''],
      [{ text: '一票否决：发生事故的，不得分。', colSpan: 4 }],
    ];
    expect((await sheet(rows)).notes).toEqual(['一票否决：发生事故的，不得分。']);
  });

  it('states goals in a column, which are no titles', async () => {
    const outline = await sheet([
      ['指标', '目标', '分值', '加减分'],
      ['销售额', 500, 60, '每超10%加1分'],
      ['回款率', '95%', 40, ''],
    ]);
    expect(outline.levels).toEqual(['指标']);
    expect(outline.children[0]?.extra).toEqual({ 目标: '500', 加减分: '每超10%加1分' });
  });

  it('names its levels above 名称', async () =>
    expect(
      (
        await sheet([
          [
            { text: '一级指标', colSpan: 2 },
            { text: '二级指标', colSpan: 2 },
            { text: '备注', rowSpan: 2 },
          ],
          ['名称', '分值', '名称', '分值'],
          ['质量', 60, '住院日', 60, ''],
          ['安全', 40, '上报', 40, ''],
        ])
      ).levels,
    ).toEqual(['一级指标', '二级指标']));

  it('has grades in its headings, or a veto without points, which are told', async () => {
    const outline = await sheet([
      ['内容', '分值', '优秀\n（95-100分）', '称职\n（80-94分）'],
      ['德', 100, '', ''],
      ['发生事故的，考核总分为0分', '', '', ''],
    ]);
    expect(said(outline, 'not-understood')).toEqual([
      'Sheet1!C2：表头“优秀（95-100分）”、“称职（80-94分）”写有等次，须写成计分规则',
      'Sheet1!A4：2 发生事故的，考核总分为0分：没有写明分值；读来像一票否决，须写成规则',
    ]);
  });
});
