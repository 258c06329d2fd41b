import { describe, expect, it } from 'vitest';
import { type FactsFault, readFacts } from './read.ts';

const marksIn = (marks: unknown) => readFacts({ marks }).units[0]!.facts.marks;

describe('marks in a facts file', () => {
  it('are final where one stands for its line: points, a grade, or both', () =>
    expect(marksIn({ a: 9.5, b: 'good', c: { grade: 'good', points: 8, discretion: 'yes' } })).toEqual([
      { id: 'mark-a', criterion: 'a', grade: '', points: '9.5', final: true },
      { id: 'mark-b', criterion: 'b', grade: 'good', points: '', final: true },
      { id: 'mark-c', criterion: 'c', grade: 'good', points: '8', final: true, discretion: true },
    ]));

  it('are those of several assessors where they stand in a list, but for the one that says it is final', () =>
    expect(marksIn({ a: [90, { points: 80, rater: 'r2', group: 'leaders' }, { points: 85, final: 'yes' }] })).toEqual([
      { id: 'mark-a-1', criterion: 'a', grade: '', points: '90', final: false },
      { id: 'mark-a-2', criterion: 'a', grade: '', points: '80', final: false, rater: 'r2', group: 'leaders' },
      { id: 'mark-a-3', criterion: 'a', grade: '', points: '85', final: true },
    ]));

  it('lead back to their place in the list', () => {
    const { origins } = readFacts({ marks: { a: [90, 80] } }).units[0]!;
    expect(origins.of('marks', 'mark-a-2').path).toEqual(['marks', 'a', 1]);
  });

  it('may stand in the long form, with ids of their own', () =>
    expect(marksIn([{ id: 'x', criterion: 'a', points: 7, final: 'no' }])).toEqual([
      { id: 'x', criterion: 'a', grade: '', points: '7', final: false },
    ]));

  it.each([
    ['none', []],
    ['what is no mark', [[1]]],
    ['a key that a mark has not', [{ points: 1, weight: 2 }]],
  ])('are refused where a list holds %s', (_, list) => expect(() => marksIn({ a: list })).toThrow());
});

describe('a line that is marked twice by one', () => {
  const saidOf = (list: unknown): string => {
    try {
      return String(marksIn({ a: list }).length);
    } catch (error) {
      return (error as FactsFault).said.zh;
    }
  };

  it.each([
    [
      'the same assessor',
      [{ rater: 'l1', points: 90 }, { points: 50 }, { rater: 'l1', points: 60 }],
      '评分（marks），a，第 3 项：评分人“l1”在本条已有评分（第 1 项），只能留一个',
    ],
    [
      'whoever decides',
      [
        { points: 80, final: 'yes' },
        { points: 70, final: 'yes' },
      ],
      '评分（marks），a，第 2 项：本条已有最终评分（第 1 项），只能有一个',
    ],
  ])('is refused with both places: %s', (_, list, said) => expect(saidOf(list)).toBe(said));

  it.each([
    [
      'assessors of one name in two groups',
      [
        { rater: 'r', group: 'a', points: 1 },
        { rater: 'r', group: 'b', points: 2 },
      ],
    ],
    [
      'what he gave and what was decided',
      [
        { rater: 'r', points: 1 },
        { rater: 'r', points: 2, final: 'yes' },
      ],
    ],
    ['assessors without a name', [90, 80]],
  ])('is not one with %s', (_, list) => expect(saidOf(list)).toBe('2'));
});
