import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import type { Contribution } from '../scorecard.ts';
import { shareWording } from './figure-wording.ts';
import { namesOf } from './names.ts';
import { type Wording, shown } from './wording.ts';

/** One group's ballots: how many were valid of how many entitled, what they come to, and how much the group counts. */
export function tallyWording(
  rubric: CompiledRubric,
  line: CompiledLine,
  { group, valid, entitled, points }: Extract<Contribution, { kind: 'tally' }>,
): Wording {
  const title = group === '' ? '' : namesOf(rubric).group(line.id, group);
  const share = line.from.kind === 'votes' ? line.from.shares.find(({ id }) => id === group)?.share : undefined;
  const turnout = Math.round((valid / entitled) * 1000) / 10;
  const figure = shown(points);
  return {
    zh: `${title === '' ? '' : `${title}：`}应到${entitled}人，有效票${valid}张（${turnout}%），得 ${figure}${share ? `，占 ${shareWording(share)}` : ''}`,
    en: `${title === '' ? '' : `${title}: `}${valid} valid ballots of ${entitled} (${turnout}%), ${figure}${share ? ` at ${shareWording(share)}` : ''}`,
  };
}
