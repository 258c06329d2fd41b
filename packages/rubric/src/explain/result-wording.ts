import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import type { GroupScore, LeafScore } from '../scorecard.ts';
import { numeralsOf } from './numerals.ts';
import { changesIn, mayNotApply } from './told-steps.ts';
import type { Wording } from './wording.ts';

const OUTCOMES = {
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  refused: { zh: '不予计分', en: 'refused' },
  unsettled: { zh: '待判断', en: 'to be judged' },
};

/** What a line comes to, in a cell: its figure, or that it has none. */
export function resultWording(rubric: CompiledRubric, line: CompiledLine, score: LeafScore | GroupScore): Wording {
  if (score.outcome) return OUTCOMES[score.outcome.kind];
  const { alone } = numeralsOf(rubric, line);
  const last = changesIn(line, score.contributions ?? []);
  if (!last.some(mayNotApply)) {
    const figure = alone(score.floor, score.ceiling);
    return { zh: figure, en: figure };
  }
  const { floor, ceiling } = last.at(-1)!.after;
  const figure = alone(floor, ceiling);
  return { zh: `${figure}，或不适用`, en: `${figure}, or not applicable` };
}
