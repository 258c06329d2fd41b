const HOUR = 3_600_000;
/** Asia/Shanghai keeps UTC+8 all year and has since 1991; the system holds nothing older. */
const SHANGHAI_OFFSET = 8 * HOUR;

/** The business date in Asia/Shanghai of an instant (ISO 8601 or milliseconds): "2026-03-01". */
export const businessDate = (instant: string | number): string =>
  new Date(new Date(instant).getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10);

/** The first instant that is no longer on that business date, ISO 8601 in UTC. */
export const endOfBusinessDate = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 24 * HOUR - SHANGHAI_OFFSET).toISOString();
