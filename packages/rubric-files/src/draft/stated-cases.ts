import type { Cases } from '@mofan/rubric/language/source';
import type { Step } from '@mofan/rubric/language/step';
import { bare } from '../import/wording.ts';
import type { OutlineNode } from '../outline.ts';
import { type StatedRate, ratesIn } from './cases-in-text.ts';
import { limitsIn } from './limits-in-text.ts';
import { type RatesAndLimits, clampsOf, placedLimits } from './stated-limits.ts';

/** The cases of a line with their limits, and every phrase that they were read from. */
export interface StatedCases {
  cases: Cases;
  steps: Step[];
  quotes: string[];
}

type Rate = NonNullable<Cases['deduct']>[number];
interface Read extends RatesAndLimits {
  inText: boolean;
}

/** Reads the rates of a line out of its text and the columns beside it; null where there are none. `code`: its id as a code. */
export function casesOf(node: OutlineNode, code: string): StatedCases | null {
  const beside = Object.values(node.extra).filter((text) => text !== node.text);
  const texts = [node.text, ...beside].map((text) => text.slice(0, LONGEST));
  const read = texts.map((text, at): Read => ({
    rates: ratesIn(text, node.text),
    limits: limitsIn(text, node.points),
    inText: at === 0,
  }));
  const stated = read.flatMap((each) => each.rates.map((rate) => ({ ...each, rate })));
  const rates = stated.filter(
    ({ rate, limits }, at) =>
      !stated.slice(0, at).some((each) => each.limits !== limits && isSaidAgain(rate, each.rate)),
  );
  if (rates.length === 0) return null;
  const placed = placedLimits(read.map((each) => ({ ...each, rates: ratesOf(each, rates) })));
  const drafted = rates.map(({ rate, inText }, n) => ({
    adds: rate.adds,
    rate: rateOf(rate, `${code}-${n + 1}`, placed.ofRate.get(rate) ?? null, inText),
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
    steps: clampsOf(node, read, placed.together),
    quotes: [
      ...stated.map(({ rate }) => rate.quote),
      ...placed.quotes,
      ...read.flatMap(({ limits }) => (limits.floor === null ? [] : [limits.floor.quote])),
      ...(charge ? [charge.quote] : []),
    ],
  };
}

/** The rates of a text that no text before it has said. */
const ratesOf = ({ rates }: Read, kept: readonly { rate: StatedRate }[]): StatedRate[] =>
  rates.filter((each) => kept.some(({ rate }) => rate === each));

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
