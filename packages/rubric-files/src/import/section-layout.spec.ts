import { describe, expect, it } from 'vitest';
import { drawn, said } from '../drawn-outline.fixture.ts';
import { type WrittenTable, writtenXlsx } from '../written-files.fixture.ts';
import { importOutline } from './outline-of.ts';

describe('an Excel with sections across its width and （1）（2） with points in the text', () => {
  const across = (text: string) => [{ text, colSpan: 3 }];
  const table: WrittenTable = {
    before: ['机关党建工作考核表'],
    rows: [
      ['考核内容', '得分', '备注'],
      across('一、组织建设（30分）'),
      ['（1）按期换届；（１０ 分）', '', ''],
      ['（2）2020年以来坚持“三会一课”，缺课率不超过0.5%。【12分】', '', ''],
      ['（3）党费收缴 8分', '', ''],
      across('二、作风建设（20分）'),
      ['（1）无违规违纪问题，每例扣1.5分（20分）', '', ''],
      across('注：1.得分保留一位小数。'),
      across('2.满分为50分。'),
    ],
  };

  it('makes the sections the level above', async () => {
    const outline = await importOutline(await writtenXlsx(table));
    expect(drawn(outline.children)).toEqual([
      '1 组织建设 30分',
      '  1.1 按期换届； 10分',
      '  1.2 2020年以来坚持“三会一课”，缺课率不超过0.5%。 12分',
      '  1.3 党费收缴 8分',
      '2 作风建设 20分',
      '  2.1 无违规违纪问题，每例扣1.5分 20分',
    ]);
    expect(outline.levels).toEqual(['类别', '考核内容']);
    expect(outline.notes).toEqual(['1.得分保留一位小数。', '2.满分为50分。']);
    expect(said(outline, 'understood').at(-1)).toBe('备注：合计 50 分，相符');
  });

  it('reads all criteria of a section out of one cell, whatever they are numbered with', async () => {
    const cells = [
      '①按期换届（10分）\n②坚持“三会一课”，\n不少于12次（20分）',
      '1、按期换届（10分）；2、坚持“三会一课”，不少于12次（20分）',
      '1.1按期换届（10分）\n1.2坚持“三会一课”，不少于12次（20分）',
      '（一）按期换届，10分；\n（二）坚持“三会一课”，不少于12次，20分。',
      '按期换届（10分）\n坚持“三会一课”，不少于12次（20分）',
    ];
    for (const cell of cells) {
      const rows = [
        ['项目', '考核内容', '得分'],
        ['1.组织建设（30分）', cell, ''],
      ];
      const { children } = await importOutline(await writtenXlsx({ rows }));
      expect(drawn(children).map((line) => line.replace(/；(?= \d+分$)/, ''))).toEqual([
        '1 组织建设 30分',
        '  1.1 按期换届 10分',
        '  1.2 坚持“三会一课”，不少于12次 20分',
      ]);
    }
  });
});
