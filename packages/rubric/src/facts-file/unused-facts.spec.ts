import { describe, expect, it } from 'vitest';
import { smallContent } from '../explain/small-table.fixture.ts';
import { loadRubric } from '../load.ts';
import { score } from '../score.ts';
import { readFacts } from './read.ts';
import { refusedFacts } from './refused.ts';

const asked = { gate: { when: 'disputed', because: '有争议', ask: '由领导小组认定' } };
const rubric = loadRubric(
  smallContent({
    points: 30,
    grades: [{ code: 'good', title: '优秀' }],
    inputs: [{ id: 'disputed', title: '有争议', kind: 'statement' }],
    children: [
      { id: 'a', text: '手术', points: 10, notApplicable: 'exclude', from: { mark: { step: 1 } } },
      {
        id: 'b',
        text: '测评',
        points: 10,
        notApplicable: 'full',
        from: { votes: { options: [{ code: 'yes', title: '满意', worth: 10 }] } },
      },
      { id: 'c', text: '争议', points: 10, from: { mark: { step: 1 } }, steps: [asked] },
    ],
  }),
);

const refusedIn = (facts: object) => {
  const unit = readFacts(facts).units[0]!;
  return refusedFacts(rubric, unit, score(rubric, unit.facts, 'marks'));
};
const told = (facts: object): string[] => refusedIn(facts).map(({ said }) => said.zh);

describe('a fact that counts for nothing is told with its place', () => {
  const twice = '只能留一个';

  it('where a line is marked and stated not to apply', () => {
    const facts = { marks: { a: 8, c: 9 }, notApplicable: { a: '无手术' } };
    expect(told(facts)).toEqual([`“手术”（a）：本条已列为不适用（notApplicable），评分没有计入；两者${twice}`]);
    expect(refusedIn(facts)[0]!.path).toEqual(['marks', 'a']);
  });

  it('where a line has ballots and is stated not to apply', () =>
    expect(
      told({ tallies: [{ line: 'b', entitled: 3, valid: 3, counts: { yes: 3 } }], notApplicable: { b: '无' } }),
    ).toEqual([`“测评”（b）：本条已列为不适用（notApplicable），计票没有计入；两者${twice}`]));

  it('but not where the reason is refused, for then the mark counts', () =>
    expect(told({ marks: { c: 8 }, notApplicable: { c: '忙' } })).toEqual(['“争议”（c）：本条不得列为不适用']));

  it('where a decision is on a line of which nothing is left to decide', () => {
    const facts = { marks: { a: 8 }, decisions: { a: { points: 6, reason: '会议' } } };
    expect(told(facts)).toEqual(['“手术”（a）：本条没有交由认定的规定（带 ask 的 gate），认定没有计入']);
    expect(refusedIn(facts)[0]!.path).toEqual(['decisions', 'a']);
  });

  it('where what would be left to a decision has not happened', () =>
    expect(
      told({ marks: { c: 8 }, statements: { disputed: 'no' }, decisions: { c: { points: 6, reason: '会议' } } }),
    ).toEqual(['“争议”（c）：本条须认定的情形没有发生，认定没有计入']));

  it('and a decision that is asked for is not', () =>
    expect(
      told({ marks: { c: 8 }, statements: { disputed: 'yes' }, decisions: { c: { points: 6, reason: '会议' } } }),
    ).toEqual([]));

  it('where a rating of the period before is of no line, or has no grade of the table', () => {
    expect(told({ previous: { z: 5 } })[0]).toContain('表中没有条目“z”');
    expect(told({ previous: { a: '优秀' } })).toEqual(['“手术”（a）：“优秀”是名称，请写代码 good']);
    expect(refusedIn({ previous: { a: '优秀' } })[0]!.path).toEqual(['previous', 'a']);
    expect(told({ previous: { a: 'good', c: 7 } })).toEqual([]);
  });
});
