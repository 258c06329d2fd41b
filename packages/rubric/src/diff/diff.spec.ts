import { describe, expect, it } from 'vitest';
import annex from '../../rubrics/yueqing-2020.json' with { type: 'json' };
import { parseRubric } from '../content.ts';
import type { Rubric } from '../rubric.ts';
import { diffRubrics } from './diff.ts';

/** A small table with every part in it. */
const table = {
  schema: 'mofan-rubric/2',
  id: 'hall',
  version: '2026',
  title: '窗口考核',
  source: { document: '办法', issuedBy: '办公室', printedOn: '2026-01-05' },
  points: '100',
  gradingNote: '满分100分',
  rounding: { mode: 'half-up', places: '1' },
  grades: [
    { code: 'excellent', title: '优秀' },
    { code: 'good', title: '良好' },
  ],
  scales: { judged: { step: '0.5', bands: [{ grade: 'excellent', from: { minus: '2' } }] } },
  inputs: [{ id: 'rate', title: '办结率', kind: 'number', most: '100' }],
  categories: [
    { id: 'warning', title: '处分' },
    { id: 'accident', title: '责任事故' },
  ],
  roles: [
    { id: 'cadre', title: '干部' },
    { id: 'staff', title: '职工' },
  ],
  metrics: [{ id: 'sessions', title: '学习次数', counts: 'study' }],
  evidenceKinds: [{ id: 'study', title: '集中学习', en: 'study', group: 'other', criteria: ['1.1'] }],
  documents: [{ id: 'rules', title: '旧办法', where: '第3条' }],
  steps: [
    { round: { mode: 'half-up', places: '1' } },
    {
      band: [
        { from: '90', grade: 'excellent' },
        { from: '80', below: '90', grade: 'good' },
      ],
    },
    { gate: { when: "cases('accident') > 0", because: '发生责任事故', becomes: '0' } },
  ],
  children: [
    { id: '1.1', text: '台账', points: '60', documents: ['rules'], from: { mark: { scale: 'judged' } } },
    {
      id: '1.2',
      text: '干部受处分的扣分',
      points: '40',
      from: {
        cases: {
          charge: 'every',
          deduct: [
            { id: 'w', title: '严重警告', category: 'warning', role: 'cadre', per: 'case', points: '3' },
            { id: 'l', title: '迟到', category: 'late', per: 'occurrence', points: '1' },
          ],
        },
      },
      steps: [{ clamp: { least: '0' } }],
    },
  ],
  selections: [
    {
      id: 'best',
      title: '先进',
      order: [{ by: "line('hall')", best: 'highest' }],
      quota: { share: '15%', of: 'group', rounding: 'cut' },
    },
  ],
  consequences: [{ id: 'mend', title: '限期整改', when: "line('hall') < 60", dueInDays: '30' }],
  rulings: {
    proposedOn: '2026-01-05',
    items: [
      {
        id: 'A01',
        on: '扣分',
        problem: '扣到何处为止',
        reading: '扣完为止',
        alternatives: [],
        leaves: ['1.2'],
        patch: { lines: { '1.2': { steps: [{ clamp: { least: '0' } }] } } },
      },
    ],
  },
};
type Table = typeof table;

/** What is said of one edit of the table. */
function said(edit: (table: Table) => unknown): string[] {
  const copy = JSON.parse(JSON.stringify(table)) as Table;
  edit(copy);
  return diffRubrics(parseRubric(table), parseRubric(copy)).map(({ zh }) => zh);
}
const deduct = (t: Table) => t.children[1]!.from.cases!.deduct;
const bands = (t: Table) => t.steps[1]!.band as Record<string, unknown>[];

