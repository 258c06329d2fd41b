import type { CompiledLine, CompiledVotes } from '../compiled.ts';
import { type Exact, ZERO, add, compare, divide, max, min, multiply, written } from '../exact.ts';
import type { TallyFact } from '../facts.ts';
import { type Figure, figure } from '../figure.ts';
import { type Interval, between, plus, point, scaled } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';

/**
 * Ballots: the mean worth of the options over each group's valid ballots, the groups by their shares. A vote that too
 * few took part in is refused and decides nothing; a group that has not voted leaves every option open.
 */
export function scoreVotes(line: CompiledLine, rule: CompiledVotes, unit: UnitState): Figure {
  const said = unit.said[line.index]!;
  const groups = rule.shares.length > 0 ? rule.shares : [{ id: '', share: { n: 1, d: 1 } }];
  const worth = [...rule.worth.values()];
  const anything = between(worth.reduce(min), worth.reduce(max));
  const tallies = unit.anything ? [] : (unit.facts.tallies ?? []).filter((tally) => tally.line === line.id);
  let range: Interval = point(ZERO);
  for (const { id, share } of groups) {
    const mine = tallies.filter(({ group }) => group === id || (id === '' && rule.shares.length === 0));
    const mean = mine.length === 1 ? readTally(line, rule, mine[0]!, unit) : null;
    if (mine.length > 1) for (const { id: fact } of mine) refuse(line, 'votes.counted-twice', fact, unit);
    range = plus(range, scaled(mean ? point(mean) : anything, share));
  }
  const unknown = rule.shares.length > 0 ? tallies.filter(({ group }) => !groups.some(({ id }) => id === group)) : [];
  for (const tally of unknown) refuse(line, 'votes.unknown-group', tally.id, unit);
  if (unknown.length > 0) range = anything; // whose ballots they are is not known
  if (said.length === 0) said.push({ kind: 'open', rulings: [] });
  return figure(range, line.points);
}

function readTally(line: CompiledLine, rule: CompiledVotes, tally: TallyFact, unit: UnitState): Exact | null {
  const refusal = whyInvalid(rule, tally);
  if (refusal) {
    refuse(line, refusal, tally.id, unit);
    return null;
  }
  const sum = Object.entries(tally.counts).reduce(
    (total, [option, count]) => add(total, multiply(rule.worth.get(option)!, { n: count, d: 1 })),
    ZERO,
  );
  const points = divide(sum, { n: tally.valid, d: 1 });
  const { group, valid, entitled, counts, id } = tally;
  unit.said[line.index]!.push({
    kind: 'tally',
    group,
    valid,
    entitled,
    counts,
    points: written(points),
    facts: [id],
    rulings: line.rulings.mark,
  });
  return points;
}

function whyInvalid({ worth, turnout }: CompiledVotes, { counts, valid, entitled }: TallyFact): string | null {
  const whole = [valid, entitled, ...Object.values(counts)].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!whole || entitled === 0) return 'votes.not-counted';
  if (Object.keys(counts).some((option) => !worth.has(option))) return 'votes.unknown-option';
  if (Object.values(counts).reduce((a, b) => a + b, 0) !== valid || valid > entitled) return 'votes.do-not-add-up';
  const enough = turnout ? compare({ n: valid, d: 1 }, multiply(turnout, { n: entitled, d: 1 })) >= 0 : true;
  return valid > 0 && enough ? null : 'votes.too-few';
}

function refuse(line: CompiledLine, reason: string, fact: string, unit: UnitState): void {
  unit.said[line.index]!.push({ kind: 'refused', reason, fact, rulings: line.rulings.mark });
}
