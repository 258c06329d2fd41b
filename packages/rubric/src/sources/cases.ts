import { rateFor } from '../case-places.ts';
import type { CompiledCases, CompiledLine, CompiledRate } from '../compiled.ts';
import { type Exact, ZERO, add, compare, max, min, multiply, negate, subtract, written } from '../exact.ts';
import type { CaseFact } from '../facts.ts';
import { type Figure, figure } from '../figure.ts';
import { ANYTHING, type Interval, between, point } from '../interval.ts';
import type { Contribution } from '../contribution.ts';
import type { UnclearCase, UnitState } from '../unit-state.ts';

interface Charge {
  fact: CaseFact;
  rate: CompiledRate;
  change: Exact;
}
type Act = [Charge, ...Charge[]];

/**
 * What the cases cost or bring (考核指标 10.4), a point: nobody judges it, and what is not confirmed has not
 * happened. Where the table says so, one act of one person is charged once, at its heaviest rate, or the heaviest case
 * of the line alone. Beyond a rate's own limit nothing is taken; the excess is recorded. A case that may have been meant
 * for the line and that no rate covers is refused, and what it should have cost or brought stays open.
 */
export function scoreCases(line: CompiledLine, rule: CompiledCases, unit: UnitState): Figure {
  const said = unit.said[line.index]!;
  for (const { id: fact } of unit.marks.get(line.id) ?? [])
    said.push({ kind: 'refused', reason: 'mark.decided-by-rule', fact, rulings: line.rulings.deduction });
  const unclear = unit.unclearCases.filter(({ lines }) => lines.includes(line.id));
  for (const each of unclear) said.push(refusalOf(each, line.rulings.deduction));
  const charges = [...(unit.cases.get(line.id) ?? [])].sort(earliestFirst).map((fact): Charge => {
    const rate = rateFor(rule, fact)!;
    return { fact, rate, change: changeOf(rule, rate, fact) };
  });
  const spent = new Map<CompiledRate, Spent>();
  let points = rule.start;
  for (const act of chargedActs(rule, charges)) {
    const change = withinLimit(act[0], spent);
    points = add(points, change);
    const kind = act[0].change.n < 0 ? 'deduction' : 'addition';
    const facts = act.map(({ fact }) => fact.id);
    const amount = written(size(change));
    said.push({ kind, rate: act[0].rate.id, amount, facts, rulings: line.rulings.deduction });
  }
  for (const [{ id: rate }, { excess }] of spent)
    if (excess.n > 0)
      said.push({ kind: 'excess', amount: written(excess), limit: null, rate, rulings: line.rulings.excess });
  const range = unit.anything ? anythingOf(rule) : unclear.length > 0 ? fromOn(line, rule, points) : point(points);
  return figure(range, line.points);
}

/** Why a case is refused of which nobody knows where it belongs. */
export const refusalOf = ({ fact, categoryKnown }: UnclearCase, rulings: string[]): Contribution => ({
  kind: 'refused',
  reason: categoryKnown ? 'case.no-rate' : 'case.unknown-category',
  fact: fact.id,
  rulings,
});

const anythingOf = ({ start, deducts, adds }: CompiledCases): Interval =>
  between(deducts ? null : start, adds ? null : start);

/** What a case of which nobody knows the rate may still make of the figure, within what the line is worth. */
function fromOn({ worth, natural }: CompiledLine, { deducts, adds }: CompiledCases, points: Exact): Interval {
  const { low, high } = worth === 'none' ? ANYTHING : natural;
  return between(deducts ? low && min(low, points) : points, adds ? high && max(high, points) : points);
}

function changeOf({ shared }: CompiledCases, { change }: CompiledRate, { sharedBy }: CaseFact): Exact {
  return shared && sharedBy !== undefined && sharedBy > 1 ? multiply(change, { n: 1, d: sharedBy }) : change;
}

function chargedActs({ charge }: CompiledCases, charges: readonly Charge[]): Act[] {
  if (charge === 'every') return charges.map((each): Act => [each]);
  const acts = actsOf(
    charges,
    charge === 'heaviest' ? () => '' : ({ fact }) => JSON.stringify([fact.person, fact.act]),
  );
  return acts.sort(([a], [b]) => earliestFirst(a.fact, b.fact));
}

/** The charges that belong together, the heaviest first; of equals the one that took effect earliest. */
function actsOf(charges: readonly Charge[], keyOf: (charge: Charge) => string): Act[] {
  const acts = new Map<string, Act>();
  for (const charge of [...charges].sort((a, b) => compare(size(b.change), size(a.change)))) {
    const key = keyOf(charge);
    const act = acts.get(key);
    if (act) act.push(charge);
    else acts.set(key, [charge]);
  }
  return [...acts.values()];
}

/** What a rate with a limit of its own has taken or brought so far, and what came beyond the limit. */
interface Spent {
  taken: Exact;
  excess: Exact;
}

/** What is left of a rate's own limit for this charge; the rest is its excess. */
function withinLimit({ rate, change }: Charge, spent: Map<CompiledRate, Spent>): Exact {
  if (!rate.most) return change;
  const { taken, excess } = spent.get(rate) ?? { taken: ZERO, excess: ZERO };
  const after = change.n < 0 ? max(add(taken, change), negate(rate.most)) : min(add(taken, change), rate.most);
  const counted = subtract(after, taken);
  spent.set(rate, { taken: after, excess: add(excess, size(subtract(change, counted))) });
  return counted;
}

const size = (change: Exact): Exact => (change.n < 0 ? negate(change) : change);

const earliestFirst = (a: CaseFact, b: CaseFact): number =>
  a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
