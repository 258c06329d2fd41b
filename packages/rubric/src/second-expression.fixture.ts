import Fraction from 'fraction.js';
import type { UnitFacts } from './facts.ts';

/** What an expression may ask for: the second evaluator answers for one unit on one line. */
export interface Asked {
  /** the line that asks */
  id: string;
  facts: UnitFacts;
  score: Fraction;
  full: Fraction;
  grades: readonly string[];
  line: (id: string) => { value: Fraction; full: Fraction; rank: number | null };
  pointsOf: (id: string) => Fraction;
  parts: readonly { value: Fraction; full: Fraction; rank: number | null }[];
}

type Value = Fraction | boolean | string;

export const lowestOf = (values: readonly Fraction[]): Fraction => values.reduce((a, b) => (b.lt(a) ? b : a));
export const highestOf = (values: readonly Fraction[]): Fraction => values.reduce((a, b) => (b.gt(a) ? b : a));
export const sumOf = (values: readonly Fraction[]): Fraction => values.reduce((a, b) => a.add(b), new Fraction(0));

export const fraction = (text: string): Fraction =>
  text.endsWith('%') ? new Fraction(text.slice(0, -1)).div(100) : new Fraction(text);

export const numberIn = (text: string, asked: Asked): Fraction => valueOf(text, asked) as Fraction;
export const truthIn = (text: string, asked: Asked): boolean => valueOf(text, asked) as boolean;

const TOKENS = /\d+(?:\.\d+)?%?|'[^']*'|"[^"]*"|[A-Za-z][A-Za-z0-9-]*|<=|>=|!=|[-+*/<>=(),]/g;

/** Reads and computes in one walk over the words, everything at once: there is no tree. */
function valueOf(text: string, asked: Asked): Value {
  const words = [...text.matchAll(TOKENS)].map(([word]) => word);
  const next = (...expected: string[]): string | undefined =>
    expected.includes(words[0] ?? '') ? words.shift() : undefined;

  const either = (): Value => {
    let left = both();
    while (next('or')) left = [both(), left].includes(true);
    return left;
  };
  const both = (): Value => {
    let left = negation();
    while (next('and')) left = ![negation(), left].includes(false);
    return left;
  };
  const negation = (): Value => (next('not') ? negation() === false : comparison());
  const comparison = (): Value => {
    const left = sum();
    const sign = next('<', '<=', '=', '!=', '>=', '>');
    return sign ? compared(left, sign, sum(), asked) : left;
  };
  const sum = (): Value => {
    let left = product();
    for (let sign = next('+', '-'); sign; sign = next('+', '-'))
      left =
        sign === '+' ? (left as Fraction).add(product() as Fraction) : (left as Fraction).sub(product() as Fraction);
    return left;
  };
  const product = (): Value => {
    let left = factor();
    for (let sign = next('*', '/'); sign; sign = next('*', '/'))
      left = sign === '*' ? (left as Fraction).mul(factor() as Fraction) : (left as Fraction).div(factor() as Fraction);
    return left;
  };
  const factor = (): Value => {
    const word = words.shift()!;
    if (word === '-') return (factor() as Fraction).neg();
    if (/^\d/.test(word)) return fraction(word);
    if (/^['"]/.test(word)) return word.slice(1, -1);
    if (word !== '(' && !next('(')) return named(word, asked);
    const inside: Value[] = [];
    while (!next(')')) {
      inside.push(either());
      next(',');
    }
    return word === '(' ? inside[0]! : called(word, inside, asked);
  };
  return either();
}

function compared(left: Value, sign: string, right: Value, { grades }: Asked): boolean {
  if (typeof left === 'string' && typeof right === 'string') return (left === right) === (sign === '=');
  const height = (side: Value) => (typeof side === 'string' ? new Fraction(-grades.indexOf(side)) : (side as Fraction));
  const difference = height(left).compare(height(right));
  const holds = { '<': difference < 0, '>': difference > 0, '=': difference === 0 };
  if (sign === '<=') return !holds['>'];
  if (sign === '>=') return !holds['<'];
  return sign === '!=' ? !holds['='] : holds[sign as '<' | '>' | '='];
}

function named(name: string, { facts, score, full }: Asked): Value {
  if (name === 'score') return score;
  if (name === 'full') return full;
  const stated = facts.statements?.find((fact) => fact.name === name);
  return stated ? stated.holds : new Fraction(facts.numbers!.find((fact) => fact.name === name)!.value);
}

function called(name: string, args: readonly Value[], asked: Asked): Value {
  const { facts, grades, parts } = asked;
  const [first, second, third] = args as [string, Value, Value];
  const numbers = args as readonly Fraction[];
  const series = () =>
    (facts.numbers ?? [])
      .filter((fact) => fact.name === first)
      .toSorted((a, b) => (a.period! < b.period! ? -1 : 1))
      .map(({ value }) => new Fraction(value));
  switch (name) {
    case 'min':
      return lowestOf(numbers);
    case 'max':
      return highestOf(numbers);
    case 'if':
      return (args[0] as boolean) ? second : third;
    case 'line':
      return asked.line(first).value;
    case 'share':
      return asked.line(first).value.div(asked.line(first).full);
    case 'points':
      return asked.pointsOf(first);
    case 'grade':
      return new Fraction(-asked.line(first).rank!);
    case 'graded':
      return new Fraction(parts.filter(({ rank }) => rank !== null && rank <= grades.indexOf(first)).length);
    case 'graded-exactly':
      return new Fraction(parts.filter(({ rank }) => rank === grades.indexOf(first)).length);
    case 'parts':
      return new Fraction(parts.filter(({ value }) => compared(value, first, second, asked)).length);
    case 'part-shares':
      return new Fraction(parts.filter(({ value, full }) => compared(value.div(full), first, second, asked)).length);
    case 'lowest-part':
      return lowestOf(parts.map(({ value }) => value));
    case 'lowest-share':
      return lowestOf(parts.map(({ value, full }) => value.div(full)));
    case 'attribute':
      return facts.attributes![first]!;
    case 'count':
      return new Fraction(
        new Set(facts.records.filter(({ kind }) => kind === first).map(({ session }) => session)).size,
      );
    case 'cases':
      return new Fraction(
        facts.cases.filter(({ category, role }) => category === first && (!second || role === second)).length,
      );
    case 'mean':
      return sumOf(series()).div(series().length);
    case 'sum':
      return sumOf(series());
    case 'last':
      return series().at(-1)!;
    case 'lowest-of':
      return lowestOf(series());
    case 'highest-of':
      return highestOf(series());
    case 'run':
      return longestRun(series().map((value) => compared(value, second as string, third, asked)));
    default:
      throw new Error(`the second evaluator has no function ${name}`);
  }
}

const longestRun = (held: readonly boolean[]): Fraction =>
  new Fraction(
    Math.max(
      ...held
        .map((_, n) => held.slice(n).findIndex((each) => !each))
        .map((end, n) => (end < 0 ? held.length - n : end)),
    ),
  );
