import type { Step } from '@mofan/rubric/language/step';
import type { OutlineNode } from '../outline.ts';
import type { StatedRate } from './cases-in-text.ts';
import type { StatedLimits, StatedMost } from './limits-in-text.ts';

/** The rates and limits of one text of a line. */
export interface RatesAndLimits {
  rates: readonly StatedRate[];
  limits: StatedLimits;
}

/** What each limit bounds: a rate of its own, or all of the line; the quotes of those that could be given to one of them. */
interface PlacedLimits {
  ofRate: ReadonlyMap<StatedRate, string>;
  together: StatedMost | null;
  quotes: readonly string[];
}

/**
 * Gives each limit its rates. One that says so is of all together; else it is of those between the limit before it and
 * itself within its sentence: of a single rate, or where these are all there are, of the whole. Where it bounds some of
 * several, the language cannot say it, and it is left to a person.
 */
export function placedLimits(read: readonly RatesAndLimits[]): PlacedLimits {
  const all = read.flatMap(({ rates }) => rates);
  const ofRate = new Map<StatedRate, string>();
  const quotes: string[] = [];
  let together: StatedMost | null = null;
  for (const { rates, limits } of read) {
    for (const [at, most] of limits.most.entries()) {
      const before = limits.most.slice(0, at).findLast((each) => isAlike(each, most)) ?? null;
      const bounded = most.whole ? all.filter((rate) => isOf(most, rate)) : boundedBy(most, before, rates);
      const [only] = bounded;
      const isWhole = (most.whole || bounded.length > 1) && bounded.length === all.length;
      const oneSign = new Set(bounded.map(({ adds }) => adds)).size === 1;
      if (isWhole ? together !== null || !oneSign : bounded.length !== 1 || ofRate.has(only!)) continue;
      if (isWhole) together = most;
      else ofRate.set(only!, most.points);
      quotes.push(most.quote);
    }
  }
  return { ofRate, together, quotes };
}

const isOf = (most: StatedMost, { adds }: StatedRate): boolean => most.adds === null || most.adds === adds;

const isAlike = (one: StatedMost, other: StatedMost): boolean =>
  one.adds === null || other.adds === null || one.adds === other.adds;

function boundedBy(most: StatedMost, before: StatedMost | null, rates: readonly StatedRate[]): StatedRate[] {
  const since = rates.filter(
    (rate) => rate.from < most.at && isOf(most, rate) && (before === null || rate.from > before.at),
  );
  const [last] = since.slice(-1);
  const near = since.filter(({ sentence }) => sentence === last?.sentence);
  return most.sentence === last?.sentence || near.length === since.length ? near : since;
}

/** Never below what the text leaves at least, never beyond its limit for all cases together. */
export function clampsOf(
  { points, counts }: Pick<OutlineNode, 'points' | 'counts'>,
  read: readonly RatesAndLimits[],
  limit: StatedMost | null,
): Step[] {
  const adds = read.some(({ rates }) => rates.some((rate) => rate.adds));
  const together = limit?.points;
  const floor = read.find(({ limits }) => limits.floor !== null)?.limits.floor?.points ?? null;
  const most = adds ? (together ?? (counts === 'points' ? points : null)) : null;
  const least = adds || together === undefined ? null : counts === 'penalty' ? `-${together}` : { minus: together };
  const end = counts === 'penalty' ? null : (floor ?? (adds ? '0' : null));
  const clamp = { ...((least ?? end) !== null && { least: (least ?? end)! }), ...(most !== null && { most }) };
  const both =
    least !== null && end !== null && !(together !== undefined && Number(end) + Number(together) <= Number(points));
  return [...(Object.keys(clamp).length === 0 ? [] : [{ clamp }]), ...(both ? [{ clamp: { least: end } }] : [])];
}
