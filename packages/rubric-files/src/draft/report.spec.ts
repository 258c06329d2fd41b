import { loadRubric } from '@mofan/rubric/load';
import { describe, expect, it } from 'vitest';
import { importOutline } from '../import/outline-of.ts';
import { type WrittenTable, writtenXlsx } from '../written-files.fixture.ts';
import { type RubricDraft, draftOf } from './draft-of.ts';

const IMPRINT = { id: 'imported', version: '2026', issuedBy: '综合科', printedOn: '2026-01-01' };
const HEAD = ['项目', '考核内容', '分值', '评分办法'];
const draft = async (rows: WrittenTable['rows'], note?: string): Promise<RubricDraft> =>
  draftOf(
    await importOutline(
      await writtenXlsx({ before: ['考核表'], rows, after: note === undefined ? [] : [`备注：${note}`] }),
    ),
    IMPRINT,
  );
const about = ({ report }: RubricDraft, id: string) =>
  report.filter(({ zh }) => zh.startsWith(`${id}：`)).map(({ kind, place, zh }) => `${kind} ${place} ${zh}`);
const leaf = ({ rubric }: RubricDraft, at = 0) => loadRubric(rubric).leaves[at]!.source;

describe('a line in the report', () => {
  it('has one entry, with its place and its quotes, and is never called by nothing', async () => {
    const drafted = await draft([
      HEAD,
      ['甲', '无违规违纪问题', 5, '发生一例扣3分，扣完为止'],
      ['', '按时完成', 5, ''],
      ['', '全年学习不少于12次，酌情扣分', 5, '每例扣1分'],
    ]);
    expect(['1.1', '1.2', '1.3'].flatMap((id) => about(drafted, id))).toEqual([
      'guessed Sheet1!B3 1.1：按列明的扣分、加分规定逐例计分（1项）：“发生一例扣3分”、“扣完为止”',
      'guessed Sheet1!B4 1.2：未写明计分方式，暂按 0.5 分为单位打分',
      'not-understood Sheet1!B5 1.3：按列明的扣分、加分规定逐例计分（1项）：“每例扣1分”；“全年学习不少于12次”、“酌情扣分”没有读入，须写进计分规则',
    ]);
    expect(drafted.report.filter(({ zh, place }) => /^[：\s]/.test(zh) || place === '')).toEqual([]);
  });

  it('has a rate with a name that means something', async () => {
    const { from, steps } = leaf(await draft([HEAD, ['甲', '无违规违纪问题', 5, '发生一例扣3分，扣完为止']]));
    expect(from.cases?.deduct?.[0]).toMatchObject({ title: '发生违规违纪问题', points: '3' });
    expect(steps).toEqual([{ clamp: { least: '0' } }]);
  });
});

describe('cases with limits', () => {
  it('stop where their rate, or all together, does', async () => {
    const drafted = await draft([
      HEAD,
      ['甲', '通报一次扣2分，最多扣6分；曝光一次扣3分', 10, ''],
      ['', '论文每篇加1分，获奖每项加2分，累计不超过4分', '+5', ''],
      ['', '每次扣2分，本项最多扣6分', '扣8', ''],
    ]);
    expect(leaf(drafted, 0).from.cases?.deduct?.map(({ most }) => most)).toEqual(['6', undefined]);
    expect(leaf(drafted, 1)).toMatchObject({ bonus: '5', steps: [{ clamp: { most: '4' } }] });
    expect(leaf(drafted, 2)).toMatchObject({ penalty: '8', steps: [{ clamp: { least: '-6' } }] });
  });

  it('count the highest alone where the text says so', async () => {
    const drafted = await draft([HEAD, ['甲', '国家级每项加5分，省级每项加3分，取最高一项', '+5', '']]);
    expect(leaf(drafted).from.cases?.charge).toBe('heaviest');
  });
});

describe('a veto', () => {
  it('becomes a gate over the whole, as a guess', async () => {
    const drafted = await draft([HEAD, ['甲', '发生重大责任事故的，一票否决', 5, '']]);
    expect(drafted.rubric.categories).toEqual([{ id: 'line-1-1-veto', title: '发生重大责任事故' }]);
    expect(drafted.rubric.steps).toMatchObject([{ gate: { when: "cases('line-1-1-veto') > 0", becomes: '0' } }]);
    expect(about(drafted, '1.1')[0]).toContain('拟为否决全表');
  });
});

