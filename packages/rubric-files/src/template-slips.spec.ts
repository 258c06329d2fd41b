import { leavesOf } from '@mofan/rubric/tree';
import { describe, expect, it } from 'vitest';
import { ROWS, RULES, type Rows, draftOfFilled } from './filled-template.fixture.ts';

/** The table with one sheet's rows, or one cell of its own, written otherwise: what is not understood, behind its cell. */
const told = async (changed: { rows?: Rows; rules?: Record<string, Rows> }): Promise<string[]> => {
  const { report } = await draftOfFilled({ rows: changed.rows ?? ROWS, rules: { ...RULES, ...changed.rules } });
  return report.filter(({ kind }) => kind === 'not-understood').map(({ place, zh }) => `${place} ${zh}`);
};
const rowsWith = (row: number, column: number, text: string | number): Rows =>
  ROWS.map((cells, at) => (at === row ? cells.with(column, text) : cells));

const WHOLE = { 扣分加分: RULES['扣分加分']!, 按数值: RULES['按数值']!, 评等次: RULES['评等次']! };
const wrong = (sheet: keyof typeof WHOLE, row: (string | number)[]) => ({ rules: { [sheet]: [...WHOLE[sheet], row] } });

describe('a slip on a sheet of rules is told with its cell, what may stand there, and the row that was not read', () => {
  it.each<[string, Parameters<typeof told>[0], string[]]>([
    [
      'a word that is not in the list',
      wrong('扣分加分', [6, '早退', '罚', 1]),
      ['扣分加分!C6 “罚”不在可选词中，可选：扣、加；整行未读入：6｜早退｜罚｜1'],
    ],
    [
      'a line that is not there',
      wrong('扣分加分', [12, '早退', '扣', 1]),
      ['扣分加分!A6 “考核指标”中没有序号“12”，或不止一条；按“扣分加分”计的序号：6、7、8；整行未读入：12｜早退｜扣｜1'],
    ],
    [
      'a line that is scored otherwise',
      wrong('按数值', [1, '出勤率', '%', 0, 10]),
      ['按数值!A5 序号 1 的计分方式是“打分”，不是“按数值”；按“按数值”计的序号：4；整行未读入：1｜出勤率｜%｜0｜10'],
    ],
    [
      'an empty cell',
      wrong('扣分加分', [6, '早退', '', 1]),
      ['扣分加分!C6 “扣或加”没有填，可选：扣、加；整行未读入：6｜早退｜1'],
    ],
    [
      'no number, or none above zero',
      wrong('扣分加分', [6, '早退', '扣', '酌情', 0]),
      [
        '扣分加分!D6 “酌情”不是大于 0 的数，应填大于 0 的数；整行未读入：6｜早退｜扣｜酌情｜0',
        '扣分加分!E6 “0”不是大于 0 的数，应填大于 0 的数；整行未读入：6｜早退｜扣｜酌情｜0',
      ],
    ],
    [
      'a part where percent belong',
      {
        rules: {
          评等次: [
            ['优', 0.9, 85],
            ['差', 0, 0],
          ],
        },
      },
      ['评等次!B2 “0.9”是 0.9% 还是 90% 不清楚，请连同“%”填写；整行未读入：优｜0.9｜85'],
    ],
    [
      'a limit that only some grades have',
      {
        rules: {
          评等次: [
            ['优', 90, 85],
            ['良', 75],
            ['差', 0, 0],
          ],
        },
      },
      ['评等次!A3 “良”没有填“全表总分不低于”，其他等次填了；最差一等写 0'],
    ],
    [
      'grades out of their order',
      {
        rules: {
          评等次: [
            ['良', 75],
            ['优', 90],
            ['差', 0],
          ],
        },
      },
      ['评等次!A3 “优”的“每条不低于（占分值%）”是 90，不比上一行“良”的 75 低；等次从好到差填写'],
    ],
    [
      'a lowest band or grade that leaves what is less without one',
      {
        rules: {
          按数值: [[4, '群众满意率', '%', 95, 40]],
          评等次: [
            ['优', 90, 85],
            ['差', 0, 60],
          ],
        },
      },
      [
        '评等次!A3 最差一等“差”的“全表总分不低于”是 60，再低的没有等次；最差一等写 0',
        '按数值!A2 序号 4 的最低一档从 95 起，再低的得多少分没有写；最低一档写 0',
      ],
    ],
    [
      'two numbers for one line',
      wrong('按数值', [4, '投诉件数', '件', 3, 1]),
      [
        '按数值!A5 序号 4 前面看的是“群众满意率（%）”，这一行是“投诉件数（件）”；同一条只看一个数：4｜投诉件数｜件｜3｜1',
      ],
    ],
    [
      'a case that a row above has',
      wrong('扣分加分', [6, '迟到', '扣', 1]),
      ['扣分加分!A6 序号 6 前面已有“迟到”一行；整行未读入：6｜迟到｜扣｜1'],
    ],
    [
      'a deduction from what only adds',
      wrong('扣分加分', [7, '抄袭', '扣', 1]),
      ['扣分加分!A6 序号 7 计入加分，这一行却是扣，仍按所填读入：7｜抄袭｜扣｜1'],
    ],
    [
      'a cell beside the columns',
      wrong('扣分加分', [6, '早退', '扣', 1, '', '见文件']),
      ['扣分加分!F6 “见文件”不在任何一栏之下'],
    ],
  ])('%s', async (_, changed, expected) => expect(await told(changed)).toEqual(expected));
});

