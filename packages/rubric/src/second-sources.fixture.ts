import Fraction from 'fraction.js';
import type { CaseFact, MarkFact, UnitFacts } from './facts.ts';
import type { Cases, Combine, Mark, RaterGroup, Votes } from './language/source.ts';
import type { Bound } from './language/values.ts';
import type { Rubric } from './rubric.ts';
import { fraction, highestOf, lowestOf, sumOf } from './second-expression.fixture.ts';

/** A figure that a source gives: the grade as a place in the table's list, null where it gives none. */
export interface Given {
  value: Fraction;
  rank: number | null;
}

/** What a line comes to once everything is known. `full`: the points that could be had. */
export interface Second extends Given {
  full: Fraction;
  leftOut: boolean;
}

export const boundOf = (bound: Bound, points: Fraction): Fraction => {
  if (typeof bound === 'string') return bound.endsWith('%') ? fraction(bound).mul(points) : fraction(bound);
  if ('points' in bound) return fraction(bound.points);
  if ('minus' in bound) return points.sub(fraction(bound.minus));
  if ('times' in bound) return points.mul(fraction(bound.times));
  return highestOf(bound.greatest.map((each) => boundOf(each, points)));
};

/** Several figures as one; the weights in proportion. */
export function combinedOf(
  { by, best, better, drop = [] }: Combine,
  values: readonly Fraction[],
  weights: readonly Fraction[],
) {
  const falling = drop.filter(({ from }) => values.length >= Number(from)).map(({ each }) => Number(each));
  const each = falling.length > 0 ? Math.max(...falling) : 0;
  const sorted = values.toSorted((a, b) => (better === 'lowest' ? a.compare(b) : b.compare(a)));
  const counted = best === undefined ? sorted.slice(each, sorted.length - each) : sorted.slice(0, Number(best));
  if (by === 'lowest') return lowestOf(counted);
  if (by === 'highest') return highestOf(counted);
  if (by === 'weighted') return sumOf(values.map((value, n) => value.mul(weights[n]!))).div(sumOf(weights));
  return by === 'mean' ? sumOf(counted).div(counted.length) : sumOf(counted);
}

export function markOf(mark: Mark, id: string, points: Fraction, table: Rubric, { marks }: UnitFacts): Given {
  const mine = marks.filter(({ criterion }) => criterion === id);
  const grade = mine.find(({ final }) => final)?.grade ?? '';
  const rank = grade === '' ? null : table.grades.findIndex(({ code }) => code === grade);
  const value = (given: MarkFact): Fraction => {
    if (mark.grades) return boundOf(mark.grades.find((each) => each.grade === given.grade)!.points!, points);
    return mark.percent === undefined ? fraction(given.points) : fraction(given.points).div(100).mul(points);
  };
  if (!mark.raters) return { value: value(mine[0]!), rank };
  const { combine, groups } = mark.raters;
  const ofGroup = (group: string) =>
    combinedOf(combine, mine.filter((each) => each.group === group || group === '').map(value), []);
  return { value: groups ? byGroups(groups, ofGroup) : ofGroup(''), rank };
}

/** Every group by its weight, groups of groups within theirs. */
const byGroups = (groups: readonly RaterGroup[], ofGroup: (id: string) => Fraction): Fraction =>
  sumOf(
    groups.map(({ id, weight, groups: parts }) => fraction(weight).mul(parts ? byGroups(parts, ofGroup) : ofGroup(id))),
  );

export function votesOf({ options, groups }: Votes, id: string, points: Fraction, { tallies = [] }: UnitFacts): Given {
  const ofGroup = (group: string) => {
    const { counts, valid } = tallies.find((tally) => tally.line === id && tally.group === group)!;
    return sumOf(options.map(({ code, worth }) => boundOf(worth, points).mul(counts[code] ?? 0))).div(valid);
  };
  return { value: groups ? byGroups(groups, ofGroup) : ofGroup(''), rank: null };
}

/** Rate by rate: all that is charged at it, up to its own limit. */
export function casesOf({ deduct = [], add = [], charge, shared }: Cases, start: Fraction, facts: UnitFacts): Given {
  const rates = [...deduct, ...add];
  const rateOf = ({ category, role }: CaseFact) =>
    rates.find((rate) => rate.category === category && rate.role === role) ??
    rates.find((rate) => rate.category === category && rate.role === undefined);
  const sizeOf = (fact: CaseFact) => fraction(rateOf(fact)!.points).div(shared ? Math.max(fact.sharedBy ?? 1, 1) : 1);
  const mine = facts.cases.filter((fact) => rateOf(fact) !== undefined).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const kept = mine.filter((fact, place) => {
    if (charge === 'every') return true;
    const rivals = mine.filter(
      ({ person, act }) => charge === 'heaviest' || (person === fact.person && act === fact.act),
    );
    return rivals.every((rival) => {
      const difference = sizeOf(fact).compare(sizeOf(rival));
      return difference > 0 || (difference === 0 && place <= mine.indexOf(rival));
    });
  });
  const changes = rates.map((rate) => {
    const all = sumOf(kept.filter((fact) => rateOf(fact) === rate).map(sizeOf));
    const limited = rate.most === undefined ? all : lowestOf([all, fraction(rate.most)]);
    return deduct.includes(rate) ? limited.neg() : limited;
  });
  return { value: start.add(sumOf(changes)), rank: null };
}
