import type { CompiledFormula, CompiledLine } from '../compiled.ts';
import { type Figure, figure, writtenEnds } from '../figure.ts';
import { point } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';

/** A figure computed from inputs, counts and other lines. */
export function scoreFormula(line: CompiledLine, { text, read }: CompiledFormula, unit: UnitState): Figure {
  unit.full = point(line.points);
  const range = read(unit);
  const facts = namesIn(text).flatMap((name) => (unit.numbers.get(name) ?? []).map(({ id }) => id));
  unit.said[line.index]!.push({ kind: 'formula', text, ...writtenEnds(range), facts, rulings: line.rulings.step });
  return figure(range, line.points);
}

/** Words that may name inputs; what is none has no facts. */
export const namesIn = (text: string): string[] => [...new Set(text.match(/[a-z][a-z0-9-]*/g) ?? [])];
