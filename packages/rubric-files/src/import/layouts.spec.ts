import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../export/write-xlsx.ts';
import { drawn, said } from '../drawn-outline.fixture.ts';
import { type WrittenTable, writtenDocx, writtenXlsx } from '../written-files.fixture.ts';
import { importOutline } from './outline-of.ts';

describe('一级指标, 二级指标, 三级指标 with weights in percent', () => {
  const table: WrittenTable = {
    before: ['某市政务服务窗口评价指标体系'],
    rows: [
      ['一级指标', '权重', '二级指标', '权重', '三级指标', '权重', '数据来源'],
      [
        { text: '办事效率', rowSpan: 3 },
        { text: 0.6, rowSpan: 3, format: '0%' },
        { text: '时限', rowSpan: 2 },
        { text: 0.35, rowSpan: 2, format: '0%' },
        '按时办结率',
        { text: 0.28, format: '0%' },
        '审批系统',
      ],
      ['提前办结率', { text: 0.07, format: '0%' }, '审批系统'],
      ['流程', { text: 0.25, format: '0%' }, '一次办结率', { text: 0.25, format: '0%' }, '窗口台账'],
      [
        '群众评价',
        { text: 0.4, format: '0%' },
        '满意度',
        { text: 0.4, format: '0%' },
        '好评率',
        { text: 0.4, format: '0%' },
        '',
      ],
    ],
  };

  it('reads three levels, each with the weight beside it', async () => {
    const outline = await importOutline(await writtenXlsx(table));
    expect(drawn(outline.children)).toEqual([
      '1 办事效率 60%',
      '  1.1 时限 35%',
      '    1.1.1 按时办结率 28% 数据来源=审批系统',
      '    1.1.2 提前办结率 7% 数据来源=审批系统',
      '  1.2 流程 25%',
      '    1.2.1 一次办结率 25% 数据来源=窗口台账',
      '2 群众评价 40%',
      '  2.1 满意度 40%',
      '    2.1.1 好评率 40%',
    ]);
    expect([outline.weightBased, outline.points, outline.title]).toEqual([true, null, '某市政务服务窗口评价指标体系']);
    expect(outline.levels).toEqual(['一级指标', '二级指标', '三级指标']);
    expect(said(outline, 'not-understood')).toEqual([]);
  });

  it('reads one column of weights written as text beside the leaves', async () => {
    const rows = [
      ['一级指标', '二级指标', '权重（%）'],
      [{ text: '效率', rowSpan: 2 }, '按时办结', '40%'],
      ['提前办结', '２０％'],
      ['评价', '满意度', '40%'],
    ];
    const outline = await importOutline(await writtenDocx({ rows }));
    expect(drawn(outline.children)).toEqual([
      '1 效率 60%',
      '  1.1 按时办结 40%',
      '  1.2 提前办结 20%',
      '2 评价 40%',
      '  2.1 满意度 40%',
    ]);
  });

  it('names weights that do not add up, with both figures and the place', async () => {
    const rows = [
      ['一级指标', '权重', '二级指标', '权重'],
      [{ text: '效率', rowSpan: 2 }, { text: '60%', rowSpan: 2 }, '按时办结', '40%'],
      ['提前办结', '15%'],
      ['评价', '30%', '满意度', ''],
    ];
    expect(said(await importOutline(await writtenXlsx({ before: ['评价表'], rows })), 'not-understood')).toEqual([
      'Sheet1!A3：各项权重合计 90%，不是 100%',
      'Sheet1!A3：1 效率：写明 60%，下级合计 55%',
    ]);
  });
});

describe('a flat table 序号, 考核项目, 考核内容, 分值, 评分办法', () => {
  const head = ['序号', '考核项目', '考核内容', '分值', '评分办法'];
  const rows = [
    head,
    [1, '安全\n生产', '建立安全生产责任制', 10, '未建立的不得分'],
    [2, '安全生产', '每月开展一次隐患排查', 20, '少一次扣2分，扣完为止'],
    [3, '', '全年不发生责任事故', 30, '发生一起扣10分'],
    head,
    [4, '档案 管理', '材料齐全', 25, '每缺一项扣1分'],
    [5, '档案管理', '按时归档', 15, '酌情扣分'],
    [{ text: '合计', colSpan: 3 }, 100, ''],
    [{ text: '备注：本表由办公室负责解释。', colSpan: 5 }],
  ];
  const expected = [
    '安全生产 60分',
    '  1 建立安全生产责任制 10分 评分办法=未建立的不得分',
    '  2 每月开展一次隐患排查 20分 评分办法=少一次扣2分，扣完为止',
    '  3 全年不发生责任事故 30分 评分办法=发生一起扣10分',
    '档案管理 40分',
    '  4 材料齐全 25分 评分办法=每缺一项扣1分',
    '  5 按时归档 15分 评分办法=酌情扣分',
  ];

  it.each([
    ['.xlsx', writtenXlsx],
    ['.docx', writtenDocx],
  ])('goes on over repeated and empty cells and repeated headers, in %s', async (_, write) => {
    const outline = await importOutline(await write({ rows }));
    expect(drawn(outline.children).map((line) => line.replace('档案 管理', '档案管理'))).toEqual(expected);
    expect(outline.points).toBe('100');
    expect(outline.notes).toEqual(['本表由办公室负责解释。']);
    expect(said(outline, 'understood').at(-1)).toMatch(/合计 100 分，相符$/);
  });

  it('checks the row of totals and takes it for no node', async () => {
    const wrong = rows.map((row) => row.map((cell) => (cell === 100 ? 95 : cell)));
    const outline = await importOutline(await writtenXlsx({ rows: wrong }));
    expect(outline.children).toHaveLength(2);
    expect(outline.points).toBe('100');
    expect(said(outline, 'not-understood')).toContain('Sheet1!A8：写明合计 95 分，各项相加 100 分，暂按 100 分');
  });

  it('says what it made up: points of a group that states none', async () => {
    const outline = await importOutline(await writtenXlsx({ rows }));
    expect(said(outline, 'guessed')).toContain('Sheet1!B2：安全生产：60 分，由下级合计');
  });

  it('takes 评分标准 for a column beside the tree when it only says how points are lost', async () => {
    const beside = rows.map((row) => row.map((cell) => (cell === '评分办法' ? '评分标准' : cell)));
    const outline = await importOutline(await writtenXlsx({ rows: beside }));
    expect(outline.levels).toEqual(['考核项目', '考核内容']);
    expect(outline.children[0]?.children[2]?.extra).toEqual({ 评分标准: '发生一起扣10分' });
  });
});

describe('headings that a stranger chose', () => {
  it('are text and nothing else', async () => {
    const rows = [
      ['项目', '考核内容', '分值', '__proto__', 'constructor'],
      ['甲', '乙', 5, '丙', '丁'],
    ];
    const outline = await importOutline(await writtenXlsx({ rows }));
    const [leaf] = outline.children[0]?.children ?? [];
    expect(Object.entries(leaf?.extra ?? {})).toEqual([
      ['__proto__', '丙'],
      ['constructor', '丁'],
    ]);
    expect(drawn((await importOutline(await writeXlsx(outline))).children)).toEqual(drawn(outline.children));
  });
});
