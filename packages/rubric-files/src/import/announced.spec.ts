import { expect, it } from 'vitest';
import type { Counting, OutlineNode } from '../outline.ts';
import { countAnnounced } from './announced.ts';

const node = (text: string, children: OutlineNode[] = []): OutlineNode => ({
  number: '',
  text,
  points: null,
  weight: null,
  counts: 'points',
  extra: {},
  place: text,
  children,
});

const counted = (group: OutlineNode): { counts: [string, Counting][]; asked: string[] } => {
  const report = countAnnounced([group]);
  return {
    counts: group.children.map(({ text, counts }) => [text, counts]),
    asked: report.flatMap(({ kind, place }) => (kind === 'not-understood' ? [place] : [])),
  };
};

it.each<[string, Counting]>([
  ['加分项', 'bonus'],
  ['扣分项', 'penalty'],
  ['减分', 'penalty'],
])('all that stands in %s is a %s', (title, counts) =>
  expect(counted(node(title, [node('获奖'), node('通报')])).counts.map(([, each]) => each)).toEqual([counts, counts]),
);

it.each(['加减分', '加减分项', '奖惩'])('in %s each line says itself whether it adds or takes off', (title) =>
  expect(counted(node(title, [node('获市级表彰每次加3分，最多加5分'), node('受通报每次扣2分')]))).toEqual({
    counts: [
      ['获市级表彰每次加3分，最多加5分', 'bonus'],
      ['受通报每次扣2分', 'penalty'],
    ],
    asked: [],
  }),
);

it('and one that says both, or neither, is asked about', () =>
  expect(counted(node('加减分', [node('表彰加2分，通报扣3分'), node('其他')])).asked).toEqual([
    '表彰加2分，通报扣3分',
    '其他',
  ]));
