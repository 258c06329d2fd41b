import { type Exact, exact, multiply } from '../exact.ts';
import { ANYTHING, type Interval, between, highest, lowest, plus, point } from '../interval.ts';
import { comesNext } from '../period.ts';
import { type Call, seriesIn, textIn } from './arguments.ts';
import { valuesOf } from './names.ts';
import type { Read, Scope } from './scope.ts';
import { ExpressionError } from './syntax.ts';

type OverSeries = (values: readonly Exact[]) => Interval;
const mean: OverSeries = (values) => {
  const sum = values.map(point).reduce(plus);
  return { low: multiply(sum.low!, { n: 1, d: values.length }), high: multiply(sum.high!, { n: 1, d: values.length }) };
};
export const SERIES: Record<'mean' | 'sum' | 'last' | 'lowest-of' | 'highest-of', OverSeries> = {
  mean,
  sum: (values) => values.map(point).reduce(plus),
  last: (values) => point(values.at(-1)!),
  'lowest-of': (values) => values.map(point).reduce(lowest),
  'highest-of': (values) => values.map(point).reduce(highest),
};

/** A series goes on until nothing more can be recorded: until then it may still come to anything. */
export function overSeries(call: Call, scope: Scope, of: OverSeries): Read<Interval> {
  const { name, bounds } = seriesIn(call, scope);
  const open = call.name === 'sum' ? ANYTHING : bounds;
  return (unit) => {
    const values = valuesOf(unit, name, bounds);
    return values && values.length > 0 && unit.facts.recordingClosed ? of(values) : open;
  };
}

/** run('air', '>', 100): how many periods on end, at most, the number was so; one that is missing ends it. */
export function longestRun(call: Call, scope: Scope): Read<Interval> {
  const { name, bounds } = seriesIn(call, scope);
  const sign = textIn(call, 1);
  const limit = call.args[2];
  if (limit?.kind !== 'number' || !['<', '<=', '>=', '>'].includes(sign))
    throw new ExpressionError(call.at, {
      zh: "写作 run('序列', '<', 60)，符号可用 <、<=、>=、>",
      en: "it is run('series', '<', 60), with <, <=, >= or >",
    });
  const at = exact(limit.text);
  const fits = (value: Exact): boolean => {
    const distance = value.n * at.d - at.n * value.d;
    return sign.startsWith('<')
      ? distance < 0 || (sign === '<=' && distance === 0)
      : distance > 0 || (sign === '>=' && distance === 0);
  };
  return (unit) => {
    const values = valuesOf(unit, name, bounds);
    if (unit.anything || !values) return between(ZERO_TIMES, null);
    const periods = (unit.numbers.get(name) ?? []).map(({ period = '' }) => period);
    let [longest, current] = [0, 0];
    values.forEach((value, n) => {
      const goesOn = n > 0 && comesNext(periods[n]!, periods[n - 1]!);
      current = fits(value) ? (goesOn ? current : 0) + 1 : 0;
      longest = Math.max(longest, current);
    });
    return between({ n: longest, d: 1 }, unit.facts.recordingClosed ? { n: longest, d: 1 } : null);
  };
}

const ZERO_TIMES: Exact = { n: 0, d: 1 };
