import { describe, expect, it } from 'vitest';
import published from '../rubrics/yueqing-2020.json';
import { readContent } from './content.ts';
import { loadRubric } from './load.ts';
import { RubricError } from './rubric-error.ts';
import { Rubric } from './rubric.ts';
import { literal, rubric } from './scoring.fixture.ts';
import { leavesOf } from './tree.ts';

const draft = (): Rubric => Rubric.parse(copyOf(published));
const copyOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The fault that loading the 2020 table reports after `plant` has damaged it. */
function faultAfter(plant: (table: Rubric) => void): string {
  const table = draft();
  plant(table);
  try {
    loadRubric(table);
  } catch (error) {
    if (error instanceof RubricError) return `${error.code} at ${error.place}`;
    throw error;
  }
  return 'none';
}

const leafIn = (table: Rubric, id: string) => some(leavesOf(table).find((leaf) => leaf.id === id));
const ratesIn = (table: Rubric) => some(leafIn(table, '10.4').from.cases?.deduct);
const judgedIn = (table: Rubric, id: string) => some(leafIn(table, id).from.mark);
const bandsIn = (table: Rubric) => some(table.scales['judged']).bands;
const rulingIn = (table: Rubric, id: string) => some(table.rulings.items.find((ruling) => ruling.id === id));
function some<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there');
  return value;
}

