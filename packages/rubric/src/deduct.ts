import { type CompiledLeaf, type Deduct, type Rate, caseKey } from './compile.ts';
import { type Exact, ZERO, add, compare, max, subtract, toDecimal } from './exact.ts';
import type { CaseFact, MarkFact } from './facts.ts';
import type { Contribution } from './scorecard.ts';
import type { ScoredLeaf } from './sums.ts';

interface Charge {
  fact: CaseFact;
  rate: Rate;
}

/** The rate of a case: the one for its role, or else the one for every role. */
export function rateFor(rule: Deduct, { category, role }: CaseFact): Rate | undefined {
  return rule.rateOf.get(caseKey(category, role)) ?? rule.rateOf.get(caseKey(category, ''));
}

/**
 * Full marks less what the cases cost (考核指标 10.4), always a point: nobody judges it. Where the table says so, one
 * act of one person is charged once, at its heaviest rate. Below the floor nothing is taken; the excess is recorded.
 */
export function scoreDeduct(
  leaf: CompiledLeaf,
  rule: Deduct,
  cases: readonly CaseFact[],
  marks: readonly MarkFact[],
): ScoredLeaf {
  const contributions = marks.map((mark) => refused(leaf, 'mark.decided-by-rule', mark.id));
  const charges: Charge[] = [];
  for (const fact of [...cases].sort(earliestFirst)) {
    const rate = rateFor(rule, fact);
    if (rate) charges.push({ fact, rate });
    else contributions.push(refused(leaf, 'case.no-rate', fact.id));
  }
  const acts = rule.heaviestPerAct ? actsOf(charges) : charges.map((charge): [Charge] => [charge]);
  let owed: Exact = ZERO;
  for (const act of acts.sort(([a], [b]) => earliestFirst(a.fact, b.fact))) {
    owed = add(owed, act[0].rate.points);
    contributions.push(deduction(leaf, act));
  }
  const rest = subtract(leaf.points, owed);
  const points = rule.floor ? max(rule.floor, rest) : rest;
  if (compare(points, rest) > 0)
    contributions.push({ kind: 'excess', amount: toDecimal(subtract(points, rest)), rulings: leaf.rulings.excess });
  return scored(leaf, points, contributions);
}

/** The charges of each person's act, the heaviest first; of equals the one that took effect earliest. */
function actsOf(charges: readonly Charge[]): [Charge, ...Charge[]][] {
  const acts = new Map<string, [Charge, ...Charge[]]>();
  for (const charge of [...charges].sort((a, b) => compare(b.rate.points, a.rate.points))) {
    const key = JSON.stringify([charge.fact.person, charge.fact.act]);
    const act = acts.get(key);
    if (act) act.push(charge);
    else acts.set(key, [charge]);
  }
  return [...acts.values()];
}

function deduction(leaf: CompiledLeaf, act: readonly [Charge, ...Charge[]]): Contribution {
  const [{ rate }] = act;
  const facts = act.map(({ fact }) => fact.id);
  return { kind: 'deduction', rate: rate.id, amount: rate.pointsText, facts, rulings: leaf.rulings.deduction };
}

function refused(leaf: CompiledLeaf, reason: 'case.no-rate' | 'mark.decided-by-rule', fact: string): Contribution {
  return { kind: 'refused', reason, fact, rulings: leaf.rulings.deduction };
}

function scored(leaf: CompiledLeaf, points: Exact, contributions: Contribution[]): ScoredLeaf {
  const text = toDecimal(points);
  const figures = { points: leaf.pointsText, floor: text, ceiling: text, settled: true, byRule: true };
  const line = { id: leaf.id, ...figures, grade: null, gradeAtMost: null, evidence: null, contributions };
  return { line, floor: points, ceiling: points };
}

const earliestFirst = (a: CaseFact, b: CaseFact): number =>
  inOrder(a.effectiveOn, b.effectiveOn) || inOrder(a.id, b.id);

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
