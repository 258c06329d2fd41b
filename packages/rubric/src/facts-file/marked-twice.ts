import type { Wording } from '../explain/wording.ts';
import type { MarkFact } from '../facts.ts';
import type { Origins } from './origins.ts';

/** A mark for which another one already stands, and the sentence that says where. */
interface MarkedTwice {
  mark: MarkFact;
  saidOf: (origins: Origins) => Wording;
}

/**
 * The first mark of a line that somebody of the same group has marked already, or that is decided already: which of the
 * two is meant nobody can say, and counted twice it would move the mean.
 */
export function markedTwice(marks: readonly MarkFact[]): MarkedTwice | null {
  const seen = new Map<string, MarkFact>();
  for (const mark of marks) {
    const key = keyOf(mark);
    const first = key === null ? undefined : seen.get(key);
    if (first) return { mark, saidOf: (origins) => saidTwice(mark, placeOf(origins, first)) };
    if (key !== null) seen.set(key, mark);
  }
  return null;
}

/** null: an assessor without a name may be anybody. */
const keyOf = ({ criterion, final, rater, group = '' }: MarkFact): string | null => {
  if (final) return JSON.stringify([criterion]);
  return rater === undefined ? null : JSON.stringify([criterion, group, rater]);
};

const placeOf = (origins: Origins, { id }: MarkFact): number => Number(origins.of('marks', id).path.at(-1)) + 1;

function saidTwice({ final, rater = '' }: MarkFact, item: number): Wording {
  return final
    ? {
        zh: `本条已有最终评分（第 ${item} 项），只能有一个`,
        en: `the line has a final mark already (item ${item}): there is one`,
      }
    : {
        zh: `评分人“${rater}”在本条已有评分（第 ${item} 项），只能留一个`,
        en: `the assessor “${rater}” has marked the line already (item ${item}): leave one of the two out`,
      };
}