describe('loading a table', () => {
  it('finds nothing wrong with the 2020 table, read literally or with any one ruling', () => {
    expect(faultAfter(() => {})).toBe('none');
    for (const { id } of draft().rulings.items) expect(loadRubric(published, { rulings: [id] }).rulings).toEqual([id]);
  });

  it.each<[string, string, (table: Rubric) => void]>([
    ['an item whose criteria do not add up', 'rubric.sum-mismatch at 1', (t) => (leafIn(t, '1.1').points = '7.5')],
    ['a category whose items do not add up', 'rubric.sum-mismatch at C5', (t) => (some(t.children[4]).points = '101')],
    ['a table whose categories do not add up', 'rubric.sum-mismatch at yueqing-2020', (t) => (t.points = '499')],
    ['a line with points that is a bonus as well', 'rubric.worth at 1.1', (t) => (leafIn(t, '1.1').bonus = '2')],
    ['an id that stands twice', 'rubric.duplicate at nodes', (t) => (leafIn(t, '1.2').id = '1.1')],
    [
      'an option that stands twice on a ballot',
      'rubric.duplicate at 1.1',
      (t) => {
        const option = { code: 'good', title: '优秀', worth: '1' };
        leafIn(t, '1.1').from = { votes: { options: [option, { ...option, title: '称职' }] } };
      },
    ],
    [
      'a group of assessors that stands within another of the same id',
      'rubric.duplicate at 1.1',
      (t) =>
        (judgedIn(t, '1.1').raters = {
          combine: { by: 'mean' },
          groups: [{ id: 'staff', weight: '1', groups: [{ id: 'staff', weight: '1' }] }],
        }),
    ],
    [
      'a rate for a category and role that has one',
      'rubric.duplicate at rates',
      (t) => (some(ratesIn(t)[4]).role = 'unit-head'),
    ],
    ['an unknown scale', 'rubric.unknown-scale at 1.1', (t) => (judgedIn(t, '1.1').scale = 'other')],
    ['an unknown grade', 'rubric.unknown-grade at scales.judged', (t) => (some(bandsIn(t)[1]).grade = 'better')],
    [
      'an unknown metric',
      'rubric.unknown-metric at 1.1',
      (t) => (judgedIn(t, '1.1').caps = [{ metric: 'talks', least: '1', gradeAtMost: 'good' }]),
    ],
    [
      'a metric of an unknown kind',
      'rubric.unknown-kind at group-study-sessions',
      (t) => (some(t.metrics[0]).counts = 'talks'),
    ],
    ['an unknown document', 'rubric.unknown-document at 1.1', (t) => (leafIn(t, '1.1').documents = ['letter'])],
    [
      'a kind that counts for an unknown criterion',
      'rubric.unknown-leaf at other',
      (t) => some(t.evidenceKinds.at(-1)).criteria.push('9.9'),
    ],
    ['a ruling on an unknown criterion', 'rubric.unknown-leaf at A14', (t) => rulingIn(t, 'A14').leaves.push('9.9')],
    [
      'a ruling that patches an unknown criterion',
      'rubric.unknown-leaf at A14',
      (t) => (rulingIn(t, 'A14').patch = { lines: { '9.9': { steps: [] } } }),
    ],
    [
      'a ruling that rewrites the text',
      'rubric.ruling-beyond-rule at A14',
      (t) => (rulingIn(t, 'A14').patch = { lines: { '2.2': { text: '好' } } }),
    ],
    [
      'a ruling whose patch has no meaning',
      'rubric.malformed at scales.judged.step',
      (t) => (rulingIn(t, 'A06').patch = { scales: { judged: { step: 'half' } } }),
    ],
    [
      'a quote that the text does not have',
      'rubric.quote-not-in-text at other-handling',
      (t) => (some(ratesIn(t)[1]).quote = '扣0.6分'),
    ],
    [
      'a grade rule that the note does not have',
      'rubric.quote-not-in-text at good',
      (t) => (some(t.grades[1]).rule = '良扣1-4分'),
    ],
    [
      'a band that ends before it begins',
      'rubric.band-inverted at 1.1 unqualified',
      (t) => ((some(bandsIn(t)[3]).from = { points: '5' }), (t.rulings.items = [])),
    ],
    [
      'a band above the points',
      'rubric.band-outside-points at 1.1 unqualified',
      (t) => ((some(bandsIn(t)[3]).to = { times: '2' }), (t.rulings.items = [])),
    ],
    [
      'a band that no decimal ends',
      'rubric.band-too-fine at 1.1 unqualified',
      (t) => ((some(bandsIn(t)[3]).to = { times: '1/3' }), (t.rulings.items = [])),
    ],
    ['a step of nothing', 'rubric.zero-step at judged', (t) => (some(t.scales['judged']).step = '0')],
    [
      'a floor above the points',
      'rubric.limits-crossed at 10.4',
      (t) => (rulingIn(t, 'A08').patch = { lines: { '10.4': { steps: [{ clamp: { least: '13' } }] } } }),
    ],
    ['a level too many', 'rubric.level-mismatch at 1.1', (t) => some(t.levels).push({ code: 'detail', title: '细则' })],
    [
      'points beyond all measure',
      'rubric.out-of-range at efficiency-admonition',
      (t) => (some(ratesIn(t)[0]).points = '1000001'),
    ],
  ])('refuses %s', (_, fault, plant) => expect(faultAfter(plant)).toBe(fault));

  it('refuses what is no table, naming the path', () => {
    expect(() => loadRubric({ ...published, points: true })).toThrow(/rubric\.malformed at points/);
    expect(() => loadRubric(null)).toThrow(/rubric\.malformed at \(root\)/);
  });

  it('refuses a ruling that the table does not carry', () =>
    expect(() => loadRubric(published, { rulings: ['A99'] })).toThrow(/rubric\.unknown-ruling at A99/));
});

describe('rulings 解释口径', () => {
  it('are all in force unless told otherwise, none when the text is taken literally', () => {
    expect(rubric.rulings).toHaveLength(19);
    expect(literal.rulings).toEqual([]);
  });

  it('change the table as read, never the table as published', () => {
    expect(judgedIn(rubric.table, '2.2').caps).toEqual([
      { metric: 'group-study-sessions', least: '12', gradeAtMost: 'good' },
    ]);
    expect(judgedIn(rubric.published, '2.2').caps).toBeUndefined();
    expect(rubric.published).toEqual(draft());
  });
});

const canonical = (input: unknown): string => readContent(input).canonical;

describe('canonical text', () => {
  it('is the same whatever the order of the keys', () => {
    const reversed = Object.fromEntries(Object.entries(draft()).reverse()) as Rubric;
    expect(canonical(reversed)).toBe(canonical(draft()));
  });

  it('is the same whether numbers stand bare or as text', () =>
    expect(canonical({ ...draft(), points: 500 })).toBe(canonical(draft())));

  it('keeps the order of the criteria and reads back as the same table', () =>
    expect(JSON.parse(canonical(draft()))).toEqual(draft()));

  it('tells two tables apart', () => expect(canonical(literal.table)).not.toBe(canonical(rubric.table)));
});
