import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import type { CompiledRubric } from './compiled.ts';
import { parseRubric } from './content.ts';
import type { UnitFacts } from './facts.ts';
import { readFacts } from './facts-file/read.ts';
import { loadRubric } from './load.ts';
import { randomField } from './random-field.fixture.ts';
import { scoreAll } from './score.ts';
import type { GroupScore, LeafScore, Scorecard } from './scorecard.ts';
import { secondFigures } from './second-evaluator.fixture.ts';
import type { Second } from './second-sources.fixture.ts';

type Scored = GroupScore | LeafScore;
const linesOf = ({ total, groups, leaves, figures = [] }: Scorecard): Scored[] => [
  total,
  ...groups,
  ...leaves,
  ...figures,
];

const plain = (points: string): string => new Fraction(points).toFraction();

/** What a line comes to as the engine tells it: both ends, the grade, why it has no value. */
const told = ({ floor, ceiling, grade, outcome }: Scored): string =>
  outcome?.kind === 'not-applicable'
    ? 'left out'
    : [plain(floor), plain(ceiling), grade ?? 'no grade', outcome?.reason].join(' ');

/** The same as the second evaluator has it. */
const expected = ({ value, rank, leftOut }: Second, { table: { grades } }: CompiledRubric): string => {
  const exactly = value.toFraction();
  return leftOut
    ? 'left out'
    : [exactly, exactly, rank === null ? 'no grade' : grades[rank]!.code, undefined].join(' ');
};

/** The lines that the engine, by the table, and the second evaluator, by the other, tell differently. */
function differences(content: object, units: readonly UnitFacts[], other: object = content): string[] {
  const rubric = loadRubric(content);
  const scored = scoreAll(rubric, units, 'marks').map(linesOf);
  // what does not fit into safe integers is refused by the engine; the second evaluator knows no such limit
  fc.pre(!scored.flat().some(({ outcome }) => outcome?.reason === 'figure.out-of-range'));
  const second = secondFigures(parseRubric(other), units);
  return scored.flatMap((lines, unit) =>
    lines.flatMap((line) => {
      const [ours, theirs] = [told(line), expected(second.get(line.id)![unit]!, rubric)];
      return ours === theirs ? [] : [`${line.id} of unit ${unit}: ${ours}, not ${theirs}`];
    }),
  );
}

const factsOf = (units: readonly object[]): UnitFacts[] =>
  readFacts({ units: Object.fromEntries(units.map((unit, n) => [`u${n}`, unit])) }).units.map(({ facts }) => facts);

describe('any table with settled facts, computed a second time', () => {
  it('gives every unit the same figures and grades, from the leaves to the total', { timeout: 60_000 }, () =>
    fc.assert(
      fc.property(randomField, ({ content, units }) => {
        expect(differences(content, factsOf(units))).toEqual([]);
      }),
      { numRuns: 300 },
    ),
  );
});

describe('one rule read otherwise by the second evaluator', () => {
  it.each([
    ['half-even as half-up', '"mode":"half-even"', '"mode":"half-up"'],
    ['up as cut', '"mode":"up"', '"mode":"cut"'],
    [
      'the end of a band in the next one',
      '"to":"3","points":"100%"},{"above":"3"',
      '"below":"3","points":"100%"},{"from":"3"',
    ],
    ['a share of the points as so many points', '"most":"90%"', '"most":"9"'],
    ['no mark trimmed', '"drop":[{"from":"3","each":"1"}]', '"drop":[{"from":"4","each":"1"}]'],
    ['the lowest part as the highest', '{"by":"lowest"}', '{"by":"highest"}'],
    ['the best one as the best two', '"best":"1"', '"best":"2"'],
    ['another weight of voters', '"weight":"30%"', '"weight":"31%"'],
    ['another weight of a group of raters within a group', '"weight":"1/3"', '"weight":"2/3"'],
    ['no limit of a rate', ',"most":"7"', ''],
    ['every case instead of the heaviest', '"charge":"heaviest"', '"charge":"every"'],
    ['the heaviest case instead of one for each act', '"charge":"heaviest-per-act"', '"charge":"heaviest"'],
    ['a shared case counted whole', ',"shared":"equally"', ''],
    ['left out, but not rescaled', '"notApplicable":"rescale"', '"notApplicable":"shrink"'],
    ['full marks where a line does not apply', '"notApplicable":"zero"', '"notApplicable":"full"'],
    ['the better place as the mean of the places', '"ties":"competition"', '"ties":"mean"'],
    ['the lowest as the best', '"best":"lowest"', '"best":"highest"'],
    ['against all instead of the like', ',"among":"kind"', ''],
    ['the lowest one as the highest', '"better":"lowest"', '"better":"highest"'],
    ['one grade less left out', '"gradeDown":"1"', '"atMost":"100%"'],
    [
      'the mean of the places as the better one',
      '"place":"of-group","ties":"mean"',
      '"place":"of-group","ties":"competition"',
    ],
    ['parts below as parts above', "part-shares('<'", "part-shares('>'"],
    ['a limit of the grade left out', '"gradeAtMost":"fair"', '"atMost":"100%"'],
    ['plus as minus', ' + ', ' - '],
    ['at least as more than', ' >= ', ' > '],
    ['and as or', ' and ', ' or '],
    ['the mean of a series as the highest', "mean('s-", "highest-of('s-"],
  ])('is found: %s', { timeout: 60_000 }, (_, written, read) => {
    let found = false;
    fc.check(
      fc.property(randomField, ({ content, units }) => {
        const table = JSON.stringify(content);
        if (!table.includes(written)) return true;
        const otherwise = JSON.parse(table.replaceAll(written, read)) as object;
        found = differences(content, factsOf(units), otherwise).length > 0;
        return !found;
      }),
      { numRuns: 2000, endOnFailure: true },
    );
    expect(found).toBe(true);
  });
});
