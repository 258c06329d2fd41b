import { compare, exact } from '../exact.ts';
import type { Interval, Truth } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';
import type { Compiled, Scope } from './scope.ts';
import { ExpressionError } from './syntax.ts';

/** `score`: the figure as it stands before the step; `full`: the points that the line could give; else an input. */
export function nameOf({ name, at }: { name: string; at: number }, scope: Scope): Compiled {
  if (name === 'score') return { type: 'number', read: (unit) => unit.score };
  if (name === 'full') return { type: 'number', read: (unit) => unit.full };
  const input = scope.input(name);
  if (!input) throw new ExpressionError(at, `“${name}” is not declared among the inputs`);
  if (input.kind === 'series') throw new ExpressionError(at, `“${name}” is a series: take mean('${name}'), sum …`);
  if (input.kind === 'statement') return { type: 'truth', read: (unit) => statementOf(unit, name) };
  return { type: 'number', read: (unit) => numberOf(unit, name, input.range) };
}

/** Two numbers under one name leave both: which of them is right is not the scorer's to say. */
function numberOf(unit: UnitState, name: string, range: Interval): Interval {
  const values = valuesOf(unit, name, range);
  if (values.length === 0) return range;
  const sorted = values.toSorted(compare);
  return { low: sorted[0]!, high: sorted.at(-1)! };
}

/** The numbers of an input that are numbers and within its range, in the order of their periods. */
export const valuesOf = (unit: UnitState, name: string, { low, high }: Interval) =>
  (unit.numbers.get(name) ?? []).flatMap(({ value }) => {
    if (!isDecimal(value)) return [];
    const read = exact(value);
    const tooLow = low && compare(read, low) < 0;
    const tooHigh = high && compare(read, high) > 0;
    return tooLow || tooHigh ? [] : [read];
  });

export const isDecimal = (text: string): boolean => /^-?\d{1,9}(\.\d{1,6})?$/.test(text);

function statementOf({ facts }: UnitState, name: string): Truth {
  const said = (facts.statements ?? []).filter((fact) => fact.name === name);
  const [first] = said;
  return first && said.every(({ holds }) => holds === first.holds) ? first.holds : null;
}
