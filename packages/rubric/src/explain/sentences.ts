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

/** A line's figure in one sentence. `open`: the leaves below it that are not settled. */
export function sentencesOf(
  rubric: CompiledRubric,
  line: CompiledLine,
  score: Score,
  charged: readonly Charged[],
  open: readonly string[],
): Wording {
  const name = namesOf(rubric).line(line.id);
  if (score.outcome) return outcomeWording(name, score.outcome);
  const perhaps = changesIn(line, score.contributions ?? []).some(mayNotApply);
  if (perhaps) return perhapsSentences(rubric, line, name, score);
  if (line.from.kind === 'cases' && line.from.deducts && !line.from.adds)
    return deductSentences(rubric, line, name, score, charged);
  return judgedSentences(rubric, line, name, score, open);
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

function judgedSentences(
  rubric: CompiledRubric,
  line: CompiledLine,
  name: Wording,
  score: Score,
  openLeaves: readonly string[],
): Wording {
  const { floor, ceiling } = score;
  const titleOf = namesOf(rubric).grade;
  const grade = score.grade ?? null;
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
  const grades = possibleGrades(rubric, score);
  if (floor === ceiling)
    return {
      zh: `${name.zh}${fullOf(line)}${got}${figure.zh}${grades.zh}。`,
      en: `${name.en}: ${figure.en}${grades.en}.`,
    };
  const open = (score.contributions ?? []).some(({ kind }) => kind === 'open');
  const because = openWording(rubric, openLeaves);
  const [zhState, enState] =
    line.from.kind !== 'mark'
      ? [`尚未确定${because.zh}，可${got}`, `not settled yet${because.en}`]
      : open
        ? [`尚未评定，可${got}`, 'not judged yet']
        : ['尚未审定，评审为', 'reviewed, not decided yet'];
  return {
    zh: `${name.zh}${fullOf(line)}${zhState}${figure.zh}${grades.zh}。`,
    en: `${name.en}: ${enState}, ${figure.en}${grades.en}.`,
  };
}

/** Which grades are still open, where that is known: a leaf under a cap, a group between two of them. */
function possibleGrades(rubric: CompiledRubric, score: Score): Wording {
  const titleOf = namesOf(rubric).grade;
  if ('gradeAtMost' in score && score.gradeAtMost !== null) {
    const most = titleOf(score.gradeAtMost);
    return { zh: `，等次最高为${most}`, en: `, at most ${most}` };
  }
  if (!('gradeRange' in score) || !score.gradeRange) return { zh: '', en: '' };
  const [best, worst] = [titleOf(score.gradeRange.best), titleOf(score.gradeRange.worst)];
  return { zh: `，等次可为${best}至${worst}`, en: `, from ${worst} to ${best}` };
}

/** Names the lines that are still open, as many as a sentence holds. */
function openWording(rubric: CompiledRubric, open: readonly string[]): Wording {
  if (open.length === 0) return { zh: '', en: '' };
  const named = open.slice(0, NAMED_AT_MOST).map(namesOf(rubric).line);
  const [zh, en] = [named.map((name) => name.zh).join('、'), named.map((name) => name.en).join(', ')];
  return open.length > named.length
    ? { zh: `（${zh}等 ${open.length} 条未定）`, en: ` (${open.length} lines open, among them ${en})` }
    : { zh: `（${zh}未定）`, en: ` (open: ${en})` };
}

const NAMED_AT_MOST = 3;
