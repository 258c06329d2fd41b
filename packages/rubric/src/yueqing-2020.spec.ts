import { describe, expect, it } from 'vitest';
import { ANNEX, NOTE } from './annex-2020.fixture.ts';
import { toDecimal } from './exact.ts';
import { literal, rubric } from './scoring.fixture.ts';

const { table, groups } = rubric;
const categories = groups.filter(({ ancestors }) => ancestors.length === 1);
const items = groups.filter(({ ancestors }) => ancestors.length === 2);

/** Bands as "grade from–to" for the first judged criterion worth so many points. */
const bandsAt = (points: string, read = rubric): string[] => {
  const rule = read.leaves.find((leaf) => leaf.pointsText === points && leaf.from.kind === 'mark')?.from;
  if (rule?.kind !== 'mark' || rule.admitted.kind !== 'scale') throw new Error(`no judged criterion of ${points}`);
  return rule.admitted.bands.map(({ grade, from, to }) => `${grade} ${toDecimal(from!)}–${toDecimal(to!)}`);
};

describe('the 2020 table 考核指标', () => {
  it('has 5 categories, 15 items, 53 criteria and 500 points', () => {
    expect([categories.length, items.length, rubric.leaves.length, table.points]).toEqual([5, 15, 53, '500']);
    expect(categories.map(({ title, pointsText }) => title + pointsText)).toEqual([
      '政治型100',
      '责任型100',
      '服务型100',
      '清廉型100',
      '制度型100',
    ]);
  });

  it('states every criterion and its points word for word', () => {
    const stated = rubric.leaves.map(({ source }) => `${source.id} ${source.text}（${source.points}分）`);
    expect(stated).toEqual(ANNEX.trim().split('\n'));
  });

  it('states the grading note word for word', () => expect(table.gradingNote).toBe(NOTE));

  it('judges 52 criteria and decides 10.4 by rule', () => {
    const byRule = rubric.leaves.filter(({ from }) => from.kind === 'cases').map(({ id }) => id);
    expect(byRule).toEqual(['10.4']);
  });

  it.each([
    ['4', ['excellent 4–4', 'good 1–3', 'fair -1–1', 'unqualified 0–2']],
    ['6', ['excellent 6–6', 'good 3–5', 'fair 1–3', 'unqualified 0–3']],
    ['8', ['excellent 8–8', 'good 5–7', 'fair 3–5', 'unqualified 0–4']],
    ['10', ['excellent 10–10', 'good 7–9', 'fair 5–7', 'unqualified 0–5']],
    ['12', ['excellent 12–12', 'good 9–11', 'fair 7–9', 'unqualified 0–6']],
    ['14', ['excellent 14–14', 'good 11–13', 'fair 9–11', 'unqualified 0–7']],
  ])('reads the bands of %s points literally', (points, bands) => expect(bandsAt(points, literal)).toEqual(bands));

  it.each([
    ['4', ['excellent 4–4', 'good 2–3', 'fair 2–2', 'unqualified 0–2']],
    ['6', ['excellent 6–6', 'good 3–5', 'fair 3–3', 'unqualified 0–3']],
    ['8', ['excellent 8–8', 'good 5–7', 'fair 4–5', 'unqualified 0–4']],
  ])('keeps the grades of %s points in order under ruling A04', (points, bands) =>
    expect(bandsAt(points)).toEqual(bands),
  );

  it.each(['10', '12', '14'])('leaves the bands of %s points as the text has them', (points) =>
    expect(bandsAt(points)).toEqual(bandsAt(points, literal)),
  );

  it('carries 19 rulings, seven of which change the arithmetic', () => {
    const { items: rulings } = table.rulings;
    expect(rulings.map(({ id }) => id)).toEqual(
      Array.from({ length: 19 }, (_, n) => `A${String(n + 1).padStart(2, '0')}`),
    );
    expect(rulings.filter(({ patch }) => patch).map(({ id }) => id)).toEqual([
      'A04',
      'A06',
      'A08',
      'A09',
      'A13',
      'A14',
      'A15',
    ]);
  });
});
