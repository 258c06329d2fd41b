import type { Cases, Mark, Source, Votes } from '@mofan/rubric/language/source';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleLines } from './print-rule.ts';
import { isWhole, readRule } from './read-rule.ts';
import { isSame } from './sentence.ts';

const from = (source: Source): string[] =>
  ruleLines(
    { from: source },
    { grade: (code) => code, scale: () => undefined, input: () => undefined },
    { source: '（说明）', steps: [], caps: [] },
  );

describe('whatever stands in a title', () => {
  const title = fc.constantFrom(
    '迟到',
    '“早退”',
    '甲；“乙”每次扣 1 分',
    '一、“二” 3',
    '三\n四',
    '其余：得 5 分',
    '条件：无',
    '》，最多 2 分',
  );
  const bound = fc.constantFrom(
    '5',
    '-2',
    '60%',
    { minus: '3' },
    { times: '1/3' },
    { greatest: ['0', { minus: '8' }] },
  );
  const rates = fc
    .array(
      fc.record(
        { title, per: fc.constantFrom('case' as const, 'occurrence' as const), points: fc.constant('2') },
        { requiredKeys: ['title', 'per', 'points'] },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((all) => all.map((each, at) => ({ ...each, id: `r${at}`, category: `r${at}` })));
  const cases: fc.Arbitrary<Cases> = fc.record({
    deduct: rates,
    add: rates,
    charge: fc.constantFrom('every' as const, 'heaviest' as const),
  });
  const votes: fc.Arbitrary<Votes> = fc.record({
    options: fc
      .array(fc.record({ title, worth: bound }), { minLength: 1, maxLength: 3 })
      .map((all) => all.map((each, at) => ({ code: `o${at}`, ...each }))),
  });
  const marks: fc.Arbitrary<Mark> = fc
    .array(fc.record({ grade: title, points: bound }), { minLength: 1, maxLength: 3 })
    .map((grades) => ({ grades }));
  const sources: fc.Arbitrary<Source> = fc.oneof(
    cases.map((each) => ({ cases: each })),
    votes.map((each) => ({ votes: each })),
    marks.map((mark) => ({ mark })),
  );

  /** The same without the codes that no paper has. */
  const plain = ({ cases, votes, mark }: Source): unknown => {
    const bare = (all: Cases['deduct']) => all?.map(({ id: _, category: __, ...each }) => each);
    if (cases) return { cases: { ...cases, deduct: bare(cases.deduct), add: bare(cases.add) } };
    return votes ? { votes: { options: votes.options.map(({ code: _, ...each }) => each) } } : { mark };
  };

  it('a rule is read back as it is, or named as left to readers', () =>
    fc.assert(
      fc.property(sources, (source) => {
        const read = readRule(from(source).join('\n'));
        expect(isWhole(read) ? isSame(read.from, plain(source)) : read.aside.length > 0 && read.from === null).toBe(
          true,
        );
      }),
      { numRuns: 2000 },
    ));
});
