import Fraction from 'fraction.js';
import type { UnitFacts } from './facts.ts';
import type { Relative, Step } from './language/step.ts';
import type { Bound } from './language/values.ts';
import { type Asked, fraction, highestOf, lowestOf, numberIn, sumOf, truthIn } from './second-expression.fixture.ts';
import { type Second, boundOf } from './second-sources.fixture.ts';

/** What one step makes of a figure that stands. */
export function stepped(step: Step, points: Fraction, before: Second, asked: Asked): Second {
  const { value } = before;
  const at = (bound: Bound) => boundOf(bound, points);
  const rankOf = (grade: string | undefined) => (grade === undefined ? before.rank : asked.grades.indexOf(grade));
  const put = (bound: Bound | undefined) => (bound === undefined ? value : at(bound));
  if (step.compute !== undefined) return { ...before, value: numberIn(step.compute, asked) };
  if (step.clamp) {
    const { least, most } = step.clamp;
    const below = most === undefined ? value : lowestOf([value, at(most)]);
    return { ...before, value: least === undefined ? below : highestOf([below, at(least)]) };
  }
  if (step.round) return { ...before, value: roundedTo(value, step.round) };
  if (step.band) {
    const band = step.band.find(
      ({ from, above, to, below }) =>
        (from === undefined || value.gte(at(from))) &&
        (above === undefined || value.gt(at(above))) &&
        (to === undefined || value.lte(at(to))) &&
        (below === undefined || value.lt(at(below))),
    )!;
    return { ...before, value: put(band.points), rank: rankOf(band.grade) };
  }
  if (step.decide) {
    const chosen = step.decide.find(({ when }) => when === undefined || truthIn(when, asked))!;
    return { ...before, value: put(chosen.points), rank: rankOf(chosen.grade) };
  }
  const { when, becomes, atMost, grade, gradeAtMost, gradeDown, ask, carry } = step.gate!;
  if (!truthIn(when, asked)) return before;
  if (ask) return rated(before, asked.facts.decisions, asked);
  if (carry) return rated(before, asked.facts.previous, asked);
  const lower = before.rank === null ? null : Math.min(before.rank + Number(gradeDown ?? 0), asked.grades.length - 1);
  const limited =
    gradeAtMost !== undefined
      ? Math.max(before.rank!, asked.grades.indexOf(gradeAtMost))
      : gradeDown === undefined
        ? rankOf(grade)
        : lower;
  return {
    ...before,
    value: atMost === undefined ? put(becomes) : lowestOf([put(becomes), at(atMost)]),
    rank: limited,
  };
}

/** What somebody decided, or what the period before gave. */
function rated(before: Second, ratings: UnitFacts['decisions'] | UnitFacts['previous'], { id, grades }: Asked): Second {
  const { points, grade } = (ratings as { line: string; points: string; grade: string }[]).find(
    ({ line }) => line === id,
  )!;
  return { ...before, value: fraction(points), rank: grades.indexOf(grade) };
}

function roundedTo(value: Fraction, { mode, places, step }: NonNullable<Step['round']>): Fraction {
  const unit = step === undefined ? new Fraction(1).div(new Fraction(10).pow(Number(places!))!) : fraction(step);
  const exactly = value.abs().div(unit);
  const whole = exactly.floor();
  const rest = exactly.sub(whole);
  const half = rest.compare(new Fraction(1, 2));
  const up = {
    cut: false,
    up: rest.gt(0),
    'half-up': half >= 0,
    'half-even': half > 0 || (half === 0 && !whole.div(2).equals(whole.div(2).floor())),
  }[mode];
  const size = whole.add(up ? 1 : 0).mul(unit);
  return value.lt(0) ? size.neg() : size;
}

/** Against those of the same attribute that take part: in proportion to the best, or by place. */
export function againstOthers(
  { best, among, byRank, place, ties }: Relative,
  points: Fraction,
  figures: readonly Second[],
  units: readonly UnitFacts[],
): Second[] {
  const groupOf = (unit: number) => (among === undefined ? '' : units[unit]!.attributes?.[among]);
  return figures.map((mine, unit) => {
    if (mine.leftOut) return mine;
    const field = figures
      .filter((each, other) => !each.leftOut && groupOf(other) === groupOf(unit))
      .map(({ value }) => value);
    if (!byRank && !place) {
      const share = best === 'highest' ? mine.value.div(highestOf(field)) : lowestOf(field).div(mine.value);
      return { ...mine, value: share.mul(points) };
    }
    const table = byRank?.find(({ upTo }) => upTo === undefined || field.length <= Number(upTo))!.points;
    const ahead = field.filter((other) => (best === 'highest' ? other.gt(mine.value) : other.lt(mine.value))).length;
    const level = field.filter((other) => other.equals(mine.value)).length;
    const pointsAt = (at: number) =>
      !table ? new Fraction(at + 1) : table[at] === undefined ? new Fraction(0) : boundOf(table[at], points);
    const shared = Array.from({ length: level }, (_, n) => pointsAt(ahead + n));
    return { ...mine, value: ties === 'mean' ? sumOf(shared).div(level) : pointsAt(ahead) };
  });
}
