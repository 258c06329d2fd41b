import type { Chance } from './chance.ts';

const DAY = 86_400_000;
/** Holidays on fixed dates, as month-day. */
const HOLIDAYS = [
  ['01-01', '01-03'],
  ['04-04', '04-06'],
  ['05-01', '05-05'],
  ['10-01', '10-07'],
] as const;

export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** Holidays of the lunar calendar (春节、端午、中秋), as month/day. */
const LUNAR_HOLIDAYS = new Set(['1/1', '1/2', '1/3', '1/4', '1/5', '1/6', '1/7', '5/5', '8/15']);
const lunarCalendar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });

const workingDays = new Map<string, boolean>();

/** Whether offices are open: no weekend and no public holiday; days that are worked in exchange are left out. */
export const isWorkingDay = (date: string): boolean => {
  let answer = workingDays.get(date);
  if (answer === undefined) workingDays.set(date, (answer = worksOn(date)));
  return answer;
};

const worksOn = (date: string) => {
  const monthAndDay = date.slice(5);
  if (new Date(date).getUTCDay() % 6 === 0) return false;
  if (HOLIDAYS.some(([from, to]) => from <= monthAndDay && monthAndDay <= to)) return false;
  const lunar = (day: string) => lunarCalendar.format(new Date(day));
  return !LUNAR_HOLIDAYS.has(lunar(date)) && lunar(dayAfter(date, 1)) !== '1/1';
};

/** The last working day before a date. */
export const lastWorkingDayBefore = (date: string): string => {
  let day = dayAfter(date, -1);
  while (!isWorkingDay(day)) day = dayAfter(day, -1);
  return day;
};

/** The date itself when it is a working day, else the next one. */
export const workingDayFrom = (date: string): string => {
  let day = date;
  while (!isWorkingDay(day)) day = dayAfter(day, 1);
  return day;
};

/** The date after so many working days. */
export const workingDaysAfter = (date: string, days: number): string => {
  let day = date;
  for (let left = days; left > 0; left -= 1) day = workingDayFrom(dayAfter(day, 1));
  return day;
};

/** The working day nearest to a day of a month (1 to 12), never outside that month. */
export const workingDayIn = (year: number, month: number, dayOfMonth: number): string => {
  const date = (day: number) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  const forward = workingDayFrom(date(dayOfMonth));
  if (Number(forward.slice(5, 7)) === month) return forward;
  return lastWorkingDayBefore(date(dayOfMonth));
};

const MORNING = { from: 8 * 60 + 35, minutes: 175 };
const AFTERNOON = { from: 14 * 60 + 5, minutes: 195 };

/** A moment of that date's office hours in Asia/Shanghai, ISO 8601 in UTC; `late` keeps to the afternoon. */
export const officeHour = (date: string, chance: Chance, late = false): string => {
  const { from, minutes } = late || chance.happens(0.5) ? AFTERNOON : MORNING;
  const moment = (from + chance.between(0, minutes - 1)) * 60_000 + chance.between(0, 59_999);
  return new Date(Date.parse(`${date}T00:00:00+08:00`) + moment).toISOString();
};
