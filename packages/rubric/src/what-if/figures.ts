import type { CompiledRubric } from '../compiled.ts';
import { exact, round, subtract, written } from '../exact.ts';
import { namesOf } from '../explain/names.ts';
import { reasonWording } from '../explain/reasons.ts';
import { type Wording, range } from '../explain/wording.ts';
import type { GroupScore, LeafScore } from '../scorecard.ts';

export type Score = Pick<LeafScore | GroupScore, 'floor' | 'ceiling' | 'grade' | 'outcome'>;

/** A score as people read it: `floor` and `ceiling` are decimals, `grade` is a code; the sentence has its title. */
export interface Figures extends Wording {
  floor: string;
  ceiling: string;
  grade: string | null;
}

/** A score and the table that it was reached under. */
export interface Reached {
  rubric: CompiledRubric;
  score: Score;
}

const OUTCOMES = {
  refused: { zh: '不予计分', en: 'refused' },
  unsettled: { zh: '须作判断', en: 'to be judged' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
};

/** Whether two scores are the same, however they are told. */
export const isSame = (a: Score, b: Score): boolean =>
  a.floor === b.floor &&
  a.ceiling === b.ceiling &&
  (a.grade ?? null) === (b.grade ?? null) &&
  a.outcome?.reason === b.outcome?.reason;

/** Whether a line amounts to nothing: no points, settled, and no grade. It is as good as none. */
export const isNothing = ({ floor, ceiling, grade, outcome }: Score): boolean =>
  outcome ? outcome.kind === 'not-applicable' : floor === '0' && ceiling === '0' && (grade ?? null) === null;

/** Beyond this many places nothing is told apart any more. */
const MOST_PLACES = 9;

/**
 * Two scores in decimals of their tables' places, and in as many more as it takes to see that they differ. null: there is
 * no such score.
 */
export function figuresOf(before: Reached | null, after: Reached | null): [Figures | null, Figures | null] {
  const more = before && after ? morePlaces(before, after) : 0;
  return [before && figures(before, more), after && figures(after, more)];
}

function morePlaces(before: Reached, after: Reached): number {
  const differ = (end: 'floor' | 'ceiling', more: number): boolean =>
    before.score[end] === after.score[end] || decimal(before, end, more) !== decimal(after, end, more);
  let more = 0;
  while (more < MOST_PLACES && !(differ('floor', more) && differ('ceiling', more))) more++;
  return more;
}

function decimal({ rubric, score }: Reached, end: 'floor' | 'ceiling', more: number): string {
  const { mode, places } = rubric.table.rounding;
  return written(round(exact(score[end]), mode, Number(places) + more));
}

function figures(reached: Reached, more: number): Figures {
  const { rubric, score } = reached;
  const [floor, ceiling] = [decimal(reached, 'floor', more), decimal(reached, 'ceiling', more)];
  const ends = { floor, ceiling, grade: score.grade ?? null };
  if (score.outcome) {
    const { zh, en } = reasonWording(score.outcome.reason);
    const what = OUTCOMES[score.outcome.kind];
    return { ...ends, zh: `${what.zh}：${zh}`, en: `${what.en}: ${en}` };
  }
  const points = range(floor, ceiling);
  const said = ends.grade === null ? points : `${points} ${namesOf(rubric).grade(ends.grade)}`;
  return { ...ends, zh: said, en: said };
}

/** What a settled score changes, in decimals; null where either is open or has no value. */
export function changeOf(before: Reached, after: Reached): string | null {
  const settled = [before, after].every(({ score }) => score.floor === score.ceiling && !score.outcome);
  if (!settled) return null;
  const [was, is] = [exact(before.score.floor), exact(after.score.floor)];
  const { mode, places } = after.rubric.table.rounding;
  return written(round(subtract(is, was), mode, Number(places) + morePlaces(before, after)));
}
