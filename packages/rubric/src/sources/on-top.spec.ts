import { describe, expect, it } from 'vitest';
import { explained, smallTable } from '../explain/small-table.fixture.ts';
import { readFacts } from '../facts-file/read.ts';
import { score } from '../score.ts';

const marked = (id: string, worth: object) => ({ id, text: id, ...worth, from: { mark: { step: '0.5' } } });
const weighted = [marked('a', { points: 100, weight: '60%' }), marked('b', { points: 50, weight: '40%' })];
const plain = [marked('a', { points: 100 }), marked('b', { points: 100 })];
const extra = [marked('more', { bonus: 5 }), marked('less', { penalty: 10 })];
const combined = (combine: object, children: object[], more: object = {}) => ({
  points: 100,
  from: { combine },
  children: [...children, ...extra],
  ...more,
});

const totalOf = (table: object, facts: object) => {
  const { floor, ceiling } = score(smallTable(table), readFacts(facts).units[0]!.facts, 'marks').total;
  return floor === ceiling ? floor : `${floor}–${ceiling}`;
};

describe('a bonus and a penalty beside parts with points', () => {
  const marks = { a: 90, b: 40, more: 3, less: 1 };

  it.each([
    ['weighted parts', { by: 'weighted' }, weighted, '88'],
    ['a mean', { by: 'mean' }, plain, '67'],
    ['the lowest', { by: 'lowest' }, plain, '42'],
    ['the best one', { by: 'sum', best: '1' }, plain, '92'],
    ['a plain sum', { by: 'sum' }, plain, '132'],
  ])('come on top of %s', (_, combine, parts, total) => {
    const points = combine.by === 'sum' && !('best' in combine) ? { points: 200 } : {};
    expect(totalOf(combined(combine, parts, points), { marks })).toBe(total);
  });

  it('come on top of nothing where no part applies', () => {
    const parts = plain.map((part) => ({ ...part, notApplicable: 'exclude' }));
    const notApplicable = { a: '无此业务', b: '无此业务' };
    expect(totalOf(combined({ by: 'mean' }, parts), { marks: { more: 3, less: 1 }, notApplicable })).toBe('2');
  });

  it('leave open, while it is open whether any part counts, that they stand alone', () => {
    const gone = { gate: { when: 'gone', because: '停业', exclude: 'line' } };
    const parts = plain.map((part) => ({ ...part, steps: [gone] }));
    const inputs = [{ id: 'gone', title: '停业', kind: 'statement' }];
    const table = combined({ by: 'mean' }, parts, { inputs });
    expect(totalOf(table, { marks })).toBe('2–92');
    expect(totalOf(table, { marks, statements: { gone: true } })).toBe('2');
    expect(totalOf(table, { marks, statements: { gone: false } })).toBe('67');
  });

  it('are told of, by rule and in the sum', () => {
    const { rule, arithmetic } = explained(combined({ by: 'weighted' }, weighted), { marks }, 'small');
    expect([rule.zh, arithmetic.zh]).toEqual([
      '各项加权合计，加分、扣分另计',
      '90 × 60% + 40 ÷ 50 × 100 × 40% + 3 + (−1) = 88',
    ]);
  });
});

it('is told as what is taken off, where it is a penalty that somebody marks', () => {
  const { rule, result } = explained(
    { points: 100, children: [...plain.slice(0, 1), ...extra] },
    { marks: { less: 2 } },
    'less',
  );
  expect([rule.zh, result.zh]).toEqual(['打分，以 0.5 分为单位，为所扣分数；限于 −10 至 0 分', '−2']);
});

describe('a group of nothing but bonuses and penalties', () => {
  const beside = (more: object, children: object[] = extra) => ({
    points: 100,
    children: [marked('a', { points: 100 }), { id: 'B', title: '加减分', ...more, children }],
  });

  it('counts though it states no worth, in a sum and beside weights', () => {
    expect(totalOf(beside({}), { marks: { a: 90, more: 3, less: 1 } })).toBe('92');
    expect(totalOf(beside({}), { marks: { a: 90, less: 1 } })).toBe('89–94');
    const nested = [...weighted, { id: 'B', title: '加减分', children: [{ id: 'C', title: '内', children: extra }] }];
    const table = { points: 100, from: { combine: { by: 'weighted' } }, children: nested };
    expect(totalOf(table, { marks: { a: 90, b: 40, more: 3, less: 1 } })).toBe('88');
  });

  it('has the limits of its parts alone, and a limit of its own where it states one', () => {
    const twice = [marked('x', { bonus: 5 }), marked('y', { bonus: 5 })];
    const marks = { a: 90, x: 5, y: 4 };
    expect(totalOf(beside({}, twice), { marks })).toBe('99');
    expect(totalOf(beside({ bonus: 6 }, twice), { marks })).toBe('96');
  });
});

it('is, in a group of bonuses alone, what the rule is about', () => {
  const best = {
    id: 'B',
    title: '加分',
    bonus: 5,
    from: { combine: { by: 'highest' } },
    children: [marked('x', { bonus: 3 }), marked('y', { bonus: 5 })],
  };
  const table = { points: 100, children: [marked('a', { points: 100 }), best] };
  expect(totalOf(table, { marks: { a: 90, x: 3, y: 2 } })).toBe('93');
});

it.each([
  [
    'a part without a weight',
    { by: 'weighted' },
    [...weighted, marked('c', { points: 10 })],
    'c: 在加权的组里没有写权重',
  ],
  [
    'a weight on a bonus',
    { by: 'weighted' },
    [...weighted, marked('c', { bonus: 10, weight: '1' })],
    'c: 加分、扣分另计',
  ],
  ['a weight without points', { by: 'weighted' }, [marked('c', { weight: '1' })], 'c: 写了权重 weight，但没有满分'],
  [
    'a weight on a group of bonuses',
    { by: 'weighted' },
    [...weighted, { id: 'c', title: 'c', weight: '1', children: extra }],
    'c: 写了权重 weight，但没有满分',
  ],
  ['a weight in a sum', { by: 'sum' }, weighted, 'a: 写了权重 weight，但所在的组不是加权合计'],
])('refuses %s', (_, combine, children, said) => {
  const load = () => smallTable({ points: 100, from: { combine }, children });
  expect(load).toThrow(expect.objectContaining({ code: 'rubric.weight' }) as Error);
  try {
    load();
  } catch (error) {
    const { place, said: words } = error as { place: string; said: { zh: string } };
    expect(`${place}: ${words.zh}`).toContain(said);
  }
});
