import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { written } from '../exact.ts';
import type { InputRead } from '../input-read.ts';
import type { GroupScore, LeafScore } from '../scorecard.ts';
import { expressionWording } from './expression-wording.ts';
import { type Names, namesOf } from './names.ts';
import { numeralsOf } from './numerals.ts';
import { type Charged, type Sourced, sourceArithmetic } from './source-arithmetic.ts';
import type { StandingAt } from './standing.ts';
import { type Change, changesIn, mayNotApply } from './told-steps.ts';
import { valuesOf } from './values.ts';
import { type Language, type Wording, inBoth } from './wording.ts';

type Score = LeafScore | GroupScore;

/** What a line's arithmetic is told of: `parts` are the figures of its children, `charged` what its cases cost. */
export interface Computed {
  rubric: CompiledRubric;
  line: CompiledLine;
  score: Score;
  reads: readonly InputRead[];
  parts: readonly Score[];
  charged: readonly Charged[];
  standingAt: StandingAt;
}

/**
 * The source's arithmetic, and after an arrow what each step made of it: "12 − 5 × 3 例 = −3 → 0". Whoever computes it
 * again from what stands there comes to the same figure.
 */
export const arithmeticOf = (computed: Computed): Wording => inBoth((language) => arithmeticIn(computed, language));

function arithmeticIn(computed: Computed, language: Language): string {
  const { rubric, line, score } = computed;
  const isApplicable = score.outcome?.kind !== 'not-applicable';
  const isGradeAlone = line.from.kind === 'mark' && line.worth === 'none';
  if (!isApplicable) return '—';
  if (isGradeAlone && score.grade) return namesOf(rubric).grade(score.grade);
  const said = score.contributions ?? [];
  const changes = changesIn(line, said);
  const told = changes.filter((change) => isSeen(change) && !(score.outcome && change === changes.at(-1)));
  const figure = changes[0]?.before ?? score;
  const sourced: Sourced = { ...computed, language, said, figure, isChanged: told.length > 0 };
  const segments = [sourceArithmetic(sourced), ...told.map((change) => segmentOf(computed, change, language))];
  return `${[...segments, ...rest(computed, changes, language)].join(' → ')}${openIn(computed, changes)[language]}`;
}

/** What changed the grades alone, and left them open, is no arithmetic. */
const isSeen = (change: Change): boolean =>
  !mayNotApply(change) &&
  (change.grade !== null ||
    change.before.floor !== change.after.floor ||
    change.before.ceiling !== change.after.ceiling);

/** What one step made of the figure, with the computation where it is one. */
function segmentOf({ rubric, line, reads, standingAt }: Computed, change: Change, language: Language): string {
  const { step, before, after, full, grade } = change;
  const numerals = numeralsOf(rubric, line);
  const result = numerals.result(after.floor, after.ceiling, language);
  if (step?.kind === 'compute') {
    const values = valuesOf(rubric, line, reads, before, full);
    return `${expressionWording(namesOf(rubric), step.text, values)[language]} ${result}`;
  }
  if (step?.kind === 'relative' && !step.byRank) {
    const standing = standingAt(step);
    const [own, best] = [standing?.own, standing?.best?.value].map((value) => value && written(value));
    const operand = (value: string) => numerals.operand(value, value, language);
    const [above, below] = step.best === 'highest' ? [own, best] : [best, own];
    if (above && below) return `${operand(above)} ÷ ${operand(below)} × ${line.pointsText} ${result}`;
  }
  return `${numerals.exactly(after.floor, after.ceiling, language)}${gradeAfter(namesOf(rubric), grade)}`;
}

const gradeAfter = (names: Names, grade: string | null): string => (grade === null ? '' : ` ${names.grade(grade)}`);

/** What the line's worth leaves of the last figure, where that is less; what a line that is held may still come to. */
function rest({ rubric, line, score }: Computed, changes: readonly Change[], language: Language): string[] {
  const last = changes.at(-1)?.after ?? score;
  const isWhole = last.floor === score.floor && last.ceiling === score.ceiling;
  if (!score.outcome && (isWhole || changes.some(mayNotApply))) return [];
  return [numeralsOf(rubric, line).exactly(score.floor, score.ceiling, language)];
}

/** What is open about whether the line, or parts of it, apply. */
function openIn({ rubric, score }: Computed, changes: readonly Change[]): Wording {
  if (changes.some(mayNotApply)) return { zh: '；不适用则不计', en: '; left out if it does not apply' };
  const undecided = (score.contributions ?? []).find((each) => each.kind === 'may-not-apply');
  if (!undecided) return { zh: '', en: '' };
  const names = undecided.lines.map((id) => namesOf(rubric).line(id));
  return {
    zh: `（${names.map(({ zh }) => zh).join('、')}是否适用未定）`,
    en: ` (open whether ${names.map(({ en }) => en).join(', ')} ${names.length === 1 ? 'applies' : 'apply'})`,
  };
}
