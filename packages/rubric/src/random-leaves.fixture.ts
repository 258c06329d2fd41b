import fc from 'fast-check';
import { countedLeaves } from './random-counted.fixture.ts';
import { type Draft, eachUnit } from './random-draft.fixture.ts';
import { judgedLeaves } from './random-judged.fixture.ts';

/** A leaf of any source; some do not apply to some units. */
export const randomLeaf = (id: string): fc.Arbitrary<Draft> =>
  fc
    .tuple(
      fc.oneof(...[...judgedLeaves, ...countedLeaves].map((draw) => draw(id))),
      fc.option(fc.tuple(fc.constantFrom('exclude', 'full', 'zero'), eachUnit(fc.boolean())), { freq: 4 }),
    )
    .map(([draft, inapplicable]) => {
      if (!inapplicable) return draft;
      const [notApplicable, where] = inapplicable;
      const known = draft.known.map((facts, n) => (where[n] ? { notApplicable: { [id]: '没有这项工作' } } : facts));
      return {
        ...draft,
        line: { ...draft.line, notApplicable },
        known,
        solid: notApplicable !== 'exclude',
        graded: false,
      };
    });
