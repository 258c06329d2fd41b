import { expect, it } from 'vitest';
import { explanationSheet } from './sheet.ts';
import { explained, smallTable } from './small-table.fixture.ts';

const TABLE = {
  points: 30,
  notApplicable: 'rescale',
  inputs: [{ id: 'delivers', title: '对外配送', kind: 'statement' }],
  children: [
    {
      id: 'a',
      text: '配送',
      points: 10,
      from: { mark: { step: 1 } },
      steps: [{ gate: { when: 'not delivers', because: '不对外配送', exclude: 'line' } }],
    },
    { id: 'b', text: '专家评分', points: 20, from: { mark: { step: 1, raters: { combine: { by: 'mean' } } } } },
  ],
  figures: [{ id: 'coef', text: '系数', from: { formula: "line('small') / 30" } }],
  selections: [{ id: 'flag', title: '红旗', places: 1, order: [{ by: "line('small')", best: 'highest' }] }],
  consequences: [{ id: 'fee', title: '服务费', amount: "line('coef') * 100" }],
};
const rater = (points: number) => ({ criterion: 'b', rater: `r${points}`, points, final: false });
const FACTS = {
  recordingClosed: true,
  units: { 东: { statements: { delivers: 'no' }, marks: [rater(15), rater(16), rater(18)] } },
};

/** The cells of each row, without what is set in small beneath them. */
const rows = (sheet: string): string[][] =>
  [...sheet.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<br>.*/, '')),
  );

it('has a row for every line, for what stands beside them, and for what is chosen and follows', () => {
  const tree = explained(TABLE, FACTS, 'small', '东');
  const sheet = explanationSheet(smallTable(TABLE), 'abc', [{ unit: '东', asOf: '2026-12-31', tree }]);
  expect(rows(sheet).slice(2)).toEqual([
    ['小表', '30', '24.5', '≈16.33（49/3） ÷ 20 × 30 = 24.5', expect.stringContaining('按实得分 ÷ 20 × 30 折算')],
    ['a　配送', '10', '不适用', '—', '不对外配送（“对外配送”：否），不适用，不计入'],
    ['b　专家评分', '20', '≈16.33', '(15 + 16 + 18) ÷ 3 ≈ 16.33（49/3）', '评审：15分'],
    ['另列，不计入合计'],
    ['coef　系数', '', '≈0.8167', expect.stringContaining(' 24.5 ÷ 30 ≈ 0.8167（49/60）'), expect.any(String)],
    ['评选与后果'],
    ['flag　红旗', '', '入选', '1 个名额', '入选：东'],
    ['fee　服务费', '', '≈81.67', expect.stringContaining('× 100 ≈ 81.67（245/3）'), ''],
  ]);
  expect(sheet).toContain('输入：“对外配送”：否');
});

it('tells what is added and what is taken off by signs, as a paper does', () => {
  const extra = (id: string, worth: object) => ({ id, text: id, ...worth, from: { mark: { step: 1 } } });
  const table = {
    points: 10,
    children: [extra('a', { points: 10 }), extra('b', { bonus: 5 }), extra('c', { penalty: 10 })],
  };
  const tree = explained(table, { marks: { a: 8, b: 2, c: 3 } }, 'small');
  const sheet = explanationSheet(smallTable(table), 'abc', [{ unit: '', asOf: '2026-12-31', tree }]);
  expect(
    rows(sheet)
      .slice(2)
      .map(([, worth]) => worth),
  ).toEqual(['10', '10', '+5', '扣10']);
});
