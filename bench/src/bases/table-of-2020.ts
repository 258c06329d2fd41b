import type { CaseFact, MarkFact, UnitFacts } from '@mofan/rubric/facts';
import type { Contribution } from '@mofan/rubric/contribution';
import type { Audience, GroupScore, LeafScore, Scorecard } from '@mofan/rubric/scorecard';
import { judged } from './criterion-of-2020.ts';

/**
 * The base of `score`: the table of 2020 and no other, as somebody would write it by hand who knows that every figure
 * is a multiple of a half, which binary floats hold exactly.
 */
const TABLE: [category: string, items: [item: string, points: number[]][]][] = [
  [
    'C1',
    [
      ['1', [8, 8, 6, 8, 8]],
      ['2', [8, 8, 8, 6, 8]],
      ['3', [8, 8, 8]],
    ],
  ],
  [
    'C2',
    [
      ['4', [8, 8, 8, 6, 6]],
      ['5', [8, 6, 6, 8]],
      ['6', [8, 8, 8, 8, 4]],
    ],
  ],
  [
    'C3',
    [
      ['7', [14, 12]],
      ['8', [12, 12, 12]],
      ['9', [12, 12, 14]],
    ],
  ],
  [
    'C4',
    [
      ['10', [12, 12, 12, 12]],
      ['11', [10, 10, 10]],
      ['12', [12, 10]],
    ],
  ],
  [
    'C5',
    [
      ['13', [12, 12]],
      ['14', [12, 10, 10]],
      ['15', [12, 12, 10, 10]],
    ],
  ],
];

const DEDUCTION = ['A07', 'A09', 'A10', 'A11', 'A12'];

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: { id: string }, b: { id: string }) => inOrder(a.id, b.id);
const earliest = (a: CaseFact, b: CaseFact) => inOrder(a.effectiveOn, b.effectiveOn) || inOrder(a.id, b.id);

const group = (id: string, points: number) => ({
  id,
  points,
  floor: 0,
  ceiling: 0,
  leaves: 0,
  settled: 0,
  coverable: 0,
  covered: 0,
});
type Sum = ReturnType<typeof group>;
const written = ({ id, points, floor, ceiling, ...counts }: Sum): GroupScore => ({
  id,
  points: String(points),
  floor: String(floor),
  ceiling: String(ceiling),
  ...counts,
});

export const scoreTableOf2020 = (facts: UnitFacts, audience: Audience): Scorecard => {
  const records = facts.records.toSorted(byId);
  const evidence = new Map<string, string[]>();
  for (const { id, criteria } of records) {
    for (const criterion of criteria) if (evidence.get(criterion)?.at(-1) !== id) put(evidence, criterion, id);
  }
  const marks = new Map<string, MarkFact[]>();
  if (audience === 'marks') for (const mark of facts.marks.toSorted(byId)) put(marks, mark.criterion, mark);

  const total = group('yueqing-2020', 500);
  const groups: Sum[] = [];
  const leaves: LeafScore[] = [];
  for (const [categoryId, items] of TABLE) {
    const category = group(categoryId, 100);
    groups.push(category);
    for (const [itemId, all] of items) {
      const item = group(
        itemId,
        all.reduce((a, b) => a + b),
      );
      groups.push(item);
      all.forEach((points, n) => {
        const id = `${itemId}.${n + 1}`;
        const given = marks.get(id) ?? [];
        const leaf =
          id === '10.4'
            ? deducted(facts.cases, given)
            : judged(id, points, evidence.get(id) ?? [], records, given, facts);
        leaves.push(leaf);
        for (const sum of [total, category, item]) {
          sum.floor += Number(leaf.floor);
          sum.ceiling += Number(leaf.ceiling);
          sum.leaves += 1;
          if (leaf.settled) sum.settled += 1;
          if (leaf.evidence !== null) sum.coverable += 1;
          if (leaf.evidence) sum.covered += 1;
        }
      });
    }
  }
  const rubric = { id: 'yueqing-2020', version: '2020' };
  return { rubric, audience, total: written(total), groups: groups.map(written), leaves };
};

const put = <Item>(lists: Map<string, Item[]>, key: string, item: Item) => {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
};

const rateOf = ({ category, role }: CaseFact): [rate: string, amount: number] => {
  if (category === 'efficiency-admonition') return ['efficiency-admonition', 1];
  if (category === 'other-handling') return ['other-handling', 0.5];
  if (category === 'criminal-penalty')
    return role === 'unit-head' ? ['unit-head-criminal-penalty', 5] : ['staff-criminal-penalty', 2];
  return role === 'unit-head' ? ['unit-head-disciplinary-action', 3] : ['staff-disciplinary-action', 1];
};

const deducted = (cases: readonly CaseFact[], marks: readonly MarkFact[]): LeafScore => {
  const contributions: Contribution[] = marks.map(({ id }) => ({
    kind: 'refused',
    reason: 'mark.decided-by-rule',
    fact: id,
    rulings: DEDUCTION,
  }));
  const acts = new Map<string, CaseFact[]>();
  for (const fact of cases.toSorted(earliest)) put(acts, JSON.stringify([fact.person, fact.act]), fact);
  const charged = [...acts.values()].map((act) => act.toSorted((a, b) => rateOf(b)[1] - rateOf(a)[1]));
  let owed = 0;
  for (const act of charged.sort(([a], [b]) => earliest(a!, b!))) {
    const [rate, amount] = rateOf(act[0]!);
    owed += amount;
    contributions.push({
      kind: 'deduction',
      rate,
      amount: String(amount),
      facts: act.map(({ id }) => id),
      rulings: DEDUCTION,
    });
  }
  if (owed > 12) {
    const limit = { at: 0, before: String(12 - owed), after: '0' };
    contributions.push({ kind: 'excess', amount: String(owed - 12), limit, rulings: ['A08'] });
  }
  const text = String(Math.max(0, 12 - owed));
  const figures = { points: '12', floor: text, ceiling: text, settled: true, byRule: true };
  return { id: '10.4', ...figures, grade: null, gradeAtMost: null, evidence: null, contributions };
};
