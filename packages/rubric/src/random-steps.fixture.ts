import fc from 'fast-check';
import { randomExpressions } from './random-expression.fixture.ts';

const modes = fc.constantFrom('half-up', 'half-even', 'cut', 'up');
const bounds = fc.constantFrom<unknown>('2', '10%', { times: '1/3' }, { minus: '1' }, { greatest: ['1', '60%'] });
const among = fc.constantFrom<object>({}, { among: 'kind' });

const rounds = fc
  .tuple(
    modes,
    fc.constantFrom<object>({ places: '0' }, { places: '1' }, { places: '2' }, { step: '0.25' }, { step: '3' }),
  )
  .map(([mode, to]) => [{ round: { mode, ...to } }]);

const clamps = fc.constantFrom<object[]>(
  [{ clamp: { least: { times: '1/10' }, most: '90%' } }],
  [{ clamp: { least: '1' } }],
  [{ clamp: { most: { minus: '0.5' } } }],
);

/** Bands without gap or overlap: with other points, with grades, or with both; high is good, or low. */
const bands = fc.constantFrom<object[]>(
  [
    { from: '80%', points: '100%' },
    { from: '40%', below: '80%', points: { times: '1/3' } },
    { below: '40%', points: '0' },
  ],
  [
    { to: '3', points: '100%' },
    { above: '3', to: '9', points: { minus: '1' } },
    { above: '9', points: '0' },
  ],
  [
    { from: '80%', grade: 'good' },
    { from: '40%', below: '80%', grade: 'fair' },
    { below: '40%', grade: 'poor' },
  ],
  [
    { from: '60%', grade: 'good' },
    { below: '60%', points: '10%' },
  ],
  [
    { above: { times: '2/3' }, grade: 'good', points: '90%' },
    { to: { times: '2/3' }, grade: 'poor' },
  ],
);

/** Shares are taken of few different values, so that sums of them stay within the safe integers. */
const shares = fc
  .tuple(fc.constantFrom('highest', 'lowest'), among)
  .map(([best, where]) => [
    { clamp: { least: '1', most: '20' } },
    { round: { mode: 'half-up', places: '0' } },
    { relative: { best, share: 'of-points', ...where } },
  ]);

const ranks = fc
  .tuple(fc.constantFrom('highest', 'lowest'), fc.constantFrom('competition', 'mean'), among)
  .map(([best, ties, where]) => {
    const byRank = [{ upTo: '2', points: ['100%', '50%'] }, { points: ['100%', { minus: '1' }, '2'] }];
    return [{ relative: { best, byRank, ties, ...where } }];
  });

const places = fc
  .tuple(fc.constantFrom('highest', 'lowest'), fc.constantFrom('competition', 'mean'), among)
  .map(([best, ties, where]) => [{ relative: { best, place: 'of-group', ties, ...where } }]);

const CONDITIONS = ["count('study') >= 6", "attribute('kind') = 'window'", "attribute('kind') != 'window'"];

/** Up to three things done to a figure, in any order. `names`, `conditions`: what expressions on the line may ask too. */
export function randomSteps(names: readonly string[], conditions: readonly string[]): fc.Arbitrary<object[]> {
  const { number, truth } = randomExpressions(['score', 'full', ...names], [...CONDITIONS, ...conditions]);
  const computes = number.map((compute) => [{ compute }]);
  const gates = fc
    .tuple(truth, fc.constantFrom('becomes', 'atMost'), bounds)
    .map(([when, effect, bound]) => [{ gate: { when, because: '条件', [effect]: bound } }]);
  const grades = fc
    .tuple(truth, fc.constantFrom('good', 'poor'))
    .map(([when, grade]) => [{ gate: { when, because: '条件', grade } }]);
  const others = fc
    .tuple(truth, fc.constantFrom<object>({ ask: '由领导小组认定' }, { carry: 'previous' }))
    .map(([when, effect]) => [{ gate: { when, because: '条件', ...effect } }]);
  const limits = fc
    .tuple(truth, fc.constantFrom<object>({ gradeAtMost: 'fair' }, { gradeDown: '1' }))
    .map(([when, effect]) => [
      {
        band: [
          { from: '50%', grade: 'good' },
          { below: '50%', grade: 'fair' },
        ],
      },
      { gate: { when, because: '条件', ...effect } },
    ]);
  const decisions = fc.tuple(truth, truth, bounds).map(([first, second, points]) => [
    {
      decide: [
        { when: first, grade: 'good' },
        { when: second, points },
        { grade: 'poor', points: '0' },
      ],
    },
  ]);
  const one = fc.oneof(
    computes,
    rounds,
    clamps,
    bands.map((band) => [{ band }]),
    shares,
    ranks,
    places,
    gates,
    grades,
    others,
    limits,
    decisions,
  );
  return fc.array(one, { maxLength: 3 }).map((several) => several.flat());
}
