import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadPair, randomPair, readPair } from './random-pair.fixture.ts';
import { faultsIn } from './second-what-if.fixture.ts';
import { type WhatIf, whatIf } from './what-if.ts';

const asked = ({ before, after, units }: ReadPair): WhatIf => whatIf(before, after, units);
/** Cases that one table knows nothing of are left out there, which has a specification of its own. */
const knowsAll = ({ oneSided }: WhatIf): boolean => oneSided.every(({ kind }) => kind !== 'category');

describe('any two tables over the facts of several units', () => {
  it(
    'are told with all that differs, nothing that does not, and reasons without which it would not',
    { timeout: 120_000 },
    () =>
      fc.assert(
        fc.property(randomPair, (drawn) => {
          const pair = readPair(drawn);
          const told = asked(pair);
          fc.pre(knowsAll(told));
          expect(faultsIn(told, pair)).toEqual([]);
        }),
        { numRuns: 120 },
      ),
  );
});

describe('a comparison with a fault', () => {
  const copyOf = (told: WhatIf) => JSON.parse(JSON.stringify(told)) as WhatIf;
  it.each<[string, (told: WhatIf) => void]>([
    [
      'a unit that moves is passed over',
      ({ units }) => units.forEach((unit) => ((unit.after = unit.before), (unit.lines = []))),
    ],
    [
      'an idle change is a reason for a figure',
      ({ units, changes }) =>
        units.forEach(({ lines }) => lines.forEach((line) => (line.because = [...changes.keys()]))),
    ],
    ['a unit that is chosen is passed over', ({ selections }) => selections.forEach((each) => (each.moves = []))],
    [
      'an idle change is a reason for a selection',
      ({ selections, changes }) =>
        selections.forEach(({ moves }) => moves.forEach((each) => (each.because = [...changes.keys()]))),
    ],
    ['what follows is passed over', ({ consequences }) => consequences.forEach((each) => (each.moves = []))],
    [
      'of several reasons for what follows together one is left out',
      ({ consequences }) =>
        consequences.forEach(({ moves }) => moves.forEach((each) => each.together && each.because.pop())),
    ],
    [
      'what follows as before is told',
      ({ consequences, units }) =>
        consequences.forEach(
          (each) =>
            (each.moves = [
              { because: [], together: false, units: units.map(({ unit }) => ({ unit, before: null, after: null })) },
            ]),
        ),
    ],
  ])('is found: %s', { timeout: 120_000 }, (_, plant) => {
    let found = false;
    fc.check(
      fc.property(randomPair, (drawn) => {
        const pair = readPair(drawn);
        const told = asked(pair);
        fc.pre(knowsAll(told));
        const faulty = copyOf(told);
        plant(faulty);
        found = faultsIn(faulty, pair).length > 0;
        return !found;
      }),
      { numRuns: 1000, endOnFailure: true },
    );
    expect(found).toBe(true);
  });
});
