import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn-outline.fixture.ts';
import { importOutline } from '../import/outline-of.ts';
import { writtenXlsx } from '../written-files.fixture.ts';
import { draftOf } from './draft-of.ts';

const IMPRINT = { id: 'imported', version: '2026', issuedBy: '综合科', printedOn: '2026-01-01' };
const drafted = async (heading: string, said: string, text = '按时报送') => {
  const outline = await importOutline(
    await writtenXlsx({
      before: ['考核表'],
      rows: [
        ['项目', '考核内容', '分值', heading],
        ['甲', text, 60, said],
        ['乙', '无差错', 40, ''],
      ],
    }),
  );
  const draft = draftOf(outline, IMPRINT);
  const first = draft.rubric.children[0]!;
  const about = draft.report.filter(({ zh }) => zh.startsWith('1.1：')).map(({ zh }) => zh);
  return { first, about, all: draft.report.map(({ zh }) => zh) };
};

describe('a column of what was written when scoring', () => {
  it('is no rule, and is told to be filled in', async () => {
    const { about, all } = await drafted('扣分原因', '3月迟报1次，扣2分');
    expect(about).toEqual(['1.1：未写明计分方式，暂按 0.5 分为单位打分']);
    expect(all).toContain('“扣分原因”一栏已填 1 格，是评分时写的，不作规则，也不存入表中');
  });
});

describe('a rate that a column says once more', () => {
  it('is charged once', async () => {
    const { first, about } = await drafted('扣分说明', '少一次扣2分', '每月报送，每少1次扣2分');
    expect(first).toMatchObject({ children: [{ from: { cases: { deduct: [{ points: '2' }] } } }] });
    expect(about).toEqual(['1.1：按列明的扣分、加分规定逐例计分（1项）：“每少1次扣2分”、“少一次扣2分”']);
  });

  it('is another one where what happened differs', async () => {
    const { about } = await drafted('扣分说明', '迟报一次扣2分', '每月报送，每少1次扣2分');
    expect(about[0]).toContain('（2项）');
  });
});

describe('points of the parts of one line', () => {
  it('are told, for a line has only its own', async () => {
    const { about } = await drafted('评分标准', '每季度开展1次（15分），少1次扣5分；资料齐全（25分）');
    expect(about).toEqual([
      '1.1：按列明的扣分、加分规定逐例计分（1项）：“少1次扣5分”；“（15分）”、“（25分）”没有读入，须写进计分规则',
    ]);
  });
});

it('a heading of both contents and standards is a level, whose numbered parts are lines with their points', async () => {
  const rows = [
    ['类别', '考核内容及评分标准', '分值'],
    [{ text: '服务', rowSpan: 2 }, '1.着装整洁（5分）；2.文明用语（15分）', 20],
    ['被投诉查实一次扣2分', 20],
  ];
  const { children } = await importOutline(await writtenXlsx({ before: ['考核表'], rows }));
  expect(drawn(children)).toEqual([
    '1 服务 40分',
    '  1.1 着装整洁； 5分',
    '  1.2 文明用语 15分',
    '  1.3 被投诉查实一次扣2分 20分',
  ]);
});
