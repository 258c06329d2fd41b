import type { Bound } from '@mofan/rubric/language/values';
import { narrow } from '../import/wording.ts';
import type { Ends } from './grades-in-text.ts';

/** Points by how high a number is: "完成率95%以上得60分，90%以上得50分，其余不得分". */
export interface StatedTiers {
  /** what is measured, '' where the text leaves it to the line's title */
  title: string;
  unit: string;
  /** best first, each ending where the better one begins; the rest last */
  bands: (Ends & { points: Bound })[];
  quotes: string[];
}

interface Tier {
  title: string;
  unit: string;
  /** null: all the rest */
  ends: Ends | null;
  points: Bound;
  quote: string;
}

const N = '(\\d{1,9}(?:\\.\\d{1,4})?)';
const UNIT = '(%|个百分点|分|件|次|人次|天|日|个|篇|项|小时|分钟|万元|元|户|人|条|起|场|期)?';
const INCLUDED = '(?:\\((不?含)[^)]{0,8}\\))?';
const GAIN = `(?:的)?(?:可)?(?:得|计|给|为)?(?:(满分)|${N}分|(不得分|不予?计分|零分))`;
const TITLE = '(?<title>.{0,40}?)(?:在|为|达|的)?';
const AT_LEAST = '(?:达到|达|不低于|不少于|大于等于|≥|>=)';
const ABOVE = '(?:超过|高于|大于|多于|>)';
const AT_MOST = '(?:不超过|不高于|不多于|小于等于|≤|<=)';
const BELOW = '(?:低于|不足|不到|未满|小于|少于|<)';

type Read = (parts: readonly (string | undefined)[]) => Ends;
/** The first that fits a clause is taken; `figures`: how many groups the limit has. */
const LIMITS: { pattern: string; figures: number; read: Read }[] = [
  {
    pattern: `${N}${UNIT}${INCLUDED}(?:以上)?(?:[-—–~至到]+|[、,]?${BELOW})${N}${UNIT}${INCLUDED}(?:之间|以下)?`,
    figures: 6,
    read: ([low, , first, high, , last]) => ({
      ...(first === '不含' ? { above: low! } : { from: low! }),
      ...(last === '含' ? { to: high! } : { below: high! }),
    }),
  },
  {
    pattern: `${AT_LEAST}${N}${UNIT}(?:\\(含\\))?(?:及?以上)?`,
    figures: 2,
    read: ([low]) => ({ from: low! }),
  },
  { pattern: `${ABOVE}${N}${UNIT}`, figures: 2, read: ([low]) => ({ above: low! }) },
  { pattern: `${AT_MOST}${N}${UNIT}`, figures: 2, read: ([high]) => ({ to: high! }) },
  { pattern: `${BELOW}${N}${UNIT}`, figures: 2, read: ([high]) => ({ below: high! }) },
  {
    pattern: `${N}${UNIT}${INCLUDED}(?:及|或)?以上${INCLUDED}`,
    figures: 4,
    read: ([low, , first, last]) => (first === '不含' || last === '不含' ? { above: low! } : { from: low! }),
  },
  {
    pattern: `${N}${UNIT}${INCLUDED}(及|或)?以下${INCLUDED}`,
    figures: 5,
    read: ([high, , first, and, last]) =>
      first === '含' || last === '含' || and !== undefined ? { to: high! } : { below: high! },
  },
];
const CLAUSES = LIMITS.map(({ pattern, ...limit }) => ({
  ...limit,
  expression: new RegExp(`^${TITLE}${pattern}(?:的)?,?${GAIN}$`),
}));
const REST = new RegExp(`^(?:其余|其他|其它|否则|此外)(?:的|情况|情形)?(?:均|都|一律)?${GAIN}$`);

/** The tiers of a text, as far as they are of one number and every value falls into one; null where there are none. */
export function tiersIn(text: string): StatedTiers | null {
  const clauses = text.split(/[；;。\n，,]/).map((clause) => clause.trim());
  const tiers = clauses.flatMap((clause) => tierIn(clause) ?? []);
  if (clauses.some((clause) => GIVES.test(narrow(clause)) && !tierIn(clause))) return null;
  const limited = tiers.filter(({ ends }) => ends !== null);
  const rest = tiers.find(({ ends }) => ends === null);
  if (limited.length + (rest ? 1 : 0) < 2 || limited.length === 0) return null;
  const titles = [...new Set(limited.map(({ title }) => title).filter((title) => title !== ''))];
  const units = [...new Set(limited.map(({ unit }) => unit).filter((unit) => unit !== ''))];
  const bands = completed(limited, rest ?? null);
  if (titles.length > 1 || units.length > 1 || !bands) return null;
  return { title: titles[0] ?? '', unit: units[0] ?? '', bands, quotes: tiers.map(({ quote }) => quote) };
}

/** A clause that gives points, so that bands without it would be others. */
const GIVES = /得\s{0,4}\d{1,6}(?:\.\d{1,4})?\s{0,4}分/;

function tierIn(quote: string): Tier | null {
  const plain = narrow(quote).replace(/\s+/g, '');
  if (plain.length > LONGEST) return null;
  const [, ...rest] = REST.exec(plain) ?? [];
  if (rest.length > 0) return { title: '', unit: '', ends: null, points: gainOf(rest), quote };
  for (const { expression, figures, read } of CLAUSES) {
    const match = expression.exec(plain);
    if (!match) continue;
    const parts = match.slice(2);
    const limit = parts.slice(0, figures);
    const unit = limit.find((part) => part !== undefined && UNITS.test(part)) ?? '';
    return {
      title: match.groups?.['title'] ?? '',
      unit,
      ends: read(limit),
      points: gainOf(parts.slice(figures)),
      quote,
    };
  }
  return null;
}

const LONGEST = 80;
const UNITS = new RegExp(`^${UNIT.slice(0, -1)}$`);

const gainOf = ([full, points]: readonly (string | undefined)[]): Bound =>
  full === undefined ? (points ?? '0') : { minus: '0' };

/** Best first by number, each ending where its better neighbour begins; null where values are left without a tier, or have two. */
function completed(tiers: readonly Tier[], rest: Tier | null): StatedTiers['bands'] | null {
  const lowest = ({ ends }: Tier) => Number(ends?.from ?? ends?.above ?? -1);
  const sorted = tiers.toSorted((a, b) => lowest(b) - lowest(a));
  const bands = sorted.map(({ ends, points }, at) => ({ ...upTo(ends!, sorted[at - 1]?.ends ?? null), points }));
  const touching = bands.every((band, at) => at === 0 || touches(bands[at - 1]!, band));
  const last = bands.at(-1)!;
  const first = bands[0]!;
  const openAbove = first.to === undefined && first.below === undefined;
  const openBelow = last.from === undefined && last.above === undefined;
  if (!touching || openBelow === (rest !== null) || !openAbove) return null;
  return rest ? [...bands, { ...upTo({}, last), points: rest.points }] : bands;
}

/** A tier that only says where it begins ends where the better one does. */
function upTo(ends: Ends, better: Ends | null): Ends {
  if (!better || ends.to !== undefined || ends.below !== undefined) return ends;
  if (better.from !== undefined) return { ...ends, below: better.from };
  return better.above === undefined ? ends : { ...ends, to: better.above };
}

const touches = (better: Ends, worse: Ends): boolean =>
  better.from === undefined ? better.above !== undefined && better.above === worse.to : better.from === worse.below;
