import type { CompiledRubric } from '@mofan/rubric/compiled';
import { type Exact, exact, written } from '@mofan/rubric/exact';
import type { ExplanationTree } from '@mofan/rubric/explain/explanation';
import { expressionWording } from '@mofan/rubric/explain/expression-wording';
import { namesOf } from '@mofan/rubric/explain/names';
import { compileNumber } from '@mofan/rubric/expression/compile';
import type { Scope } from '@mofan/rubric/expression/scope';
import { onlyValue } from '@mofan/rubric/interval';
import type { UnitState } from '@mofan/rubric/unit-state';

/** One computation as it is printed, and what somebody comes to who does it again by hand. */
export interface Worked {
  leaf: string;
  said: string;
  printed: string;
  again: string;
}

/** Every computation of settled numbers in an explanation, done again from what is printed and nothing else. */
export function workedIn(rubric: CompiledRubric, tree: ExplanationTree): Worked[] {
  const own = bare(rubric, tree)
    .split(' → ')
    .filter((segment) => isComputation(segment) && !/[–…缺若]/.test(segment))
    .map((said) => ({ leaf: tree.leaf, said, ...sidesOf(said) }));
  return [...own, ...[...tree.parts, ...tree.beside, ...tree.follows].flatMap((part) => workedIn(rubric, part))];
}

/** The last number that the arithmetic of a line names, or null where it names none. */
export function lastNumber(rubric: CompiledRubric, tree: ExplanationTree): string | null {
  const last = bare(rubric, tree).split(' → ').at(-1)!;
  const number = (isComputation(last) ? sides(last)[1] : last).split(' ')[0]!;
  return /^≈?[−\d]/.test(number) ? computed(number) : null;
}

const isComputation = (segment: string): boolean => /(^| )[=≈] [^=≈]*$/.test(segment);

/** The arithmetic without the names that stand before the numbers. */
function bare(rubric: CompiledRubric, { arithmetic, inputs }: ExplanationTree): string {
  const names = namesOf(rubric);
  const titles = inputs.map(({ text }) => expressionWording(names, text).zh).toSorted((a, b) => b.length - a.length);
  return titles.reduce((text, title) => text.replaceAll(`${title} `, ''), arithmetic.zh).replaceAll('满分 ', '');
}

const sides = (segment: string): [string, string] => {
  const at = /^(.*?)(?:^| )[=≈] ([^=≈]*)$/.exec(segment)!;
  return [at[1]!, at[2]!];
};

function sidesOf(segment: string): { printed: string; again: string } {
  const [left, right] = sides(segment);
  return { printed: computed(right), again: left === '' ? computed(right) : computed(left) };
}

/** In the grammar of the language: signs for the printed ones, and exactly what stands in brackets after an ≈. */
const computed = (printed: string): string => {
  const text = printed
    .replaceAll(/≈?[−\d.]+（(−?-?\d+\/\d+)）/g, '($1)')
    .replaceAll(/ [例次](?= |$)/g, '')
    .replaceAll(/最大值|最高/g, 'max')
    .replaceAll(/最小值|最低/g, 'min')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replaceAll('，', ', ')
    .replaceAll('−', '-')
    .replaceAll('×', '*')
    .replaceAll('÷', '/');
  const value: Exact = onlyValue(compileNumber(text, NOTHING_NAMED)({} as UnitState)) ?? exact('0');
  return written(value);
};

const NOTHING_NAMED: Scope = {
  place: 'by hand',
  children: [],
  lineAt: () => undefined,
  hasLine: () => false,
  pointsOf: () => ({ low: null, high: null }),
  grades: [],
  rankOf: () => -1,
  input: () => undefined,
  hasKind: () => false,
  hasCategory: () => false,
  selections: [],
  known: { line: [], grade: [], kind: [], category: [], input: [], series: [] },
};
