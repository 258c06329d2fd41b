import type { Rubric } from '@mofan/rubric/rubric';
import { leavesOf } from '@mofan/rubric/tree';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROWS, draftOfFilled } from './filled-template.fixture.ts';

type Row = (string | number)[];
const cell = (...texts: Row) => fc.constantFrom(...texts);
/** Up to four rows of cells right and wrong; the cell `known`, where it is filled, is like no other row's. */
const rows = (known: number, ...cells: fc.Arbitrary<string | number>[]): fc.Arbitrary<Row[]> =>
  fc
    .array(fc.tuple(...cells), { maxLength: 4 })
    .map((all) => all.map((row, at) => row.map((text, n) => (n === known && text !== '' ? `${at}.${text}` : text))));

const sheets = fc.record({
  扣分加分: rows(
    1,
    cell(6, 7, '第6条', '８', 1, 99, '六', ''),
    cell('甲', '乙 丙', ''),
    cell('扣', '加', '扣分', ' 加 ', '罚', ''),
    cell(1, '2分', '０.5', '两分', -1, 0, ''),
    cell('', '', 4, '四', '5%'),
    cell('', '', '', '附注'),
  ),
  按数值: rows(
    4,
    cell(4, '4.', 2, 'x', ''),
    cell('群众满意率', '投诉', ''),
    cell('%', '', '件'),
    cell(95, '90%', 0.9, '80', 0, '3件', '高', ''),
    cell(25, '26分', '三', ''),
  ),
  评等次: rows(0, cell('优', '良', ''), cell(90, '80%', 0.7, 0, '高', ''), cell('', 85, '60分', '70%')),
});

/** `０.5`, `2分` and `90%` as the language writes them. */
const plain = (text: string | number): string =>
  String(text)
    .replace('０', '0')
    .replace(/[分件%]$/, '');

/** The figures that the table has of a row, 0 as the end of what has none; null where the table does not have the row. */
const KEPT: Record<string, (rubric: Rubric, row: Row) => (string | undefined)[] | null> = {
  扣分加分: (rubric, [, title]) => {
    const rates = leavesOf(rubric).flatMap(({ from: { cases } }) => [...(cases?.deduct ?? []), ...(cases?.add ?? [])]);
    const rate = rates.find((each) => each.title === title);
    return rate ? [rate.points, rate.most] : null;
  },
  按数值: (rubric, [, , , , points]) => {
    const bands = leavesOf(rubric).flatMap(({ steps = [] }) => steps.flatMap(({ band = [] }) => band));
    const band = bands.find((each) => each.points === plain(points!));
    return band ? [band.from === undefined ? '0' : String(band.from), String(band.points)] : null;
  },
  评等次: (rubric, [title]) => {
    const code = rubric.grades.find((each) => each.title === title)?.code;
    const bands = [rubric.scales['judged']?.bands ?? [], rubric.steps?.[0]?.band ?? []].map((all) =>
      all.find(({ grade }) => grade === code),
    );
    return code === undefined ? null : bands.map((band) => plain(String(band?.from ?? '0')));
  },
};

describe('a row on a sheet of rules', () => {
  it(
    'is in the table with each of its figures, or the report tells each of its cells',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(sheets, async (rules) => {
          const { rubric, report } = await draftOfFilled({ rows: ROWS, rules });
          const lost = Object.entries(rules).flatMap(([sheet, all]) =>
            all.flatMap((row, at) => {
              const here = new RegExp(`^${sheet}![A-Z]+${at + 2}$`);
              const told = report.flatMap(({ kind, place, zh }) =>
                kind === 'not-understood' && here.test(place) ? [zh] : [],
              );
              const kept = KEPT[sheet]!(rubric, row);
              const texts = row.map(String).filter((text) => text.trim() !== '');
              const figures = row.slice(kept && sheet !== '评等次' ? 3 : 1).map(String);
              return (kept ? figures.filter((text) => text !== '') : texts)
                .filter((text) => !kept?.includes(plain(text)) && !told.join().includes(text.trim()))
                .map((text) => `${sheet} ${at + 2}: ${text}`);
            }),
          );
          expect(lost).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );
});
