import { leavesOf } from '@mofan/rubric/tree';
import { describe, expect, it } from 'vitest';
import { type Rows, draftOfFilled } from './filled-template.fixture.ts';

const drafted = async (bands: Rows) => {
  const rows: Rows = [[1, '甲', '', '投诉', 10, '', '', '按数值']];
  const { rubric, report } = await draftOfFilled({ rows, rules: { 按数值: bands } });
  const open = report.filter(({ kind }) => kind === 'not-understood').map(({ place, zh }) => `${place} ${zh}`);
  return { band: leavesOf(rubric)[0]?.steps?.[0]?.band, open };
};

describe('the bands of a number in a filled template', () => {
  const [few, some, many]: Rows = [
    [1, '投诉件数', '件', '不超过1件', 10],
    [1, '投诉件数', '件', '3及以下', 6],
    [1, '投诉件数', '件', '高于3', 0],
  ];

  it('may say in words which way they go', async () =>
    expect(await drafted([few!, some!, many!])).toEqual({
      band: [
        { above: '3', points: '0' },
        { above: '1', to: '3', points: '6' },
        { to: '1', points: '10' },
      ],
      open: [],
    }));

  it.each<[string, Rows, string]>([
    ['at the high end', [few!, some!], '按数值!A3 序号 1 的最高一档是不超过 3，再高的得多少分没有写'],
    [
      'where they meet',
      [few!, some!, [1, '投诉件数', '件', '4以上', 0]],
      '按数值!A4 序号 1 的“不低于 4”与“不超过 3”重叠或有空档',
    ],
    ['at the low end', [many!], '按数值!A2 序号 1 的最低一档从 3 起，再低的得多少分没有写；最低一档写 0'],
  ])('are told where they leave values without points: %s', async (_, bands, open) =>
    expect((await drafted(bands)).open).toEqual([open]),
  );
});
