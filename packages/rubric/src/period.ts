/** The days that are assessed, both included. */
export interface Period {
  from: string;
  to: string;
}

export const isWithinPeriod = (day: string, { from, to }: Period): boolean => day >= from && day <= to;

/**
 * Whether a part of a series belongs to the period. `key`: a year, month, day, quarter or half, like "2026", "2026-03",
 * "2026-03-31", "2026-Q1", "2026-H1"; one of another form is not dated, and belongs.
 */
export function overlapsPeriod(key: string, { from, to }: Period): boolean {
  const days = daysOf(key);
  return days === null || (days.to >= from && days.from <= to);
}

/** The first and the last day, so that they compare as text; a month may end on a day that it lacks. */
function daysOf(key: string): Period | null {
  const {
    year,
    part = '',
    day,
  } = /^(?<year>\d{4})(-(?<part>\d\d|Q[1-4]|H[12])(-(?<day>\d\d))?)?$/.exec(key)?.groups ?? {};
  if (year === undefined) return null;
  const [first, last] = monthsOf(part);
  return { from: `${year}-${first}-${day ?? '01'}`, to: `${year}-${last}-${day ?? '31'}` };
}

function monthsOf(part: string): [string, string] {
  if (part === '') return ['01', '12'];
  const length = { Q: 3, H: 6 }[part[0]!];
  if (length === undefined) return [part, part];
  const last = Number(part[1]) * length;
  return [two(last - length + 1), two(last)];
}

const two = (month: number): string => String(month).padStart(2, '0');
