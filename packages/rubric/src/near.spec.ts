import { describe, expect, it } from 'vitest';
import { nearTo } from './near.ts';

describe('the names that a word was meant to be', () => {
  it.each([
    ['a letter missing', 'exellent', 'excellent'],
    ['a letter too many', 'weights', 'weight'],
    ['another letter', 'A2.7', 'A2.1'],
    ['two letters in the wrong order', 'clod', 'cold'],
    ['capitals', 'COLD', 'cold'],
  ])('are told after %s', (_, word, name) =>
    expect(nearTo(word, ['excellent', 'weight', 'A2.1', 'cold', 'core'])).toEqual([name]),
  );

  it.each([
    ['none where all are far away', 'min', ['least', 'most'], []],
    ['none of a single letter, which is near to any other', 'x', ['y'], []],
    ['all that are as near', 'A2.9', ['A2.1', 'A2.2', 'A1.1'], ['A2.1', 'A2.2']],
  ])('are %s', (_, word, names, near) => expect(nearTo(word, names)).toEqual(near));
});