describe('a change of a line', () => {
  it.each<[string, (t: Table) => unknown]>([
    ['“台账”分值由 60 改为 50', (t) => (t.children[0]!.points = '50')],
    ['“台账”文字由“台账”改为“台账齐全”', (t) => (t.children[0]!.text = '台账齐全')],
    ['“干部受处分的扣分”扣分项“严重警告”每例扣分由 3 改为 2', (t) => (deduct(t)[0]!.points = '2')],
    ['“干部受处分的扣分”扣分项“迟到”每次扣分由 1 改为 0.5', (t) => (deduct(t)[1]!.points = '0.5')],
    ['“干部受处分的扣分”扣分项“严重警告”身份由 干部 改为 职工', (t) => (deduct(t)[0]!.role = 'staff')],
    ['“干部受处分的扣分”计法由 逐例计 改为 只计最高一项', (t) => (t.children[1]!.from.cases!.charge = 'heaviest')],
    ['“干部受处分的扣分”步骤“限额”最低由 0 改为 5', (t) => (t.children[1]!.steps = [{ clamp: { least: '5' } }])],
    [
      '“干部受处分的扣分”新增步骤“取整”：舍去到 0 位',
      (t) => t.children[1]!.steps!.push({ round: { mode: 'cut', places: '0' } } as never),
    ],
    ['“干部受处分的扣分”删去扣分项“迟到”：事项“late”，每次扣分 1', (t) => deduct(t).pop()],
    [
      '“干部受处分的扣分”新增扣分项“旷工”：事项“absent”，每次扣分 4',
      (t) => deduct(t).push({ id: 'x', title: '旷工', category: 'absent', per: 'occurrence', points: '4' } as never),
    ],
    [
      '“台账”打分方式由 所用等次区间“judged”改为 打分单位 0.5',
      (t) => (t.children[0]!.from = { mark: { step: '0.5' } } as never),
    ],
    ['“干部受处分的扣分”扣分项“迟到”编号由“l”改为“late”', (t) => (deduct(t)[1]!.id = 'late')],
    ['“台账”删去引用文件“旧办法”', (t) => (t.children[0]!.documents = [])],
    ['“台账”移到“干部受处分的扣分”之后', (t) => t.children.reverse()],
    ['删去“干部受处分的扣分”', (t) => t.children.pop()],
    [
      '新增“环境”：分值 5，打分（打分单位 1）',
      (t) => t.children.push({ id: '1.3', text: '环境', points: '5', from: { mark: { step: '1' } } } as never),
    ],
  ])('%s', (sentence, edit) => expect(said(edit)).toEqual([sentence]));

  it('of a band without a grade is told by its place', () => {
    const scored = (points: string): Rubric =>
      parseRubric({
        ...table,
        steps: [
          {
            band: [
              { from: '90', points },
              { below: '90', points: '0' },
            ],
          },
        ],
      });
    expect(diffRubrics(scored('5'), scored('6')).map(({ zh }) => zh)).toEqual(['第 1 档得分由 5 改为 6']);
  });

  it('of a boundary between two bands is one sentence, which tells whose the number itself is', () => {
    const graded = (best: object, good: object): Rubric =>
      parseRubric({
        ...table,
        steps: [
          {
            band: [
              { ...best, grade: 'excellent' },
              { ...good, grade: 'good' },
            ],
          },
        ],
      });
    const older = graded({ from: '90' }, { below: '90' });
    const [change, ...others] = diffRubrics(older, graded({ from: '92' }, { below: '92' }));
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      zh: '等次“优秀”与“良好”的分界由 90 改为 92（属“优秀”）',
      en: 'the boundary between “优秀” and “良好” changed from 90 to 92 (part of “优秀”)',
      path: ['steps', '1', 'band', 'excellent', 'lower'],
      before: { from: '90' },
      after: { from: '92' },
    });
    expect(diffRubrics(older, graded({ above: '90' }, { to: '90' })).map(({ zh }) => zh)).toEqual([
      '等次“优秀”与“良好”的分界由 90（属“优秀”）改为 90（属“良好”）',
    ]);
    // where a gap opens there is no boundary
    expect(diffRubrics(older, graded({ from: '92' }, { below: '91' }))).toHaveLength(2);
  });

  it('of a boundary between bands without grades tells the bands by their places', () => {
    const scored = (from: string): Rubric =>
      parseRubric({
        ...table,
        children: [
          {
            ...table.children[0],
            from: { formula: 'rate' },
            steps: [
              {
                band: [
                  { from, points: '60' },
                  { below: from, points: '0' },
                ],
              },
            ],
          },
          table.children[1],
        ],
      });
    expect(diffRubrics(scored('95'), scored('96')).map(({ zh }) => zh)).toEqual([
      '“台账”第 1 档与第 2 档的分界由 95 改为 96（属第 1 档）',
    ]);
  });

  it('of a line names it by its title, with the id where another line has the same', () => {
    const alike = { ...table, children: [table.children[0], { ...table.children[1], text: '台账' }] };
    const changed = { ...alike, children: [{ ...alike.children[0], points: '50' }, alike.children[1]] };
    const [change] = diffRubrics(parseRubric(alike), parseRubric(changed));
    expect(change).toMatchObject({
      place: '1.1',
      zh: '“台账（1.1）”分值由 60 改为 50',
      en: '“台账 (1.1)”: points changed from 60 to 50',
    });
  });

  it('of a long text is its differing part alone', () => {
    const text = '提高学习质量，按照年度政治理论学习计划和文件要求，抓好政治理论学习；党支部全年集中学习不少于12次。';
    const long = { ...table, children: [{ ...table.children[0], text }, table.children[1]] };
    const other = { ...table, children: [{ ...table.children[0], text: text.replace('12', '15') }, table.children[1]] };
    const [change] = diffRubrics(parseRubric(long), parseRubric(other));
    expect(change!.zh).toBe(
      '“提高学习质量，按照年度政治理论学习计划和…”文字由“…集中学习不少于12次。”改为“…集中学习不少于15次。”',
    );
    expect(change).toMatchObject({ before: text, after: text.replace('12', '15') });
  });

  it('from one group to another is told as that', () => {
    const grouped = (first: object[], second: object[]): Rubric =>
      parseRubric({
        ...table,
        children: [
          { id: 'A', title: '甲', children: first },
          { id: 'B', title: '乙', children: second },
        ],
      });
    const [one, two] = table.children as [object, object];
    const three = { ...two, id: '1.3' };
    expect(diffRubrics(grouped([one, two], [three]), grouped([one], [three, two])).map(({ zh }) => zh)).toEqual([
      '“干部受处分的扣分（1.2）”由“甲”移到“乙”',
    ]);
  });
});

