import { describe, expect, it } from 'vitest';
import { importOutline } from '../import/outline-of.ts';
import { writtenXlsx } from '../written-files.fixture.ts';
import { draftOf } from './draft-of.ts';

const IMPRINT = { id: 'imported', version: '2026', issuedBy: '综合科', printedOn: '2026-01-01' };
const TITLE = { before: ['考核表'] };
const drafted = async (note: string) => {
  const rows = [
    ['项目', '考核内容', '分值'],
    ['甲', '学习', 10],
    ['', '工作', 90],
  ];
  const { rubric, report } = draftOf(
    await importOutline(await writtenXlsx({ ...TITLE, rows, after: [`备注：${note}`] })),
    IMPRINT,
  );
  return { rubric, open: report.filter(({ kind }) => kind === 'not-understood').map(({ zh }) => zh) };
};

describe('what a note says beside its grades', () => {
  it.each([
    [
      '发生安全事故的，总分不超过60分；90分以上为优秀，60分以上为合格，60分以下为不合格；连续两年不合格的，予以调岗。',
      ['备注“发生安全事故的，总分不超过60分”、“连续两年不合格的，予以调岗”须写成计分规则'],
    ],
    [
      '1.本表满分100分，90分以上为优秀，60分以上为合格，60分以下为不合格。2.弄虚作假的一票否决。',
      ['备注“2.弄虚作假的一票否决”须写成计分规则'],
    ],
    ['优秀按满分计，良好按80%计，差不得分，特殊情况由领导小组研究', ['备注“特殊情况由领导小组研究”须写成计分规则']],
    ['考核结果分为三等：总分90分以上为优秀，60分以上为合格，60分以下为不合格。', []],
  ])('is told by its words: %s', async (note, open) => expect((await drafted(note)).open).toEqual(open));
});

describe('grades of the whole in a note', () => {
  it('have S above A', async () => {
    const { rubric } = await drafted('S级≥90分，A级80-90分（不含），B级60-80分（不含），C级<60分。');
    expect(rubric.steps).toEqual([
      {
        band: [
          { from: '90', grade: 's' },
          { from: '80', below: '90', grade: 'a' },
          { from: '60', below: '80', grade: 'b' },
          { below: '60', grade: 'c' },
        ],
      },
    ]);
  });

  it('give all the rest to the one that is named for it', async () => {
    const { rubric, open } = await drafted('得分95分及以上为一等，85-95分（不含）为二等，其余为三等。');
    expect(rubric.steps).toEqual([
      {
        band: [
          { from: '95', grade: 'first' },
          { from: '85', below: '95', grade: 'second' },
          { below: '85', grade: 'third' },
        ],
      },
    ]);
    expect(open).toEqual([]);
  });
});
