import type { Cases } from '@mofan/rubric/language/source';
import type { Step } from '@mofan/rubric/language/step';
import { bare } from '../import/wording.ts';
import type { OutlineNode } from '../outline.ts';
import { type StatedRate, ratesIn } from './cases-in-text.ts';
import { type StatedLimits, limitsIn } from './limits-in-text.ts';

/** The cases of a line with their limits, and every phrase that they were read from. */
export interface StatedCases {
  cases: Cases;
  steps: Step[];
  quotes: string[];
}

type Rate = NonNullable<Cases['deduct']>[number];
interface Read {
  rates: StatedRate[];
  limits: StatedLimits;
  inText: boolean;
}

/** Reads the rates of a line out of its text and the columns beside it; null where there are none. `code`: its id as a code. */
export function casesOf(node: OutlineNode, code: string): StatedCases | null {
  const beside = Object.values(node.extra).filter((text) => text !== node.text);
  const texts = [node.text, ...beside].map((text) => text.slice(0, LONGEST));
  const read = texts.map((text, at): Read => ({
    rates: ratesIn(text, node.text),
    limits: limitsIn(text),
    inText: at === 0,
  }));
  const stated = read.flatMap((each) => each.rates.map((rate) => ({ ...each, rate })));
  const rates = stated.filter(
    ({ rate, limits }, at) =>
      !stated.slice(0, at).some((each) => each.limits !== limits && isSaidAgain(rate, each.rate)),
  );
  if (rates.length === 0) return null;
  const drafted = rates.map(({ rate, limits, rates: all, inText }, n) => ({
    adds: rate.adds,
    rate: rateOf(rate, `${code}-${n + 1}`, mostOf(rate, all, limits), inText),
  }));
  const [deduct, add] = [false, true].map((adds) =>
    drafted.filter((each) => each.adds === adds).map(({ rate }) => rate),
  );
  const charge = read.find(({ limits }) => limits.charge)?.limits.charge;
  return {
    cases: {
      ...(deduct!.length > 0 && { deduct: deduct! }),
      ...(add!.length > 0 && { add: add! }),
      charge: charge?.by ?? 'every',
    },
    steps: clampOf(node, read, add!.length > 0),
    quotes: [
      ...stated.map(({ rate }) => rate.quote),
      ...read.flatMap(({ limits }) => limits.most.map(({ quote }) => quote)),
      ...read.flatMap(({ limits }) => (limits.floor === null ? [] : [limits.floor])),
      ...(charge ? [charge.quote] : []),
    ],
  };
}

/** A text of the language is no longer. */
const LONGEST = 2000;

const rateOf = ({ title, per, points, quote }: StatedRate, id: string, most: string | null, inText: boolean): Rate => ({
  id,
  title,
  category: id,
  per,
  points,
  ...(most !== null && { most }),
  ...(inText && { quote }),
});

/** Whether a column says once more what the text or another column does: 少一次扣2分 of 每少1次扣2分. */
const isSaidAgain = (rate: StatedRate, before: StatedRate): boolean => bareRate(rate.quote) === bareRate(before.quote);

const bareRate = (quote: string): string =>
  bare(quote)
    .replace(/[每的,、]/g, '')
    .replace(/(?<!\d)1(?=[^\d.分])/g, '一');

/** A limit belongs to the rate before it, unless it speaks of all together. */
function mostOf(rate: StatedRate, all: readonly StatedRate[], { most }: StatedLimits): string | null {
  const next = all.find(({ from }) => from > rate.from)?.from ?? Number.POSITIVE_INFINITY;
  return most.find(({ whole, at }) => !whole && at >= rate.to && at < next)?.points ?? null;
}

/** Never below zero where the text says so, never beyond its limit for all cases together. */
function clampOf({ points, counts }: OutlineNode, read: readonly Read[], adds: boolean): Step[] {
  const together = read.flatMap(({ limits }) => limits.most).find(({ whole }) => whole)?.points;
  const floored = read.some(({ limits }) => limits.floor !== null);
  const most = adds ? (together ?? (counts === 'points' ? points : null)) : null;
  const least = adds || together === undefined ? null : counts === 'penalty' ? `-${together}` : { minus: together };
  const zero = counts !== 'penalty' && (floored || adds) ? '0' : null;
  const clamp = { ...((least ?? zero) !== null && { least: (least ?? zero)! }), ...(most !== null && { most }) };
  return Object.keys(clamp).length === 0 ? [] : [{ clamp }];
}
