import { describe, expect, it } from 'vitest';
import { importOutline } from '../import/outline-of.ts';
import { totalOf } from '../scored-draft.fixture.ts';
import { writtenXlsx } from '../written-files.fixture.ts';
import { type RubricDraft, draftOf } from './draft-of.ts';

const IMPRINT = { id: 'imported', version: '2026', issuedBy: '综合科', printedOn: '2026-01-01' };
const drafted = async (rule: string, points = 10): Promise<RubricDraft> =>
  draftOf(
    await importOutline(
      await writtenXlsx({
        before: ['考核表'],
        rows: [
          ['项目', '考核内容', '分值', '评分办法'],
          ['甲', '设备维护', points, rule],
        ],
      }),
    ),
    IMPRINT,
  );
const said = ({ report }: RubricDraft) => report.filter(({ zh }) => zh.startsWith('1.1：')).map(({ zh }) => zh);
const source = ({ rubric }: RubricDraft) => rubric.children[0]!;

describe('a line that states the points of its levels', () => {
  it('is marked with them and nothing between', async () => {
    const draft = await drafted('优秀得10分，良好得8分，差不得分');
    expect(source(draft)).toMatchObject({ children: [{ from: { mark: { values: ['10', '8', '0'] } } }] });
    expect(said(draft)).toEqual(['1.1：按本条写明的各档得分打分：“优秀得10分”、“良好得8分”、“差不得分”']);
  });

  it('is left to a person where a level is a stretch of points', async () => {
    const draft = await drafted('优按满分，良扣1-3分，差不得分');
    expect(said(draft)).toEqual([
      '1.1：计分方式没有读懂，暂按 0.5 分为单位打分；“优按满分”、“良扣1-3分”、“差不得分”没有读入，须写进计分规则',
    ]);
  });
});

describe('a line that states tiers of a number', () => {
  it('goes by the number', async () => {
    const draft = await drafted('完好率95%以上得10分，85%以上得6分，其余不得分');
    const total = (value: number) => totalOf(draft, { numbers: { 'line-1-1-value': value } });
    expect([95, 94, 85, 84].map(total)).toEqual(['10', '6', '6', '0']);
    expect(draft.rubric.inputs).toEqual([
      { id: 'line-1-1-value', title: '完好率', kind: 'number', unit: '%', least: '0', most: '100' },
    ]);
    expect(said(draft)).toEqual([
      '1.1：按“完好率”分档计分，数值拟限 0 至 100：“完好率95%以上得10分”、“85%以上得6分”、“其余不得分”',
    ]);
  });

  it('is named by its own title where the tiers do not say what is measured', async () => {
    const { rubric } = await drafted('10件以上得10分，其余不得分');
    expect(rubric.inputs).toMatchObject([{ title: '设备维护', unit: '件' }]);
  });
});

describe('the number that tiers are of', () => {
  it.each([
    ['增长率10%以上得10分，5%以上得8分，其余不得分', {}, '数值不限大小'],
    ['完成率100%以上得10分，90%以上得8分，其余不得分', { least: '0' }, '数值拟不小于 0'],
    ['及时率95%以上得10分，90%以上得8分，其余不得分', { least: '0', most: '100' }, '数值拟限 0 至 100'],
  ])('has limits only where it can have no others, and they are told: %s', async (rule, limits, told) => {
    const draft = await drafted(rule);
    const { least, most } = draft.rubric.inputs![0]!;
    expect({ ...(least && { least }), ...(most && { most }) }).toEqual(limits);
    expect(said(draft)[0]).toContain(told);
  });

  it.each([
    ['监控完好率（10分）：98%以上得10分，95%以上得8分，其余不得分', '监控完好率'],
    ['≥95%满分，＜95%≥90%得8分，＜90%不得分', '设备维护'],
  ])('is called neither by points nor by signs: %s', async (rule, title) =>
    expect((await drafted(rule)).rubric.inputs).toMatchObject([{ title }]),
  );
});

describe('full marks or none', () => {
  it('is all that 不得分 says where no other figure stands beside it', async () => {
    const draft = await drafted('列入预算得满分，未列入不得分');
    expect(source(draft)).toMatchObject({ children: [{ from: { mark: { values: ['0', '10'] } } }] });
  });

  it.each(['按时完成得10分，基本完成得6分，未完成不得分', '同比下降得满分；上升不足5%扣5分；上升5%以上不得分'])(
    'is not what “%s” says',
    async (rule) => {
      const draft = await drafted(rule);
      expect(source(draft)).toMatchObject({ children: [{ from: { mark: { step: '0.5' } } }] });
      expect(said(draft)[0]).toMatch(/^1\.1：计分方式没有读懂.*不得分”没有读入/);
    },
  );
});
