import { type Figure, isLeftOut, shareOf } from '../figure.ts';
import { ANYTHING, type Interval, between, lowest } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';
import { type Call, lineIn, rankIn } from './arguments.ts';
import type { Read, Scope } from './scope.ts';
import { ExpressionError } from './syntax.ts';

/**
 * Over the parts of the line at hand, or over the lines that are named: how many have a grade (`graded('good')`: that or
 * a better one, `graded-exactly('good', 'A', 'B.1')`), the lowest figure, the lowest part of the points (`lowest-share()`).
 */
export function overParts(call: Call, scope: Scope): Read<Interval> {
  switch (call.name) {
    case 'graded': {
      const wanted = rankIn(call, scope);
      return howMany(partsIn(call, 1, scope), (rank) => rank <= wanted);
    }
    case 'graded-exactly': {
      const wanted = rankIn(call, scope);
      return howMany(partsIn(call, 1, scope), (rank) => rank === wanted);
    }
    case 'lowest-part':
      return lowestOf(partsIn(call, 0, scope), ({ range }) => range);
    default:
      return lowestOf(partsIn(call, 0, scope), shareOf);
  }
}

/** Indexes of the lines named from an argument on; without any, of the parts of the line at hand. */
function partsIn(call: Call, from: number, scope: Scope): readonly number[] {
  const named = call.args.slice(from).map((_, n) => lineIn(call, scope, from + n));
  if (named.length > 0) return named;
  if (scope.children.length === 0)
    throw new ExpressionError(call.at, `${call.name} needs a line with parts, or lines named`);
  return scope.children;
}

const applying = (unit: UnitState, parts: readonly number[]): Figure[] =>
  parts.map((index) => unit.figures[index]!).filter((figure) => !isLeftOut(figure));

function howMany(parts: readonly number[], fits: (rank: number) => boolean): Read<Interval> {
  return (unit) => {
    const graded = applying(unit, parts).filter(({ ranks }) => ranks !== null);
    const possible = graded.map(({ ranks }) => from(ranks!.best, ranks!.worst).map(fits));
    const sure = possible.filter((each, n) => graded[n]!.mayLeaveOut !== 'line' && each.every(Boolean)).length;
    return between({ n: sure, d: 1 }, { n: possible.filter((each) => each.some(Boolean)).length, d: 1 });
  };
}

const from = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, n) => first + n);

/** A part that a rule may still leave out may be the lowest, or not be there. */
function lowestOf(parts: readonly number[], read: (figure: Figure) => Interval): Read<Interval> {
  return (unit) => {
    const figures = applying(unit, parts);
    if (figures.length === 0) return ANYTHING;
    const lowestFigure = figures.map(read).reduce(lowest);
    return figures.some(({ mayLeaveOut }) => mayLeaveOut === 'line')
      ? { low: lowestFigure.low, high: null }
      : lowestFigure;
  };
}
