import { type Figure, shareOf } from '../figure.ts';
import { ANYTHING, type Interval, type Truth, between, highest, hull, lowest } from '../interval.ts';
import { type UnitState, sessionsOf } from '../unit-state.ts';
import { unknownName } from '../unknown-name.ts';
import {
  type Call,
  categoryIn,
  kindIn,
  knownLineIn,
  lineIn,
  monthsIn,
  roleIn,
  selectionIn,
  textIn,
} from './arguments.ts';
import { casesWithin } from './case-window.ts';
import { overParts } from './parts.ts';
import { previousGrade, previousPoints, ratedBefore } from './previous.ts';
import type { Compiled, Read, Scope } from './scope.ts';
import { SERIES, longestRun, overSeries } from './series.ts';
import { type Expression, ExpressionError } from './syntax.ts';

/** Every function by its name, for whoever writes one that is not there. */
export const FUNCTIONS = [
  [
    'line',
    'share',
    'points',
    'grade',
    'count',
    'cases',
    'previous',
    'previous-grade',
    'rated-before',
    'if',
    'min',
    'max',
  ],
  ['graded', 'graded-exactly', 'parts', 'part-shares', 'lowest-part', 'lowest-share', 'mean', 'sum', 'last', 'run'],
  ['lowest-of', 'highest-of', 'chosen', 'attribute'],
]
  .flat()
  .map((id) => ({ id }));

/** How the arguments of a call are read: what stands in a text literal, what is computed. */
interface Arguments {
  number: (arg: Expression) => Read<Interval>;
  truth: (arg: Expression) => Read<Truth>;
}

/** Every function of the language. Texts name lines, kinds, grades and inputs, so that they are checked at loading. */
export function callOf(call: Call, scope: Scope, read: Arguments): Compiled {
  const { name, args, at } = call;
  switch (name) {
    case 'line':
      return number((unit, index) => unit.figures[index]!.range, lineIn(call, scope));
    case 'share':
      return number((unit, index) => shareOf(unit.figures[index]!), lineIn(call, scope));
    case 'points': {
      lineIn(call, scope);
      const points = scope.pointsOf(textIn(call, 0));
      return { type: 'number', read: () => points };
    }
    case 'grade': {
      const index = lineIn(call, scope);
      return { type: 'grade', read: (unit) => heightOf(unit.figures[index]!) };
    }
    case 'previous':
      return { type: 'number', read: previousPoints(knownLineIn(call, scope)) };
    case 'previous-grade':
      return { type: 'grade', read: previousGrade(knownLineIn(call, scope), scope.grades) };
    case 'rated-before':
      return { type: 'truth', read: ratedBefore(knownLineIn(call, scope)) };
    case 'graded':
    case 'graded-exactly':
    case 'parts':
    case 'part-shares':
    case 'lowest-part':
    case 'lowest-share':
      return { type: 'number', read: overParts(call, scope) };
    case 'count':
      return { type: 'number', read: countOf(kindIn(call, scope)) };
    case 'cases':
      return { type: 'number', read: casesWithin(categoryIn(call, scope), roleIn(call), monthsIn(call)) };
    case 'mean':
    case 'sum':
    case 'last':
    case 'lowest-of':
    case 'highest-of':
      return { type: 'number', read: overSeries(call, scope, SERIES[name]) };
    case 'run':
      return { type: 'number', read: longestRun(call, scope) };
    case 'min':
    case 'max': {
      if (args.length === 0)
        throw new ExpressionError(at, {
          zh: `${name} 的括号里至少写一个数`,
          en: `${name} needs something to choose from`,
        });
      const all = args.map(read.number);
      const choose = name === 'min' ? lowest : highest;
      return { type: 'number', read: (unit) => all.map((each) => each(unit)).reduce(choose) };
    }
    case 'if':
      return choice(call, read);
    case 'chosen': {
      const selection = selectionIn(call, scope);
      return { type: 'truth', read: ({ chosen }) => chosen.get(selection) ?? null };
    }
    case 'attribute': {
      const key = textIn(call, 0);
      return { type: 'attribute', read: ({ facts }) => facts.attributes?.[key] ?? null };
    }
    default:
      throw new ExpressionError(at, unknownName(name, FUNCTIONS, { zh: '没有函数', en: 'there is no function' }));
  }
}

const number = (read: (unit: UnitState, index: number) => Interval, index: number): Compiled => ({
  type: 'number',
  read: (unit) => read(unit, index),
});

function choice({ args, at }: Call, read: Arguments): Compiled {
  const [condition, yes, no] = args;
  if (!condition || !yes || !no || args.length > 3)
    throw new ExpressionError(at, { zh: '写作 if(条件, 则, 否则)', en: 'it is if(condition, then, else)' });
  const [holds, then, otherwise] = [read.truth(condition), read.number(yes), read.number(no)];
  return {
    type: 'number',
    read: (unit) => {
      const truth = holds(unit);
      return truth === null ? hull(then(unit), otherwise(unit)) : truth ? then(unit) : otherwise(unit);
    },
  };
}

/** A line that is left out has no grade, nor has one that no rule grades; one that is held may have any. */
const heightOf = ({ ranks, hold, mayBeLeftOut }: Figure): Interval | null => {
  if (!ranks && (!hold || hold.kind === 'not-applicable')) return null;
  return ranks && !ranks.orNone && !mayBeLeftOut
    ? between({ n: 0 - ranks.worst, d: 1 }, { n: 0 - ranks.best, d: 1 })
    : ANYTHING;
};

/** Distinct sessions; more may come until nothing more can be recorded, and those of an unknown kind may be of this one. */
const countOf =
  (kind: string): Read<Interval> =>
  (unit) => {
    const { count, atMost } = sessionsOf(unit, kind);
    return between({ n: count, d: 1 }, unit.facts.recordingClosed && !unit.anything ? { n: atMost, d: 1 } : null);
  };
