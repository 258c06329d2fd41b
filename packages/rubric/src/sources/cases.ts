import { type CompiledCases, type CompiledLine, type CompiledRate, caseKey } from '../compiled.ts';
import { type Exact, ZERO, add, compare, max, min, multiply, negate, written } from '../exact.ts';
import type { CaseFact } from '../facts.ts';
import { type Figure, figure } from '../figure.ts';
import { ANYTHING, type Interval, between, point } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';

interface Charge {
  fact: CaseFact;
  rate: CompiledRate;
  change: Exact;
}
type Act = [Charge, ...Charge[]];

/** The rate of a case: the one for its role, or else the one for every role. */
export function rateFor(rule: CompiledCases, { category, role }: CaseFact): CompiledRate | undefined {
  return rule.rateOf.get(caseKey(category, role)) ?? rule.rateOf.get(caseKey(category, ''));
}

/**
 * What the cases cost or bring (考核指标 10.4), a point: nobody judges it, and what is not confirmed has not
 * happened. Where the table says so, one act of one person is charged once, at its heaviest rate, or the heaviest case
 * of the line alone. Beyond a rate's own limit nothing is taken; the excess is recorded. A case that no rate covers is
 * refused, and what it should have cost or brought stays open.
 */
export function scoreCases(line: CompiledLine, rule: CompiledCases, unit: UnitState): Figure {
  const said = unit.said[line.index]!;
  for (const { id: fact } of unit.marks.get(line.id) ?? [])
    said.push({ kind: 'refused', reason: 'mark.decided-by-rule', fact, rulings: line.rulings.deduction });
  const charges: Charge[] = [];
  for (const fact of [...(unit.cases.get(line.id) ?? [])].sort(earliestFirst)) {
    const rate = rateFor(rule, fact);
    if (rate) charges.push({ fact, rate, change: changeOf(rule, rate, fact) });
    else said.push({ kind: 'refused', reason: 'case.no-rate', fact: fact.id, rulings: line.rulings.deduction });
  }
  const used = new Map<CompiledRate, Exact>();
  let points = rule.start;
  for (const act of chargedActs(rule, charges)) {
    const change = withinLimit(line, act[0], used, unit);
    points = add(points, change);
    const amount = change.n < 0 ? negate(change) : change;
    const kind = act[0].change.n < 0 ? 'deduction' : 'addition';
    const facts = act.map(({ fact }) => fact.id);
    said.push({ kind, rate: act[0].rate.id, amount: written(amount), facts, rulings: line.rulings.deduction });
  }
  const unclear = said.some((each) => each.kind === 'refused' && each.reason === 'case.no-rate');
  const range = unit.anything ? anythingOf(rule) : unclear ? fromOn(line, rule, points) : point(points);
  return figure(range, line.points);
}

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

/** What is left of a rate's own limit for this charge. */
function withinLimit(
  line: CompiledLine,
  { rate, change }: Charge,
  used: Map<CompiledRate, Exact>,
  unit: UnitState,
): Exact {
  if (!rate.most) return change;
  const before = used.get(rate) ?? ZERO;
  const after = change.n < 0 ? max(add(before, change), negate(rate.most)) : min(add(before, change), rate.most);
  used.set(rate, after);
  const taken = add(after, negate(before));
  const excess = size(add(change, negate(taken)));
  if (excess.n > 0)
    unit.said[line.index]!.push({ kind: 'excess', amount: written(excess), limit: null, rulings: line.rulings.excess });
  return taken;
}

const size = (change: Exact): Exact => (change.n < 0 ? negate(change) : change);

const earliestFirst = (a: CaseFact, b: CaseFact): number =>
  a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
