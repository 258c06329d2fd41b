import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { ZERO, add, exact, negate, written } from '../exact.ts';
import type { GroupScore, LeafScore } from '../scorecard.ts';
import { namesOf } from './names.ts';
import { numeralsOf } from './numerals.ts';
import { outcomeWording } from './outcome-wording.ts';
import { type Charged, changeOf } from './source-arithmetic.ts';
import { changesIn, mayNotApply } from './told-steps.ts';
import type { Wording } from './wording.ts';

type Score = LeafScore | GroupScore;
interface Ends {
  floor: string | null;
  ceiling: string | null;
}

/** A line's figure in one sentence. */
export function sentencesOf(
  rubric: CompiledRubric,
  line: CompiledLine,
  score: Score,
  charged: readonly Charged[],
): Wording {
  const name = namesOf(rubric).line(line.id);
  if (score.outcome) return outcomeWording(name, score.outcome);
  const perhaps = changesIn(line, score.contributions ?? []).some(mayNotApply);
  if (perhaps) return perhapsSentences(rubric, line, name, score);
  if (line.from.kind === 'cases' && line.from.deducts && !line.from.adds)
    return deductSentences(rubric, line, name, score, charged);
  return judgedSentences(rubric, line, name, score);
}

/** "得84.46分", "为≈ 0.9979": a figure that no sum counts is no number of points. */
function figureIn(rubric: CompiledRubric, line: CompiledLine, { floor, ceiling }: Ends) {
  const figure = numeralsOf(rubric, line).alone(floor, ceiling);
  const of = line.worth === 'points' ? ` of ${line.pointsText}` : '';
  return line.worth === 'none' ? { zh: figure, en: figure } : { zh: `${figure}分`, en: `${figure}${of}` };
}

const fullOf = ({ worth, pointsText }: CompiledLine): string => (worth === 'points' ? `满分${pointsText}分，` : '');

function perhapsSentences(rubric: CompiledRubric, line: CompiledLine, name: Wording, score: Score): Wording {
  const changes = changesIn(line, score.contributions ?? []);
  const { floor, ceiling } = changes.at(-1)!.after;
  const figure = figureIn(rubric, line, { floor, ceiling });
  const [zhMay, enMay] = floor === ceiling ? ['得', ''] : ['可得', 'between '];
  return {
    zh: `${name.zh}${fullOf(line)}是否适用尚未确定：适用则${zhMay}${figure.zh}，不适用则不计。`,
    en: `${name.en}: not settled whether it applies: if so ${enMay}${figure.en}, else left out.`,
  };
}

function deductSentences(
  rubric: CompiledRubric,
  line: CompiledLine,
  name: Wording,
  score: Score,
  charged: readonly Charged[],
): Wording {
  const owed = written(negate(changeOf(charged)));
  const excess = (score.contributions ?? [])
    .flatMap((each) => (each.kind === 'excess' ? [exact(each.amount)] : []))
    .reduce(add, ZERO);
  const figure = numeralsOf(rubric, line).alone(score.floor, score.ceiling);
  if (line.worth === 'penalty')
    return {
      zh: `${name.zh}应扣${owed}分，最多扣${score.points}分，计${figure}分。`,
      en: `${name.en}: ${owed} to be deducted, at most ${score.points}: ${figure}.`,
    };
  const zh = `${name.zh}满分${score.points}分，应扣${owed}分，得${figure}分`;
  const en = `${name.en}: ${owed} deducted from ${score.points} leaves ${figure}`;
  if (excess.n === 0) return { zh: `${zh}。`, en: `${en}.` };
  const beyond = written(excess);
  return { zh: `${zh}，超出的${beyond}分只作记录。`, en: `${en}; the excess of ${beyond} is only recorded.` };
}

function judgedSentences(rubric: CompiledRubric, line: CompiledLine, name: Wording, score: Score): Wording {
  const { floor, ceiling } = score;
  const titleOf = namesOf(rubric).grade;
  const [grade, gradeAtMost] = [score.grade ?? null, 'gradeAtMost' in score ? score.gradeAtMost : null];
  const figure = figureIn(rubric, line, score);
  const got = line.worth === 'none' ? '为' : '得';
  if (grade !== null) {
    const title = titleOf(grade);
    if (line.worth === 'none' && line.from.kind === 'mark')
      return { zh: `${name.zh}评为${title}。`, en: `${name.en}: ${title}.` };
    return {
      zh: `${name.zh}${fullOf(line)}评为${title}，${got}${figure.zh}。`,
      en: `${name.en}: ${title}, ${figure.en}.`,
    };
  }
  if (floor === ceiling)
    return { zh: `${name.zh}${fullOf(line)}${got}${figure.zh}。`, en: `${name.en}: ${figure.en}.` };
  const open = (score.contributions ?? []).some(({ kind }) => kind === 'open');
  const most = gradeAtMost === null ? null : titleOf(gradeAtMost);
  const [zhState, enState] =
    line.from.kind !== 'mark'
      ? [`尚未确定，可${got}`, 'not settled yet']
      : open
        ? [`尚未评定，可${got}`, 'not judged yet']
        : ['尚未审定，评审为', 'reviewed, not decided yet'];
  return {
    zh: `${name.zh}${fullOf(line)}${zhState}${figure.zh}${most ? `，等次最高为${most}` : ''}。`,
    en: `${name.en}: ${enState}, ${figure.en}${most ? `, at most ${most}` : ''}.`,
  };
}
