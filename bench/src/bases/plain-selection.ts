import type { UnitFacts } from '@mofan/rubric/facts';

/** What decides about a unit, as plain numbers. */
interface Standing {
  unit: number;
  points: number;
  praise: number;
  complaints: number;
}

/**
 * The base of `selection`: the one selection of its table as somebody would write it by hand, in binary floats. At least
 * 60 points; 15 % of all, cut; the most points, the most praise, the fewest complaints. Whoever stands level with the
 * first one left out is tied with him.
 */
export const selectPlainly = (facts: readonly UnitFacts[]): { chosen: number[]; tied: number[] } => {
  const eligible = facts.map(standingOf).filter(({ points }) => points >= 60);
  eligible.sort((a, b) => inOrder(a, b) || a.unit - b.unit);
  const places = Math.floor((facts.length * 15) / 100);
  const units = eligible.map(({ unit }) => unit);
  const [last, next] = [eligible[places - 1], eligible[places]];
  if (!last || !next || inOrder(last, next) !== 0) return { chosen: units.slice(0, places), tied: [] };
  let [from, to] = [places - 1, places + 1];
  while (from > 0 && inOrder(eligible[from - 1]!, last) === 0) from -= 1;
  while (to < eligible.length && inOrder(eligible[to]!, last) === 0) to += 1;
  return { chosen: units.slice(0, from), tied: units.slice(from, to) };
};

const inOrder = (a: Standing, b: Standing): number =>
  b.points - a.points || b.praise - a.praise || a.complaints - b.complaints;

const standingOf = ({ marks, numbers = [] }: UnitFacts, unit: number): Standing => {
  const standing = { unit, points: Number(marks[0]!.points), praise: 0, complaints: 0 };
  for (const { name, value } of numbers) {
    if (name === 'praise') standing.praise = Number(value);
    else if (name === 'complaints') standing.complaints = Number(value);
  }
  return standing;
};
