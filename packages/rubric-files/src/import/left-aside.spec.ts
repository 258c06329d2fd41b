import { describe, expect, it } from 'vitest';
import { said } from '../drawn-outline.fixture.ts';
import { writtenDocx } from '../written-files.fixture.ts';
import { importOutline } from './outline-of.ts';

const HEAD = ['项目', '考核内容', '分值', '责任科室', '得分'];
const TABLE = [HEAD, ['甲', '学习', 10, '办公室', ''], ['', '工作', 90, '', '']];

describe('what an import leaves aside', () => {
  it('is named for each part of the document: paragraphs, columns, tables of another kind', async () => {
    const outline = await importOutline(
      await writtenDocx(
        {
          before: ['乐政〔2026〕3号', '考核指标表'],
          rows: TABLE,
          after: ['备注：优秀按满分计', '', '解释权归办公室所有'],
        },
        {
          before: ['联系人名单'],
          rows: [
            ['姓名', '电话'],
            ['张三', '12345'],
          ],
        },
      ),
    );
    expect(outline.title).toBe('考核指标表');
    expect(said(outline, 'left-aside')).toEqual([
      '表1 第1行第1列：得分：评分时填写',
      '表1 第1行第4列：“责任科室”一栏 1 格：只从中读计分规则，文字不存入表中',
      '表2 第1行第1列：一张不是考核指标的表，2 行：姓名｜电话',
      '表1 第1行第1列：表前表后的 3 段文字：“乐政〔2026〕3号”、“解释权归办公室所有”、“联系人名单”',
    ]);
  });

  it('is nothing where all of it is read', async () =>
    expect(
      said(
        await importOutline(await writtenDocx({ before: ['考核指标表'], rows: TABLE.map((row) => row.slice(0, 3)) })),
        'left-aside',
      ),
    ).toEqual([]));
});
