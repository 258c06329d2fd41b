import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { type Exact, ZERO, add, exact, multiply, negate, subtract, written } from '../exact.ts';
import type { Contribution, GroupScore, LeafScore } from '../scorecard.ts';
import { expressionWording } from './expression-wording.ts';
import { shareWording } from './figure-wording.ts';
import { type Names, namesOf } from './names.ts';
import { type Language, type Wording, ends, inBoth, range, shown } from './wording.ts';

/** One rate and how often it was charged; `change` is of one case. */
export interface Charged {
  rate: string;
  amount: string;
  deducts: boolean;
  unit: Wording;
  times: number;
}

type Line = LeafScore | GroupScore;
type Combined = Extract<Contribution, { kind: 'combined' }>;
type Step = Extract<Contribution, { kind: 'step' }>;

/** What one line's arithmetic is told of. */
interface Told {
  names: Names;
  language: Language;
  line: CompiledLine;
  score: Line;
  parts: readonly Line[];
  charged: readonly Charged[];
  steps: readonly Step[];
}

/** The source's arithmetic, and after an arrow what each step made of it: "12 − 5 × 3 例 = −3 → 0". */
export function arithmeticOf(
  rubric: CompiledRubric,
  line: CompiledLine,
  score: Line,
  parts: readonly Line[],
  charged: readonly Charged[],
): Wording {
  const names = namesOf(rubric);
  const steps = (score.contributions ?? []).filter((each): each is Step => each.kind === 'step');
  return inBoth((language) => arithmeticIn({ names, language, line, score, parts, charged, steps }));
}

function arithmeticIn(told: Told): string {
  const { line, score, steps, names } = told;
  if (line.from.kind === 'cases') return casesArithmetic(told);
  if (score.outcome?.kind === 'not-applicable') return '—';
  const base = baseOf(told);
  return [base, ...steps.map((step) => afterStep(names, step)), ...lastOf(base, score, steps)].join(' → ');
}

function baseOf({ names, language, line, score, parts, steps }: Told): string {
  const said = score.contributions ?? [];
  const combined = said.findLast((each): each is Combined => each.kind === 'combined');
  if (combined) return combinedArithmetic(combined, language);
  const formula = said.find((each) => each.kind === 'formula');
  if (formula) return `${expressionWording(names, formula.text)[language]} = ${ends(formula.floor, formula.ceiling)}`;
  const left = said.find((each) => each.kind === 'left-out');
  if (left && line.notApplicable === 'rescale') return `${shown(left.raw)} ÷ ${left.of} × ${line.pointsText}`;
  if (line.from.kind === 'combine') return sumArithmetic(line, parts, steps.length === 0 ? score : null);
  const gradeAlone = line.from.kind === 'mark' && line.worth === 'none' ? score.grade : undefined;
  return gradeAlone ? names.grade(gradeAlone) : markArithmetic(score, steps.length > 0);
}

function sumArithmetic(line: CompiledLine, parts: readonly Line[], score: Line | null): string {
  const counted = parts.filter(
    ({ outcome }, n) => line.children[n]?.worth !== 'none' && outcome?.kind !== 'not-applicable',
  );
  const terms = counted.map(({ floor, ceiling }) => bracketed(floor, ceiling));
  const sum = score ? range(score.floor, score.ceiling) : range(sumOf(counted, 'floor'), sumOf(counted, 'ceiling'));
  return terms.length === 0 ? sum : `${terms.join(' + ')} = ${sum}`;
}

/** What is open, and what is taken off, stands in brackets. */
const bracketed = (floor: string, ceiling: string): string =>
  floor === ceiling && !floor.startsWith('-') ? shown(floor) : `(${range(floor, ceiling)})`;

const sumOf = (parts: readonly Line[], end: 'floor' | 'ceiling'): string =>
  written(parts.reduce<Exact>((sum, part) => add(sum, exact(part[end])), ZERO));

function combinedArithmetic({ by, parts, onTop = [], floor, ceiling }: Combined, language: Language): string {
  const counted = parts.filter((part) => part.counted);
  const terms = counted.map((part) => ends(part.floor, part.ceiling));
  const more = onTop.map((part) => ` + ${bracketed(part.floor, part.ceiling)}`).join('');
  const result = `${more} = ${ends(floor, ceiling)}`;
  const [how = ''] = by.split(' ');
  switch (how) {
    case 'weighted':
      return `${counted.map((part, n) => `${terms[n]} × ${part.weight === null ? '' : shareWording(exact(part.weight))}`).join(' + ')}${result}`;
    case 'mean':
      return `(${terms.join(' + ')}) ÷ ${counted.length}${result}`;
    case 'lowest':
    case 'highest':
      return `${CHOSEN[how][language]} (${terms.join(', ')})${result}`;
    default:
      return `${terms.join(' + ')}${result}`;
  }
}

const CHOSEN = { lowest: { zh: '最低', en: 'lowest' }, highest: { zh: '最高', en: 'highest' } };

function markArithmetic({ points, floor, ceiling, settled }: Line, hasSteps: boolean): string {
  const decided = typeof settled === 'boolean' ? settled : floor === ceiling;
  const cut = subtract(exact(points), exact(floor));
  if (!decided || hasSteps || cut.n <= 0) return range(floor, ceiling);
  return `${points} − ${written(cut)} = ${shown(floor)}`;
}

/** Where a limit holds, the figure that it replaces stands before the arrow. */
function casesArithmetic({ names, language, line, score, charged, steps }: Told): string {
  const start = line.from.kind === 'cases' ? line.from.start : ZERO;
  if (charged.length === 0) return shown(written(start));
  const terms = charged
    .map(({ amount, deducts, unit, times }) => ` ${deducts ? '−' : '+'} ${amount} × ${times} ${unit[language]}`)
    .join('');
  const rest = written(add(start, changeOf(charged)));
  const after = [
    ...steps.map((step) => afterStep(names, step)),
    ...(steps.length === 0 && rest !== score.floor ? [shown(score.floor)] : []),
  ];
  return [`${written(start)}${terms} = ${shown(rest)}`, ...after].join(' → ');
}

/** What all charges together change. */
export const changeOf = (charged: readonly Charged[]): Exact =>
  charged.reduce((sum, { amount, deducts, times }) => {
    const change = multiply(exact(amount), { n: times, d: 1 });
    return add(sum, deducts ? negate(change) : change);
  }, ZERO);

const afterStep = (names: Names, { floor, ceiling, grade }: Step): string =>
  grade === null ? ends(floor, ceiling) : `${ends(floor, ceiling)} ${names.grade(grade)}`;

/** What a limit left stands last: it is told as an excess, not as a step; and what a division came to. */
function lastOf(base: string, { floor, ceiling }: Line, steps: readonly Step[]): string[] {
  const last = steps.at(-1);
  const told = last ? ends(last.floor, last.ceiling) : base.slice(base.lastIndexOf('= ') + 1).trim();
  const result = range(floor, ceiling);
  return told === result ? [] : [result];
}
