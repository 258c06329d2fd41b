import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { negate, written } from '../exact.ts';
import type { GroupScore, LeafScore } from '../scorecard.ts';
import { type Charged, changeOf } from './arithmetic.ts';
import { figureWording } from './figure-wording.ts';
import { namesOf } from './names.ts';
import { outcomeWording } from './outcome-wording.ts';
import { type Wording, range } from './wording.ts';

type Score = LeafScore | GroupScore;

/** A line's figure in one sentence. */
export function sentencesOf(
  rubric: CompiledRubric,
  line: CompiledLine,
  score: Score,
  charged: readonly Charged[],
): Wording {
  const name = namesOf(rubric).line(line.id);
  if (score.outcome) return outcomeWording(name, score.outcome);
  if (line.from.kind === 'cases' && line.from.deducts && !line.from.adds)
    return deductSentences(line, name, score, charged);
  return judgedSentences(rubric, line, name, score);
}

function deductSentences({ worth }: CompiledLine, name: Wording, score: Score, charged: readonly Charged[]): Wording {
  const owed = written(negate(changeOf(charged)));
  const excess = (score.contributions ?? []).find((each) => each.kind === 'excess')?.amount;
  const figure = range(score.floor, score.ceiling);
  if (worth === 'penalty')
    return {
      zh: `${name.zh}应扣${owed}分，最多扣${score.points}分，计${figure}分。`,
      en: `${name.en}: ${owed} to be deducted, at most ${score.points}: ${figure}.`,
    };
  const zh = `${name.zh}满分${score.points}分，应扣${owed}分，得${figure}分`;
  const en = `${name.en}: ${owed} deducted from ${score.points} leaves ${figure}`;
  if (excess === undefined) return { zh: `${zh}。`, en: `${en}.` };
  return { zh: `${zh}，超出的${excess}分只作记录。`, en: `${en}; the excess of ${excess} is only recorded.` };
}

function judgedSentences(rubric: CompiledRubric, line: CompiledLine, name: Wording, score: Score): Wording {
  const { points, floor, ceiling } = score;
  const titleOf = namesOf(rubric).grade;
  const [grade, gradeAtMost] = [score.grade ?? null, 'gradeAtMost' in score ? score.gradeAtMost : null];
  const figure = figureWording(rubric, floor, ceiling);
  const [zhFull, enFull] = line.worth === 'points' ? [`满分${points}分，`, ` of ${points}`] : ['', ''];
  if (grade !== null) {
    const title = titleOf(grade);
    if (line.worth === 'none' && line.from.kind === 'mark')
      return { zh: `${name.zh}评为${title}。`, en: `${name.en}: ${title}.` };
    return {
      zh: `${name.zh}${zhFull}评为${title}，得${figure}分。`,
      en: `${name.en}: ${title}, ${figure}${enFull}.`,
    };
  }
  if (line.from.kind !== 'mark' || floor === ceiling)
    return plainSentences(name, zhFull, enFull, figure, floor === ceiling);
  const open = (score.contributions ?? []).some(({ kind }) => kind === 'open');
  const most = gradeAtMost === null ? null : titleOf(gradeAtMost);
  return {
    zh: `${name.zh}${zhFull}${open ? '尚未评定，可得' : '尚未审定，评审为'}${figure}分${most ? `，等次最高为${most}` : ''}。`,
    en: `${name.en}: ${open ? 'not judged yet' : 'reviewed, not decided yet'}, ${figure}${enFull}${most ? `, at most ${most}` : ''}.`,
  };
}

function plainSentences(name: Wording, zhFull: string, enFull: string, figure: string, settled: boolean): Wording {
  if (settled) return { zh: `${name.zh}${zhFull}得${figure}分。`, en: `${name.en}: ${figure}${enFull}.` };
  return {
    zh: `${name.zh}${zhFull}尚未确定，可得${figure}分。`,
    en: `${name.en}: not settled yet, ${figure}${enFull}.`,
  };
}
