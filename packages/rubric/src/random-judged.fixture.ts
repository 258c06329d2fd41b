import fc from 'fast-check';
import { type Draft, eachUnit, fullPoints, leafOf } from './random-draft.fixture.ts';

const byStep = (id: string) =>
  fc.tuple(fullPoints, eachUnit(fc.nat(40))).map(([points, halves]) =>
    leafOf(
      id,
      points,
      { mark: { step: '0.5' } },
      halves.map((given) => ({ marks: [{ criterion: id, points: String(Math.min(given / 2, points)) }] })),
    ),
  );

const byPercent = (id: string) =>
  fc.tuple(fullPoints, eachUnit(fc.nat(40))).map(([points, steps]) =>
    leafOf(
      id,
      points,
      { mark: { percent: '2.5' } },
      steps.map((given) => ({ marks: [{ criterion: id, points: String(given * 2.5) }] })),
    ),
  );

const byValue = (id: string) =>
  fc.tuple(fullPoints, eachUnit(fc.boolean())).map(([points, whole]) =>
    leafOf(
      id,
      points,
      { mark: { values: ['0.5', '100%'] } },
      whole.map((all) => ({ marks: [{ criterion: id, points: all ? String(points) : '0.5' }] })),
    ),
  );

const byGrade = (id: string) =>
  fc.tuple(fullPoints, eachUnit(fc.constantFrom('good', 'fair', 'poor'))).map(([points, grades]) =>
    leafOf(
      id,
      points,
      {
        mark: {
          grades: [
            { grade: 'good', points: '100%' },
            { grade: 'fair', points: { greatest: [{ minus: '3' }, { times: '2/3' }] } },
            { grade: 'poor', points: { points: '0' } },
          ],
        },
      },
      grades.map((grade) => ({ marks: [{ criterion: id, grade }] })),
    ),
  );

/** The scale of the table: 90 % and more is good, 60 % and more fair, in whole percents. */
const byScale = (id: string) =>
  fc.tuple(fullPoints, eachUnit(fc.nat(100))).map(([points, percents]) =>
    leafOf(
      id,
      points,
      { mark: { scale: 'judged' } },
      percents.map((percent) => ({
        marks: [
          {
            criterion: id,
            grade: percent >= 90 ? 'good' : percent >= 60 ? 'fair' : 'poor',
            points: String((points * percent) / 100),
          },
        ],
      })),
    ),
  );

const RATERS = ['leaders', 'peers', 'staff'];
const GROUPS = [
  { id: 'leaders', weight: '60%' },
  {
    id: 'others',
    weight: '2/5',
    groups: [
      { id: 'peers', weight: '1/3' },
      { id: 'staff', weight: '2/3' },
    ],
  },
];
const combineOfMany = fc.constantFrom<object>(
  { by: 'mean' },
  { by: 'mean', drop: [{ from: '3', each: '1' }] },
  { by: 'lowest' },
  { by: 'highest' },
  { by: 'sum', best: '1' },
);

const byRaters = (id: string) =>
  fc
    .tuple(fullPoints, combineOfMany, fc.boolean(), eachUnit(fc.array(fc.nat(40), { minLength: 3, maxLength: 9 })))
    .map(([points, combine, grouped, marks]) =>
      leafOf(
        id,
        points,
        { mark: { step: '0.5', raters: { combine, ...(grouped && { groups: GROUPS }) } } },
        marks.map((given) => ({
          marks: given.map((halves, n) => ({
            criterion: id,
            rater: `rater-${n}`,
            final: false,
            points: String(Math.min(halves / 2, points)),
            ...(grouped && { group: RATERS[n % RATERS.length] }),
          })),
        })),
      ),
    );

const byVotes = (id: string) =>
  fc
    .tuple(fullPoints, fc.boolean(), eachUnit(fc.tuple(fc.nat(30), fc.nat(30), fc.integer({ min: 1, max: 9 }))))
    .map(([points, grouped, ballots]) => {
      const options = [
        { code: 'good', title: '好', worth: '100%' },
        { code: 'fair', title: '一般', worth: { times: '2/3' } },
        { code: 'poor', title: '差', worth: '0' },
      ];
      const groups = [
        { id: 'inside', weight: '30%' },
        { id: 'outside', weight: '70%' },
      ];
      const tally = (group: string, [good, fair, poor]: readonly [number, number, number]) => {
        const valid = good + fair + poor;
        return { id: `${id}-${group}`, line: id, group, entitled: valid + 5, valid, counts: { good, fair, poor } };
      };
      return leafOf(
        id,
        points,
        { votes: { options, turnout: '10%', ...(grouped && { groups }) } },
        ballots.map(([good, fair, poor]) => ({
          tallies: grouped
            ? [tally('inside', [good, fair, poor]), tally('outside', [poor, good, fair + 1])]
            : [tally('', [good, fair, poor])],
        })),
      );
    });

const graded = (draw: typeof byGrade) => (id: string) => draw(id).map((draft): Draft => ({ ...draft, graded: true }));

/** What people judge: marks of every kind, several assessors, ballots. */
export const judgedLeaves = [byStep, byPercent, byValue, graded(byGrade), graded(byScale), byRaters, byVotes];
