const MINUS = '−';
const EN_DASH = '–';

/** The number of an exact figure, for drawing and comparing: "7.5", or "37/3" where no decimal holds it. */
export const valueOf = (exact: string): number => {
  const [numerator, denominator = '1'] = exact.split('/');
  return Number(numerator) / Number(denominator);
};

/** Points as people write them: no trailing zero, a true minus, a fraction to two places. "7.50" is 7.5, "-1" is −1. */
export const points = (exact: string): string => {
  const decimal = exact.includes('/') ? valueOf(exact).toFixed(2) : exact;
  const trimmed = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
  return trimmed.replace(/^-/, MINUS);
};

/** One figure when floor and ceiling meet, else both with an en dash: 9–12. */
export const interval = (floor: string, ceiling: string): string =>
  points(floor) === points(ceiling) ? points(floor) : `${points(floor)}${EN_DASH}${points(ceiling)}`;

/** What is taken away, with its sign: "1" is −1; nothing is 0. */
export const loss = (amount: string): string => (valueOf(amount) === 0 ? '0' : `${MINUS}${points(amount)}`);

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant on the business clock, whatever the browser's own: 2025-09-15 09:42. */
export const moment = (instant: string): string => shanghai.format(new Date(instant));

/** The business date of an instant. */
export const dayOf = (instant: string): string => moment(instant).slice(0, 10);

/** 09-15: within a year that the page names already. */
export const monthDay = (date: string): string => date.slice(5, 10);

/** 1.2 MB */
export const fileSize = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The weekday in the language of the page. */
export const weekday = (date: string, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
