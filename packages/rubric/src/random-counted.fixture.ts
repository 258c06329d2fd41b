import fc from 'fast-check';
import { eachUnit, fullPoints, leafOf, nameOf } from './random-draft.fixture.ts';
import { randomExpressions } from './random-expression.fixture.ts';

const tenths = fc.integer({ min: 0, max: 300 }).map((value) => String(value / 10));

const byFormula = (id: string) => {
  const [number, series, statement] = ['n', 's', 'b'].map((kind) => `${kind}-${nameOf(id)}`) as [
    string,
    string,
    string,
  ];
  const inputs = [
    { id: number, title: id, kind: 'number', least: '0', most: '30' },
    { id: series, title: id, kind: 'series', least: '0', most: '30' },
    { id: statement, title: id, kind: 'statement' },
  ];
  const overSeries = ['mean', 'sum', 'last', 'lowest-of', 'highest-of'].map((name) => `${name}('${series}')`);
  const numbers = [number, 'full', ...overSeries, `run('${series}', '<', 15)`, "count('study')", "cases('major')"];
  const facts = fc.tuple(tenths, fc.array(tenths, { minLength: 1, maxLength: 5 }), fc.boolean());
  return fc
    .tuple(fullPoints, randomExpressions(numbers, [statement]).number, eachUnit(facts))
    .map(([points, formula, given]) =>
      leafOf(
        id,
        points,
        { formula },
        given.map(([value, months, holds]) => ({
          numbers: {
            [number]: value,
            [series]: Object.fromEntries(months.map((month, n) => [`2026-0${n + 1}`, month])),
          },
          statements: { [statement]: holds },
        })),
        inputs,
      ),
    );
};

const byCases = (id: string) => {
  const [minor, major] = [`minor-${nameOf(id)}`, `major-${nameOf(id)}`];
  const rate = (category: string, points: string, more: object = {}) => ({
    id: `${category}${'role' in more ? '-head' : ''}`,
    title: category,
    category,
    per: 'case',
    points,
    ...more,
  });
  const rates = [
    rate(minor, '0.5', { most: '2' }),
    rate(major, '3', { most: '7' }),
    rate(major, '5', { role: 'head' }),
  ];
  const one = fc.record({
    category: fc.constantFrom(minor, major),
    role: fc.constantFrom('head', 'staff'),
    person: fc.constantFrom('p', 'q'),
    act: fc.constantFrom('x', 'y'),
    sharedBy: fc.integer({ min: 1, max: 3 }),
  });
  return fc
    .record({
      points: fullPoints,
      way: fc.constantFrom('deduct', 'add'),
      charge: fc.constantFrom('every', 'heaviest-per-act', 'heaviest'),
      shared: fc.boolean(),
      cases: eachUnit(fc.array(one, { maxLength: 6 })),
    })
    .map(({ points, way, charge, shared, cases }) =>
      leafOf(
        id,
        points,
        { cases: { charge, [way]: rates, ...(shared && { shared: 'equally' }) } },
        cases.map((given) => ({ cases: given.map((fact, n) => ({ id: `${id}-${n}`, ...fact })) })),
      ),
    );
};

/** What is counted and computed. */
export const countedLeaves = [byFormula, byCases];