describe('a change of the whole table', () => {
  it.each<[string, (t: Table) => unknown]>([
    ['标题由“窗口考核”改为“大厅考核”', (t) => (t.title = '大厅考核')],
    ['满分由 100 改为 120', (t) => (t.points = '120')],
    ['评分说明由“满分100分”改为“满分120分”', (t) => (t.gradingNote = '满分120分')],
    ['来源印发单位由“办公室”改为“综合科”', (t) => (t.source.issuedBy = '综合科')],
    ['显示取整由 四舍五入到 1 位 改为 四舍五入到 2 位', (t) => (t.rounding.places = '2')],
    ['步骤“取整”由 四舍五入到 1 位 改为 舍去到 0 位', (t) => (t.steps[0] = { round: { mode: 'cut', places: '0' } })],
    ['等次“优秀”下限由 90（含）改为 92.3（含）', (t) => (bands(t)[0]!['from'] = '92.3')],
    ['等次“良好”下限由 80（含）改为 85（不含）', (t) => (bands(t)[1] = { above: '85', below: '90', grade: 'good' })],
    [
      '一票否决“发生责任事故”条件由“责任事故”次数 > 0 改为“责任事故”次数 > 1',
      (t) => ((t.steps[2]!.gate as { when: string }).when = "cases('accident') > 1"),
    ],
    [
      "一票否决“发生责任事故”条件由“cases('accident') > 0”改为“cases( 'accident' )>0”",
      (t) => ((t.steps[2]!.gate as { when: string }).when = "cases( 'accident' )>0"),
    ],
    ['一票否决“发生责任事故”所计分值由 0 改为 60', (t) => ((t.steps[2]!.gate as { becomes: string }).becomes = '60')],
    [
      '新增一票否决“弄虚作假”：条件“fraud”次数 > 0，所计分值 0',
      (t) => t.steps.push({ gate: { when: "cases('fraud') > 0", because: '弄虚作假', becomes: '0' } }),
    ],
    ['步骤“取整”移到步骤“分档”之后', (t) => t.steps.splice(1, 0, t.steps.shift()!)],
    ['等次“良好”标题由“良好”改为“良”', (t) => (t.grades[1]!.title = '良')],
    [
      '等次区间“judged”等次“优秀”下限由 满分减 2（含）改为 满分减 1（含）',
      (t) => (t.scales.judged.bands[0]!.from.minus = '1'),
    ],
    ['输入项“办结率”最高由 100 改为 200', (t) => (t.inputs[0]!.most = '200')],
    ['删去事项“责任事故”', (t) => t.categories.pop()],
    ['身份“职工”标题由“职工”改为“工作人员”', (t) => (t.roles[1]!.title = '工作人员')],
    ['计数“学习次数”标题由“学习次数”改为“次数”', (t) => (t.metrics[0]!.title = '次数')],
    ['佐证材料“集中学习”新增对应条目“干部受处分的扣分”', (t) => t.evidenceKinds[0]!.criteria.push('1.2')],
    [
      '文件“旧办法”新增代替文件：标题“新办法”，日期 2026-01-01',
      (t) => Object.assign(t.documents[0]!, { supersededBy: { title: '新办法', on: '2026-01-01' } }),
    ],
    ['评选“先进”比例由 15% 改为 20%', (t) => (t.selections[0]!.quota.share = '20%')],
    ['后果“限期整改”期限天数由 30 改为 15', (t) => (t.consequences[0]!.dueInDays = '15')],
    ['口径 A01 读法由“扣完为止”改为“不限”', (t) => (t.rulings.items[0]!.reading = '不限')],
    [
      '口径 A01 新增签发：2026-02-01 党委',
      (t) => Object.assign(t.rulings.items[0]!, { signed: { on: '2026-02-01', by: '党委' } }),
    ],
    [
      '口径 A01 改写“干部受处分的扣分”步骤“限额”最低由 0 改为 2',
      (t) => (t.rulings.items[0]!.patch.lines['1.2'].steps[0]!.clamp.least = '2'),
    ],
  ])('%s', (sentence, edit) => expect(said(edit)).toEqual([sentence]));

  it('that begins a list is told item by item, an empty list as such', () => {
    const without = parseRubric({ ...table, selections: undefined });
    expect(diffRubrics(without, parseRubric(table)).map(({ place, zh }) => [place, zh])).toEqual([
      ['best', '新增评选“先进”：排序依据“窗口考核”，次序 高者为优，比例 15%，基数 本组单位数，名额取整 舍去'],
    ]);
    expect(diffRubrics(without, parseRubric({ ...table, selections: [] })).map(({ zh }) => zh)).toEqual(['新增评选']);
  });

  it('names the place of what has no name of its own', () => {
    const patched = (rule: object): Rubric =>
      parseRubric({
        ...table,
        rulings: { ...table.rulings, items: [{ ...table.rulings.items[0], patch: { lines: { '1.2': rule } } }] },
      });
    const [change] = diffRubrics(
      patched({ steps: [{ melt: { heat: '3' } }] }),
      patched({ steps: [{ melt: { heat: '4' } }] }),
    );
    expect(change!.zh).toBe('口径 A01 改写“干部受处分的扣分”步骤“melt”“heat”由 3 改为 4');
    expect(change!.path.join('/')).toBe('rulings/items/A01/patch/lines/1.2/steps/1/melt/heat');
  });
});

describe('two versions', () => {
  it('of the 2020 annex that are the same do not differ, whatever their schema', () =>
    expect(diffRubrics(parseRubric(annex), parseRubric(annex))).toEqual([]));

  it('that differ in several places are told in the order of the table, rulings last', () =>
    expect(
      said((t) => {
        t.rulings.items = [];
        t.children[1]!.points = '41';
        t.children[0]!.points = '59';
        t.title = '新';
      }).map((sentence) => sentence.slice(0, 3)),
    ).toEqual(['标题由', '“台账', '“干部', '删去口'].map((start) => expect.stringContaining(start) as string)));
});
