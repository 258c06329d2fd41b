import { type Figure, isLeftOut, shareOf } from '../figure.ts';
import { ANYTHING, type Interval, type Truth, between, lowest, point } from '../interval.ts';
import { ratio } from '../ratio.ts';
import type { UnitState } from '../unit-state.ts';
import { type Call, lineIn, rankIn, textIn } from './arguments.ts';
import { COMPARE, isComparison } from './comparisons.ts';
import type { Read, Scope } from './scope.ts';
import { ExpressionError } from './syntax.ts';

/**
 * Over the parts of the line at hand, or over the lines that are named: how many have a grade (`graded('good')`: that or
 * a better one, `graded-exactly('good', 'A', 'B.1')`) or a figure (`parts('<', 60)`, `part-shares('<', 60%)`), the lowest
 * figure, the lowest part of the points (`lowest-share()`).
 */
export function overParts(call: Call, scope: Scope): Read<Interval> {
  switch (call.name) {
    case 'graded': {
      const wanted = rankIn(call, scope);
      return howMany(
        partsIn(call, 1, scope),
        gradeFits((rank) => rank <= wanted),
      );
    }
    case 'graded-exactly': {
      const wanted = rankIn(call, scope);
      return howMany(
        partsIn(call, 1, scope),
        gradeFits((rank) => rank === wanted),
      );
    }
    case 'parts': {
      const fits = limitIn(call);
      return howMany(partsIn(call, 2, scope), ({ range }) => fits(range));
    }
    case 'part-shares': {
      const fits = limitIn(call);
      return howMany(partsIn(call, 2, scope), (figure) => fits(shareOf(figure)));
    }
    case 'lowest-part':
      return lowestOf(partsIn(call, 0, scope), ({ range }) => range);
    default:
      return lowestOf(partsIn(call, 0, scope), shareOf);
  }
}

/** The comparison with a number that the first two arguments state. */
function limitIn(call: Call): (figure: Interval) => Truth {
  const sign = textIn(call, 0);
  const limit = call.args[1];
  if (limit?.kind !== 'number' || !isComparison(sign))
    throw new ExpressionError(call.at, {
      zh: `写作 ${call.name}('<', 60)，符号可用 <、<=、=、!=、>=、>`,
      en: `it is ${call.name}('<', 60), with <, <=, =, !=, >= or >`,
    });
  const at = point(ratio(limit.text));
  return (figure) => COMPARE[sign](figure, at);
}

/** Indexes of the lines named from an argument on; without any, of the parts of the line at hand. */
function partsIn(call: Call, from: number, scope: Scope): readonly number[] {
  const named = call.args.slice(from).map((_, n) => lineIn(call, scope, from + n));
  if (named.length > 0) return named;
  if (scope.children.length === 0)
    throw new ExpressionError(call.at, {
      zh: `${call.name} 只能用在有下级的条目上，或写明是哪些条目`,
      en: `${call.name} needs a line with parts, or lines named`,
    });
  return scope.children;
}

const applying = (unit: UnitState, parts: readonly number[]): Figure[] =>
  parts.map((index) => unit.figures[index]!).filter((figure) => !isLeftOut(figure));

function howMany(parts: readonly number[], fits: (figure: Figure) => Truth): Read<Interval> {
  return (unit) => {
    let [sure, possible] = [0, 0];
    for (const figure of applying(unit, parts)) {
      const truth = fits(figure);
      if (truth !== false) possible += 1;
      if (truth && !figure.mayBeLeftOut) sure += 1;
    }
    return between({ n: sure, d: 1 }, { n: possible, d: 1 });
  };
}

const gradeFits =
  (fits: (rank: number) => boolean) =>
  ({ ranks }: Figure): Truth => {
    if (!ranks) return false;
    const possible = Array.from({ length: ranks.worst - ranks.best + 1 }, (_, n) => fits(ranks.best + n));
    const surely = possible.every(Boolean) && !ranks.orNone;
    return surely ? true : possible.some(Boolean) ? null : false;
  };

/** A part that a rule may still leave out may be the lowest, or not be there. */
function lowestOf(parts: readonly number[], read: (figure: Figure) => Interval): Read<Interval> {
  return (unit) => {
    const figures = applying(unit, parts);
    if (figures.length === 0) return ANYTHING;
    const lowestFigure = figures.map(read).reduce(lowest);
    return figures.some(({ mayBeLeftOut }) => mayBeLeftOut) ? { low: lowestFigure.low, high: null } : lowestFigure;
  };
}
