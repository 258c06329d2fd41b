import { ANNEX, NOTE } from '@mofan/rubric/annex-2020.fixture';
import table from '@mofan/rubric/rubrics/yueqing-2020.json' with { type: 'json' };
import type { WrittenCell, WrittenTable } from './written-files.fixture.ts';

const CRITERIA = ANNEX.trim().split('\n');
const fullWidth = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Breaks a title in the middle, as a narrow column does. */
const broken = (title: string): string => `${title.slice(0, title.length / 2)}\n\n${title.slice(title.length / 2)}`;

/** All criteria of an item in one cell, numbered anew; every fifth has its points in full-width digits. */
const criteriaOf = (item: string): string =>
  CRITERIA.filter((line) => line.startsWith(`${item}.`))
    .map((line, index) => {
      const [, number = '', text = '', points = ''] = /^\d+\.(\d+) (.*)（(\d+)分）$/.exec(line) ?? [];
      return index % 5 === 4
        ? `${fullWidth(number)}．${text}（${fullWidth(points)}分）`
        : `${number}.${text}（${points}分）`;
    })
    .join('\n\n');

/** The annex of 2020 as its office wrote it: merged 项目, broken titles, points per item, all criteria in one cell. */
export const ANNEX_TABLE: WrittenTable = {
  before: ['附件：市政公用工程建设中心“模范机关”建设考核指标', table.title],
  rows: [
    ['项目', '考核内容', '评价\n\n分值', '考核标准', '得分'],
    ...table.children.flatMap((category) =>
      category.children.map((item, index): WrittenCell[] => [
        ...(index === 0
          ? [{ text: `${category.title}\n（${category.points}分）`, rowSpan: category.children.length }]
          : []),
        { text: `${item.id}.${broken(item.title)}` },
        { text: item.points },
        { text: criteriaOf(item.id) },
        { text: '' },
      ]),
    ),
  ],
  after: [`备注：${NOTE}`, '', '乐清市市政公用工程建设中心综合科 2020年10月13日印发'],
};
