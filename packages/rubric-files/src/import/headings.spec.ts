import { describe, expect, it } from 'vitest';
import { isNote, isTotal, roleOf } from './headings.ts';

describe('headings', () => {
  it.each([
    [
      'level',
      [
        '项目',
        '类别',
        '一级指标',
        '三级指标',
        '考核内容',
        '考核 项目',
        '考核\n内容',
        '指标',
        '评价指标',
        '工作任务',
        '指标名称',
        '考核内容及要求',
        '考核内容及评分标准',
        '考核项目和评分办法',
        '考核内容（100分）',
      ],
    ],
    ['standard', ['考核标准', '评分标准', '评分细则']],
    ['points', ['分值', '评价\n\n分值', '标准分', '满分', '分值（分）', '分 值']],
    ['weight', ['权重', '权重（%）', '权重分配']],
    ['fill', ['得分', '自评分', '自评得分', '考核得分', '实得分', '扣分', '完成情况', '扣分原因']],
    ['ordinal', ['序号', '编号', '序']],
    ['extra', ['备注', '扣分标准', '评分办法', '计分方式', '考核单位', '责任科室', '数据来源', '佐证材料', '说明']],
  ])('mean %s: %j', (role, headings) => expect(headings.map(roleOf)).toEqual(headings.map(() => role)));

  it('are not made of text', () => {
    expect(['建立健全工作制度', '2020年', '', '按照上级要求完成各项工作任务'].map(roleOf)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('rows that are no nodes', () => {
  it.each(['合计', '总 分', '小计（30分）', '合计：100分', '总计100'])('%s begins totals', (text) =>
    expect(isTotal(text)).toBe(true),
  );

  it.each(['备注：本表', '注:1.本表', '说明：', '注1：本表', '备 注'])('%s begins notes', (text) =>
    expect(isNote(text)).toBe(true),
  );

  it.each(['注重学习', '说明情况及时', '总分排名靠前', '合计完成十项'])('%s does neither', (text) =>
    expect([isTotal(text), isNote(text)]).toEqual([false, false]),
  );
});