describe('a note that grades', () => {
  const rows = [HEAD, ['甲', '学习', 10, ''], ['', '工作', 90, '']];

  it('becomes the choice of each line, told with the sentence that it comes from', async () => {
    const drafted = await draft(rows, '优秀按满分计，良好按80%计，差不得分。');
    expect(leaf(drafted).from.mark?.grades).toEqual([
      { grade: 'excellent', points: { minus: '0' } },
      { grade: 'good', points: '80%' },
      { grade: 'poor', points: '0' },
    ]);
    expect(drafted.report.filter(({ place }) => place === '备注')).toMatchObject([
      { kind: 'guessed', zh: '“优秀按满分计”、“良好按80%计”、“差不得分”：逐条评等次，拟为优秀、良好、差' },
    ]);
  });

  it('becomes bands over the whole where it speaks of the total', async () => {
    const { rubric } = await draft(rows, '总分90分以上为优秀，80分以上为良好，60分以上为合格，60分以下为不合格。');
    expect(loadRubric(rubric).published.steps).toEqual([
      {
        band: [
          { from: '90', grade: 'excellent' },
          { from: '80', below: '90', grade: 'good' },
          { from: '60', below: '80', grade: 'qualified' },
          { below: '60', grade: 'unqualified' },
        ],
      },
    ]);
  });

  it('that contradicts itself is told with an example', async () => {
    const { report } = await draft(rows, '优秀（90-100）、良好（75-85）、合格（60-75）、不合格（60以下）');
    expect(report.filter(({ kind }) => kind === 'not-understood').map(({ zh }) => zh)).toEqual([
      '“优秀”与“良好”之间有空档：满分100分时，85至90分之间没有等次',
      '“良好”与“合格”重叠：满分100分时，75分两等都算',
    ]);
  });

  it('is left to a person where its limits are of another table, or it says nothing of grades', async () => {
    for (const note of ['900分以上为优秀，800分以上为良好', '本表由办公室负责解释']) {
      const { rubric, report } = await draft(rows, note);
      expect([rubric.grades, rubric.steps]).toEqual([[], undefined]);
      expect(report.filter(({ zh }) => zh.includes('须写成计分规则'))).toHaveLength(1);
    }
  });

  it('may be a heading', async () => {
    const [, ...body] = rows;
    const { rubric } = await draft([['项目', '考核内容（好的得满分，较好扣1-2分）', '分值', '评分办法'], ...body]);
    expect(rubric.scales['judged']?.bands.map(({ grade }) => grade)).toEqual(['good', 'fairly-good']);
  });
});

describe('weights', () => {
  it('of the whole become shares of their group', async () => {
    const { rubric } = await draft([
      ['一级指标', '权重', '二级指标', '权重'],
      [{ text: '效率', rowSpan: 2 }, { text: '60%', rowSpan: 2 }, '按时', '45%'],
      ['提前', '15%'],
      ['评价', '40%', '满意度', '40%'],
    ]);
    const { groups, leaves } = loadRubric(rubric);
    expect([...groups.slice(0, 2), ...leaves].map(({ weight }) => `${weight?.n}/${weight?.d}`)).toEqual([
      '3/5',
      '2/5',
      '3/4',
      '1/4',
      '1/1',
    ]);
  });

  it('beside marks out of a hundred make a weighted whole, out of a hundred unless a total is stated', async () => {
    const rows = [
      ['指标', '权重', '考核内容', '满分'],
      ['党建', '40%', '支部建设', 100],
      ['业务', '60%', '任务完成', 100],
    ];
    const { total, groups } = loadRubric((await draft(rows)).rubric);
    expect([total.from, total.pointsText, ...groups.map(({ weight }) => weight)]).toEqual([
      expect.objectContaining({ by: 'weighted' }),
      '100',
      { n: 2, d: 5 },
      { n: 3, d: 5 },
    ]);
    expect((await draft([...rows, ['合计', '100%', '', 200]])).rubric.points).toBe('200');
  });

  it('that only repeat the points are left out', async () => {
    const { rubric } = await draft([
      ['指标', '权重', '考核内容', '分值'],
      ['党建', '40%', '支部建设', 40],
      ['业务', '60%', '任务完成', 60],
    ]);
    const { total, groups } = loadRubric(rubric);
    expect([total.from, total.pointsText, ...groups.map(({ weight }) => weight)]).toEqual([
      expect.objectContaining({ by: 'sum' }),
      '100',
      null,
      null,
    ]);
  });
});

it('a column that says nothing of scoring joins no text', async () => {
  const drafted = await draft([
    ['项目', '考核内容', '分值', '责任部门'],
    ['甲', '按时报送', 5, '办公室'],
    ['', '无差错', 5, '综合科'],
  ]);
  expect(leaf(drafted).text).toBe('按时报送');
  expect(drafted.report.map(({ kind, zh }) => `${kind} ${zh}`)).toContain(
    'left-aside “责任部门”一栏 2 格：只从中读计分规则，文字不存入表中',
  );
});

describe('a column of remarks on deductions', () => {
  const rowsWith = (...remarks: string[]) => [
    ['项目', '考核内容', '分值', '扣分说明'],
    ['甲', '按时报送', 5, remarks[0]!],
    ['', '无差错', 5, remarks[1]!],
  ];

  it('is read where it says rules', async () => {
    const drafted = await draft(rowsWith('迟报一次扣2分', '差错一处扣１分'));
    expect(about(drafted, '1.1')).toEqual([
      'guessed Sheet1!B3 1.1：按列明的扣分、加分规定逐例计分（1项）：“迟报一次扣2分”',
    ]);
    expect(leaf(drafted, 1).from.cases?.deduct?.[0]?.points).toBe('1');
    expect(leaf(drafted).text).toBe('按时报送\n迟报一次扣2分');
    expect(drafted.report.map(({ zh }) => zh)).toContain('“扣分说明”一栏 2 格：并入条目的文字，并从中读计分规则');
  });

  it('is for those who assess where it is empty', async () => {
    const drafted = await draft(rowsWith('', ''));
    expect(leaf(drafted).from).toEqual({ mark: { step: '0.5' } });
    expect(drafted.report.map(({ zh }) => zh)).toContain('扣分说明：评分时填写');
  });

  it('stays with its line whatever it says', async () => {
    const drafted = await draft(rowsWith('见附件', ''));
    expect(leaf(drafted).text).toBe('按时报送\n见附件');
  });
});
