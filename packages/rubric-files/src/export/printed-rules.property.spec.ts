import { loadRubric } from '@mofan/rubric/load';
import type { CompiledRubric } from '@mofan/rubric/compiled';
import { randomField } from '@mofan/rubric/random-field.fixture';
import { RubricError } from '@mofan/rubric/rubric-error';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mutatedRules } from '../mutated-rules.fixture.ts';
import { paperOf } from './paper-of.ts';

function loaded(content: unknown): CompiledRubric | null {
  try {
    return loadRubric(content);
  } catch (error) {
    if (error instanceof RubricError) return null;
    throw error;
  }
}

/** All that stands on the paper, but for the hash at its foot. */
const printed = (rubric: CompiledRubric): string => {
  const { outline, around } = paperOf(rubric, '');
  return JSON.stringify([outline, around.appendices]);
};

/** What a condition gives is printed as a figure: of several bounds the greatest, and any part of no points is nothing. */
const WITHOUT_EFFECT = /(gate|decide)\..*greatest\.|^figures\..*(gate|decide)\..*[%/]/;

it('two tables that differ in a rule never print the same paper', { timeout: 120_000 }, () =>
  fc.assert(
    fc.property(randomField, fc.nat(), ({ content }, from) => {
      const paper = printed(loadRubric(content));
      const mutations = [...mutatedRules(content)].filter((_, n) => n % 7 === from % 7);
      const silent = mutations.filter((mutation) => {
        const rubric = loaded(mutation.content);
        return rubric !== null && printed(rubric) === paper;
      });
      expect(silent.map(({ at }) => at).filter((at) => !WITHOUT_EFFECT.test(at))).toEqual([]);
    }),
    { numRuns: 40, endOnFailure: true },
  ),
);
