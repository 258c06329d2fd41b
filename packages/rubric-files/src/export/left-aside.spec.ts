import { readContent } from '@mofan/rubric/content';
import { loadRubric } from '@mofan/rubric/load';
import { beforeAll, describe, expect, it } from 'vitest';
import { draftOf } from '../draft/draft-of.ts';
import { importOutline } from '../import/outline-of.ts';
import type { ReportEntry } from '../report.ts';
import { paperOf } from './paper-of.ts';
import { writeXlsx } from './write-xlsx.ts';

const table = readContent({
  schema: 'mofan-rubric/2',
  id: 'aside',
  version: '2026',
  title: '考核表',
  source: { document: '考核办法', issuedBy: '综合科', printedOn: '2026-01-01' },
  points: '20',
  rounding: { mode: 'half-up', places: '2' },
  grades: [{ code: 'good', title: '好' }],
  scales: {},
  inputs: [{ id: 'air', title: '月度得分', kind: 'series', least: '0', most: '100' }],
  metrics: [],
  evidenceKinds: [],
  documents: [],
  children: [
    {
      id: '1',
      text: '月度平均',
      points: '10',
      from: { formula: "mean('air')" },
      steps: [{ compute: 'score / 10' }, { round: { mode: 'half-even', places: '0' } }],
    },
    {
      id: '2',
      text: '评审',
      points: '10',
      from: { mark: { step: '1' } },
      steps: [{ gate: { when: 'score < 5', because: '不足5分', becomes: '0' } }],
    },
  ],
  figures: [{ id: 'coefficient', text: '系数', from: { formula: "share('1')" } }],
  selections: [
    {
      id: 'model',
      title: '先进单位',
      among: 'kind',
      quota: { share: '20%', of: 'eligible', rounding: 'up' },
      order: [{ by: "line('1')", best: 'highest' }],
    },
  ],
  consequences: [
    { id: 'rectify', title: '限期整改', when: "line('2') < 5", dueInDays: '30' },
    { id: 'fine', title: '奖金', amount: "line('1') * 100", round: { mode: 'cut', places: '0' } },
  ],
  rulings: { proposedOn: '2026-01-01', items: [] },
}).rubric;

describe('what an import does not read of an exported table', () => {
  let report: ReportEntry[];
  beforeAll(async () => {
    const { outline, around } = paperOf(loadRubric(table), 'f'.repeat(64));
    const imprint = { id: 'again', version: '2026', issuedBy: '综合科', printedOn: '2026-01-01' };
    ({ report } = draftOf(await importOutline(await writeXlsx(outline, around)), imprint));
  });
  const told = (start: string) =>
    report.filter(({ zh }) => zh.startsWith(start)).map(({ kind, zh }) => `${kind} ${zh}`);

  it('takes the rest of the rule with it, sentence by sentence', () =>
    expect(told('1：')).toEqual([
      'not-understood 1：印出的规则不能全部读入；暂按 0.5 分为单位打分，须人工写明',
      'left-aside 1：公式：按 “月度得分”各期平均 计算',
      'left-aside 1：算式：再按 当前得数 ÷ 10 计算',
      'left-aside 1：其余规则不全，这一句也未采用：四舍六入五成双到整数',
    ]));

  it('is to be written by hand where it is a condition', () =>
    expect(told('2：')).toEqual([
      'not-understood 2：按印出的规则，但其中的条件没有读入，须人工写明',
      'left-aside 2：条件：若当前得数 < 5（不足5分），一票否决：本条记 0 分',
    ]));

  it.each([
    ['“系数”（coefficient）', '另计：公式：按 “月度平均”（1）的得分率 计算'],
    ['“月度得分”（air）', '数据：逐期各一个数，不小于 0，不大于 100'],
    [
      '“先进单位”（model）',
      '评选：按单位属性“kind”分组，依次按 “月度平均”（1）从高到低排序，取符合条件者的 20%（进一）',
    ],
    ['“限期整改”（rectify）', '后续：若“评审”（2） < 5，限 30 日内'],
    ['“奖金”（fine）', '后续：按 “月度平均”（1） × 100 计算，舍去尾数到整数'],
  ])('is to be written by hand, with all that is printed of it: %s', (name, printed) =>
    expect(told(name)).toEqual([`not-understood ${name}没有读入，须人工写明：${printed}`]),
  );
});
