interface Counted {
  count: number;
  least: number;
}
interface Period {
  from: string;
  to: string;
}

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;

/**
 * Where a count is heading: `reachable` by the end of the year if it goes on as it did so far, and `monthsLeft`,
 * this month included.
 */
export const pace = (
  { count }: Counted,
  { from, to }: Period,
  today: string,
): { reachable: number; monthsLeft: number } => {
  const now = today < from ? from : today > to ? to : today;
  const passed = monthsBetween(from, now);
  const left = today > to ? 0 : monthsBetween(now, to);
  return { reachable: Math.floor((count / passed) * monthsBetween(from, to)), monthsLeft: left };
};
