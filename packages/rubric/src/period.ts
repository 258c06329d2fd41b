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

/** The same day so many months before, or the last one of a shorter month. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = year * 12 + month - 1 - months;
  const [toYear, toMonth] = [Math.floor(first / 12), (first % 12) + 1];
  const last = toMonth === 2 ? (isLeap(toYear) ? 29 : 28) : [4, 6, 9, 11].includes(toMonth) ? 30 : 31;
  return [String(toYear).padStart(4, '0'), two(toMonth), two(Math.min(day, last))].join('-');
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** What a part of a series may be of. */
export type PeriodForm = 'year' | 'half' | 'quarter' | 'month' | 'day';

/** Of which form a key is: `2026`, `2026-H1`, `2026-Q1`, `2026-01`, `2026-01-05`; null: of none, so that nothing orders it. */
export const formOfPeriod = (key: string): PeriodForm | null => partsOf(key)?.form ?? null;

/** The place of a year, half, quarter, month or day among all of its form. */
function placeOf(key: string): { form: PeriodForm; place: number } | null {
  const parts = partsOf(key);
  if (!parts) return null;
  const { form, year, part } = parts;
  if (form === 'day') return { form, place: Date.parse(`${key}T00:00:00Z`) / MILLISECONDS_A_DAY };
  return { form, place: Number(year) * IN_A_YEAR[form] + Number(part.replace(/\D/, '')) };
}

const MILLISECONDS_A_DAY = 86_400_000;
const IN_A_YEAR = { year: 1, half: 2, quarter: 4, month: 12 };

const KEY = /^(?<year>\d{4})(-(?<part>H[12]|Q[1-4]|(0[1-9]|1[0-2]))(-(?<day>0[1-9]|[12]\d|3[01]))?)?$/;

function partsOf(key: string): { form: PeriodForm; year: string; part: string; day: string | undefined } | null {
  const { year, part = '', day } = KEY.exec(key)?.groups ?? {};
  if (year === undefined || (day !== undefined && !/^\d/.test(part))) return null;
  const form = day !== undefined ? 'day' : (FORMS[part[0] ?? ''] ?? 'month');
  return { form, year, part, day };
}

const FORMS: Record<string, PeriodForm> = { '': 'year', H: 'half', Q: 'quarter' };

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
