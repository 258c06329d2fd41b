import { type Exact, compare, exact } from '../exact.ts';
import type { Interval, Truth } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';
import { unknownName } from '../unknown-name.ts';
import type { Compiled, Scope } from './scope.ts';
import { ExpressionError } from './syntax.ts';

/** `score`: the figure as it stands before the step; `full`: the points that the line could give; else an input. */
export function nameOf({ name, at }: { name: string; at: number }, scope: Scope): Compiled {
  if (name === 'score') return { type: 'number', read: (unit) => unit.score };
  if (name === 'full') return { type: 'number', read: (unit) => unit.full };
  const input = scope.input(name);
  if (!input) {
    const known = [...scope.known.input, { id: 'score' }, { id: 'full' }];
    throw new ExpressionError(at, unknownName(name, known, { zh: '输入项中没有', en: 'there is no input' }));
  }
  if (input.kind === 'series')
    throw new ExpressionError(at, {
      zh: `“${name}”是序列，请写 mean('${name}')、sum('${name}') 等`,
      en: `“${name}” is a series: write mean('${name}'), sum('${name}') …`,
    });
  if (input.kind === 'statement') return { type: 'truth', read: (unit) => statementOf(unit, name) };
  return { type: 'number', read: (unit) => numberOf(unit, name, input.range) };
}

/** Two numbers under one name leave both: which of them is right is not the scorer's to say. */
function numberOf(unit: UnitState, name: string, range: Interval): Interval {
  const values = valuesOf(unit, name, range);
  if (!values || values.length === 0) return range;
  const sorted = values.length === 1 ? values : values.toSorted(compare);
  return { low: sorted[0]!, high: sorted.at(-1)! };
}

/**
 * The numbers of an input in the order of their periods; null: one of them is no number or lies outside the range, so that
 * nobody knows what it should be.
 */
export function valuesOf(unit: UnitState, name: string, range: Interval): Exact[] | null {
  const values: Exact[] = [];
  for (const { value: text } of unit.numbers.get(name) ?? []) {
    const value = valueIn(text, range);
    if (!value) return null;
    values.push(value);
  }
  return values;
}

/** Whether a number can be taken for an input of this range. */
export const isWithin = (text: string, range: Interval): boolean => valueIn(text, range) !== null;

/** null: the text is no number, or the number lies outside the range. */
function valueIn(text: string, { low, high }: Interval): Exact | null {
  if (!isDecimal(text)) return null;
  const value = exact(text);
  return (low && compare(value, low) < 0) || (high && compare(value, high) > 0) ? null : value;
}

export const isDecimal = (text: string): boolean => /^-?\d{1,9}(\.\d{1,6})?$/.test(text);

function statementOf({ facts }: UnitState, name: string): Truth {
  const said = (facts.statements ?? []).filter((fact) => fact.name === name);
  const [first] = said;
  return first && said.every(({ holds }) => holds === first.holds) ? first.holds : null;
}
