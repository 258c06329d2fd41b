import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { type Exact, ZERO, add, divide, exact, multiply, negate, subtract, written } from '../exact.ts';
import type { InputRead } from '../input-read.ts';
import type { Contribution } from '../contribution.ts';
import type { GroupScore, LeafScore } from '../scorecard.ts';
import { expressionWording } from './expression-wording.ts';
import { shareWording } from './figure-wording.ts';
import { inputWording, isKnown } from './input-wording.ts';
import { namesOf } from './names.ts';
import { numeralsOf } from './numerals.ts';
import { valuesOf } from './values.ts';
import { type Language, shown } from './wording.ts';

/** One rate and how often it was charged; `amount` is of one case. */
export interface Charged {
  rate: string;
  amount: string;
  deducts: boolean;
  unit: Record<Language, string>;
  times: number;
}

type Score = LeafScore | GroupScore;
type Of<Kind extends Contribution['kind']> = Extract<Contribution, { kind: Kind }>;
interface Ends {
  floor: string | null;
  ceiling: string | null;
}

/** What the arithmetic of a line's source is told of. */
export interface Sourced {
  rubric: CompiledRubric;
  language: Language;
  line: CompiledLine;
  said: readonly Contribution[];
  reads: readonly InputRead[];
  parts: readonly Score[];
  charged: readonly Charged[];
  /** the figure before the first step */
  figure: Ends;
  isChanged: boolean;
}

/** What a line's figure is before its steps, as arithmetic: "12 − 5 × 3 例 = −3", "18 ÷ 20 × 40 × 30% + … = 84". */
export function sourceArithmetic(told: Sourced): string {
  const { line, said, figure, rubric, language } = told;
  const result = numeralsOf(rubric, line).exactly(figure.floor, figure.ceiling, language);
  if (said.some(({ kind }) => kind === 'may-not-apply' || kind === 'not-applicable')) return result;
  switch (line.from.kind) {
    case 'cases':
      return charges(told, line.from.start);
    case 'formula':
      return formula(told);
    case 'votes':
      return votes(told);
    case 'combine':
      return combined(told) ?? sum(told);
    case 'mark':
      return combined(told) ?? mark(told);
  }
}

const find = <Kind extends Contribution['kind']>({ said }: Sourced, kind: Kind): Of<Kind> | undefined =>
  said.findLast((each): each is Of<Kind> => each.kind === kind);

const equals = ({ rubric, line, language }: Sourced, { floor, ceiling }: Ends): string =>
  numeralsOf(rubric, line).result(floor, ceiling, language);

const operandIn =
  ({ rubric, line, language }: Sourced) =>
  ({ floor, ceiling }: Ends): string =>
    numeralsOf(rubric, line).operand(floor, ceiling, language);

function charges({ charged, language }: Sourced, start: Exact): string {
  if (charged.length === 0) return shown(written(start));
  const terms = charged.map(
    ({ amount, deducts, unit, times }) => ` ${deducts ? '−' : '+'} ${amount} × ${times} ${unit[language]}`,
  );
  return `${shown(written(start))}${terms.join('')} = ${shown(written(add(start, changeOf(charged))))}`;
}

/** What all charges together change. */
export const changeOf = (charged: readonly Charged[]): Exact =>
  charged.reduce((sum, { amount, deducts, times }) => {
    const change = multiply(exact(amount), { n: times, d: 1 });
    return add(sum, deducts ? negate(change) : change);
  }, ZERO);

function formula(told: Sourced): string {
  const { rubric, line, reads, language, figure } = told;
  const said = find(told, 'formula');
  if (!said) return numeralsOf(rubric, line).exactly(figure.floor, figure.ceiling, language);
  const names = namesOf(rubric);
  const only = reads.find((read) => read.text === said.text);
  if (only && isKnown(only)) return `${expressionWording(names, said.text)[language]} ${equals(told, said)}`;
  if (only) return inputWording(rubric, line, only)[language];
  const values = valuesOf(rubric, line, reads, said, line.pointsText);
  return `${expressionWording(names, said.text, values)[language]} ${equals(told, said)}`;
}

