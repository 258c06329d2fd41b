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

/**
 * Whether a part of a series comes right after another, with none between them: 2026-02 after 2026-01, 2026-Q1 after
 * 2025-Q4. Keys that are not dated, or of two forms, are taken in the order in which they stand.
 */
export function comesNext(key: string, after: string): boolean {
  const [placed, before] = [placeOf(key), placeOf(after)];
  return !placed || !before || placed.form !== before.form || placed.place === before.place + 1;
}

/** The place of a year, half, quarter, month or day among all of its form. */
function placeOf(key: string): { form: string; place: number } | null {
  const parts = partsOf(key);
  if (!parts) return null;
  const { year, part, day } = parts;
  if (day !== undefined) return { form: 'day', place: Date.parse(`${key}T00:00:00Z`) / MILLISECONDS_A_DAY };
  const form = /^\d/.test(part) ? 'month' : part.slice(0, 1);
  return { form, place: Number(year) * (IN_A_YEAR[form] ?? 1) + Number(part.replace(/\D/, '')) };
}

const MILLISECONDS_A_DAY = 86_400_000;
const IN_A_YEAR: Record<string, number> = { month: 12, Q: 4, H: 2 };

function partsOf(key: string): { year: string; part: string; day: string | undefined } | null {
  const {
    year,
    part = '',
    day,
  } = /^(?<year>\d{4})(-(?<part>\d\d|Q[1-4]|H[12])(-(?<day>\d\d))?)?$/.exec(key)?.groups ?? {};
  return year === undefined ? null : { year, part, day };
}

/** The first and the last day, so that they compare as text; a month may end on a day that it lacks. */
function daysOf(key: string): Period | null {
  const parts = partsOf(key);
  if (!parts) return null;
  const { year, part, day } = parts;
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
