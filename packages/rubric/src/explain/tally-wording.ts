import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import type { Contribution } from '../contribution.ts';
import { shareWording } from './figure-wording.ts';
import { namesOf } from './names.ts';
import { numeralsOf } from './numerals.ts';
import { type Wording, inBoth } from './wording.ts';

/** One group's ballots: how many of each kind, how many were valid of how many entitled, what they come to, and how much the group counts. */
export function tallyWording(
  rubric: CompiledRubric,
  line: CompiledLine,
  { group, valid, entitled, counts, points }: Extract<Contribution, { kind: 'tally' }>,
): Wording {
  const names = namesOf(rubric);
  const title = group === '' ? '' : names.group(line.id, group);
  const share = line.from.kind === 'votes' ? line.from.shares.find(({ id }) => id === group)?.share : undefined;
  const turnout = Math.round((valid / entitled) * 1000) / 10;
  const ballots = Object.entries(counts).map(([option, count]) => `${names.option(line.id, option)} ${count}`);
  return inBoth((language) => {
    const figure = numeralsOf(rubric, line).exactly(points, points, language);
    return language === 'zh'
      ? `${title === '' ? '' : `${title}：`}应到${entitled}人，有效票${valid}张（${turnout}%）：${ballots.join('、')}，得 ${figure}${share ? `，占 ${shareWording(share)}` : ''}`
      : `${title === '' ? '' : `${title}: `}${valid} valid ballots of ${entitled} (${turnout}%): ${ballots.join(', ')}, ${figure}${share ? ` at ${shareWording(share)}` : ''}`;
  });
}