/** Each group's mean of what its valid ballots are worth, by its share. */
function votes(told: Sourced): string {
  const { line, said, figure, rubric, language } = told;
  const tallies = said.filter((each): each is Of<'tally'> => each.kind === 'tally');
  if (line.from.kind !== 'votes' || tallies.length < Math.max(line.from.shares.length, 1))
    return numeralsOf(rubric, line).exactly(figure.floor, figure.ceiling, language);
  const { worth, shares } = line.from;
  const terms = tallies.map(({ group, counts, valid }) => {
    const ballots = Object.entries(counts).filter(([, count]) => count > 0);
    const sum = ballots.map(([option, count]) => `${shown(written(worth.get(option)!))} × ${count}`).join(' + ');
    const share = shares.find(({ id }) => id === group)?.share;
    return `(${sum}) ÷ ${valid}${share ? ` × ${shareWording(share)}` : ''}`;
  });
  return `${terms.join(' + ')} ${equals(told, figure)}`;
}

function sum(told: Sourced): string {
  const { line, parts, figure } = told;
  const operand = operandIn(told);
  const counted = line.children.flatMap((child, n) =>
    child.worth !== 'none' && parts[n]?.outcome?.kind !== 'not-applicable' ? [{ child, part: parts[n]! }] : [],
  );
  const left = find(told, 'left-out');
  const isScaled = left !== undefined && line.notApplicable === 'rescale' && left.of !== '0';
  const own = counted.filter(({ child }) => isScaled && child.worth === 'points').map(({ part }) => operand(part));
  const rest = counted.filter(({ child }) => !isScaled || child.worth !== 'points').map(({ part }) => operand(part));
  const ownSum = own.length > 1 ? `(${own.join(' + ')})` : own.join('');
  const terms = [...(isScaled ? [`${ownSum} ÷ ${left.of} × ${line.pointsText}`] : []), ...rest];
  return terms.length === 0 || (terms.length === 1 && !isScaled)
    ? numeralsOf(told.rubric, line).exactly(figure.floor, figure.ceiling, told.language)
    : `${terms.join(' + ')} ${equals(told, figure)}`;
}

function combined(told: Sourced): string | null {
  const said = find(told, 'combined');
  if (!said || said.floor !== told.figure.floor || said.ceiling !== told.figure.ceiling) return null;
  const { line, language } = told;
  const counted = said.parts.filter((part) => part.counted);
  const mayChange = counted.length < said.parts.length && said.parts.some((part) => part.floor !== part.ceiling);
  if (mayChange) return numeralsOf(told.rubric, line).exactly(said.floor, said.ceiling, language);
  const operand = operandIn(told);
  const terms = counted.map(({ scaledFrom, ...part }) =>
    scaledFrom ? `${operand(scaledFrom)} ÷ ${scaledFrom.full} × ${line.pointsText}` : operand(part),
  );
  const onTop = (said.onTop ?? []).map((part) => `+ ${operand(part)} `).join('');
  const result = `${onTop}${equals(told, said)}`;
  const [how = ''] = said.by.split(' ');
  switch (how) {
    case 'weighted':
      return `${weighed(terms, counted)} ${result}`;
    case 'mean':
      return `(${terms.join(' + ')}) ÷ ${counted.length} ${result}`;
    case 'lowest':
    case 'highest':
      return `${CHOSEN[how][language]} (${terms.join(', ')}) ${result}`;
    default:
      return `${terms.join(' + ')} ${result}`;
  }
}

/** Weights count in proportion: where they do not add up to one, the sum is divided by what they add up to. */
function weighed(terms: readonly string[], parts: Of<'combined'>['parts']): string {
  const weights = parts.map(({ weight }) => exact(weight ?? '0'));
  const whole = weights.reduce(add, ZERO);
  const sum = terms.map((term, n) => `${term} × ${shareWording(weights[n]!)}`).join(' + ');
  return written(whole) === '1' ? sum : `(${sum}) ÷ ${shareWording(whole)}`;
}

const CHOSEN = { lowest: { zh: '最低', en: 'lowest' }, highest: { zh: '最高', en: 'highest' } };

/** A decided mark: in percent of the points, or the points less what was taken. */
function mark(told: Sourced): string {
  const { line, said, figure, isChanged, rubric, language } = told;
  const plain = numeralsOf(rubric, line).exactly(figure.floor, figure.ceiling, language);
  const { floor, ceiling } = figure;
  const given = said.some(({ kind }) => kind === 'mark');
  if (line.from.kind !== 'mark' || !given || floor === null || floor !== ceiling) return plain;
  if (line.from.admitted.kind === 'percent' && line.points.n !== 0 && line.worth !== 'penalty')
    return `${line.pointsText} × ${shareWording(divide(exact(floor), line.points))} = ${plain}`;
  const cut = subtract(line.points, exact(floor));
  return isChanged || cut.n <= 0 || line.worth !== 'points' ? plain : `${line.pointsText} − ${written(cut)} = ${plain}`;
}