describe('a slip in the table', () => {
  it.each<[string, Rows, string[]]>([
    [
      'a way of scoring that there is not',
      rowsWith(0, 7, '抽查'),
      ['考核指标!H3 “抽查”不在可选词中，可选：打分、百分比、列举值、评等次、扣分加分、按数值'],
    ],
    [
      'points that count in no known way',
      rowsWith(0, 5, '别的'),
      ['考核指标!F3 “别的”不在可选词中，可选：基本分、加分、扣分、不计分；暂计入基本分'],
    ],
    [
      'a way whose rule is not filled in',
      rowsWith(0, 7, '扣分加分'),
      ['考核指标!D3 序号 1 的计分方式是“扣分加分”，但工作表“扣分加分”没有序号 1 的行'],
    ],
    [
      'figures that are none',
      rowsWith(2, 8, '按实际'),
      [
        '考核指标!I5 “按实际”不全是分值，应写可打的分，如“0、4、10”',
        '考核指标!D5 序号 3 的计分方式是“列举值”，但“计分说明”没有可打的分',
      ],
    ],
    ['figures that nothing reads', rowsWith(0, 8, '0、5'), ['考核指标!I3 “0、5”没有用上：只有“列举值”用到计分说明']],
    [
      'a line that comes twice',
      rowsWith(1, 3, '集中学习'),
      ['考核指标!D4 2 集中学习：与 1 的文字相同，是否重复须由人确认'],
    ],
    [
      'a number that comes twice',
      rowsWith(8, 0, 5),
      ['考核指标!D11 “编制人数”的序号 5 前面已有，暂作 9；其他工作表中序号 5 的行分不清是哪一条，不读入'],
    ],
    ['a line without a number', rowsWith(8, 0, ''), ['考核指标!D11 “编制人数”没有填序号，或填的不是数，暂作 9']],
  ])('is told with its cell: %s', async (_, rows, expected) => expect(await told({ rows })).toEqual(expected));

  it('is none where the meaning is certain', async () => {
    const rows: Rows = [
      ['１', '甲', '乙', '完好：0、5、15分', '１５分', '', '', '列举', '０，5，15'],
      [2, '', '', '3.无违纪（最多5分）', 5, '', '', '扣分'],
      [3, '', '', '满意率', 80, '', '', '数值'],
    ];
    const rules = {
      扣分加分: [['第2条', '迟到', '扣分', '０.5分', '2分']],
      按数值: [
        ['3', '满意率', '', '95%', 80],
        ['3.', '满意率', '%', 0, 0],
      ],
    };
    const { rubric, report } = await draftOfFilled({ rows, rules });
    expect(report.filter(({ kind }) => kind !== 'understood')).toEqual([]);
    expect(leavesOf(rubric)).toMatchObject([
      { id: '1', text: '完好：0、5、15分', points: '15', from: { mark: { values: ['0', '5', '15'] } } },
      {
        id: '2',
        text: '3.无违纪（最多5分）',
        from: { cases: { deduct: [{ title: '迟到', points: '0.5', most: '2' }] } },
      },
      {
        id: '3',
        steps: [
          {
            band: [
              { from: '95', points: '80' },
              { below: '95', points: '0' },
            ],
          },
        ],
      },
    ]);
    expect(rubric.inputs).toMatchObject([{ title: '满意率', unit: '%' }]);
  });
});
