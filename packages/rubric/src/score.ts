import type { CompiledRubric } from './compile.ts';
import { rateFor, scoreDeduct } from './deduct.ts';
import type { CaseFact, MarkFact, RecordFact, UnitFacts } from './facts.ts';
import { type MarkRefusal, readMark, rulingsOf, scoreJudged } from './judged.ts';
import type { Audience, Scorecard } from './scorecard.ts';
import { type ScoredLeaf, sumUp } from './sums.ts';

/**
 * One unit's scorecard: an interval for every criterion and every sum, with the reasons beside each figure.
 * Pure and exact; the order of the facts never matters, provided that ids are unique among records, cases and marks.
 * Any facts give a scorecard: what the rules refuse stands as a `refused` contribution and changes no figure. The
 * audience 'facts' sees no mark at all. The total carries the rubric's id.
 */
export function score(rubric: CompiledRubric, facts: UnitFacts, audience: Audience): Scorecard {
  const records = [...facts.records].sort(byId);
  const evidence = evidenceByLeaf(records);
  const marks = marksByLeaf(audience === 'marks' ? facts.marks : []);
  const cases = casesByLeaf(rubric, facts.cases);
  const scored = rubric.leaves.map((leaf): ScoredLeaf => {
    const { id, rule } = leaf;
    return rule.kind === 'deduct'
      ? scoreDeduct(leaf, rule, cases.get(id) ?? [], marks.get(id) ?? [])
      : scoreJudged(leaf, rule, evidence.get(id) ?? [], records, marks.get(id) ?? [], facts);
  });
  const { id, version } = rubric.table;
  const leaves = scored.map(({ line }) => line);
  return { rubric: { id, version }, audience, ...sumUp(rubric, scored), leaves };
}

/**
 * Whether the rules accept a mark of `points` (a decimal, e.g. "6.5") under `grade` on a criterion, and the rulings that
 * it is read with. `discretion`: a discretionary deduction is claimed (考核指标 4.2); `cap`: the best grade allowed.
 */
export function checkMark(
  rubric: CompiledRubric,
  leafId: string,
  grade: string,
  points: string,
  options: { discretion?: boolean; cap?: string | null } = {},
): { ok: true; rulings: string[] } | { ok: false; reason: MarkRefusal } {
  const leaf = rubric.leaves[rubric.indexOf.get(leafId) ?? -1];
  if (!leaf) return { ok: false, reason: 'mark.unknown-criterion' };
  if (leaf.rule.kind === 'deduct') return { ok: false, reason: 'mark.decided-by-rule' };
  const { discretion = false, cap = null } = options;
  const best = cap === null ? null : leaf.rule.bandOf.get(cap);
  if (best === undefined) return { ok: false, reason: 'mark.unknown-grade' };
  const read = readMark(leaf.rule, { grade, points, discretion }, best);
  return typeof read === 'string' ? { ok: false, reason: read } : { ok: true, rulings: rulingsOf(leaf, discretion) };
}

/** Ids of the records that count for each criterion, each once and in order. */
function evidenceByLeaf(records: readonly RecordFact[]): Map<string, string[]> {
  const evidence = new Map<string, string[]>();
  for (const { id, criteria } of records)
    for (const criterion of criteria) {
      const ids = listAt(evidence, criterion);
      if (ids.at(-1) !== id) ids.push(id);
    }
  return evidence;
}

function marksByLeaf(marks: readonly MarkFact[]): Map<string, MarkFact[]> {
  const byLeaf = new Map<string, MarkFact[]>();
  for (const mark of [...marks].sort(byId)) listAt(byLeaf, mark.criterion).push(mark);
  return byLeaf;
}

/** Each case goes where a rate covers it; one that none covers goes to the first criterion with rates, to be refused. */
function casesByLeaf(rubric: CompiledRubric, cases: readonly CaseFact[]): Map<string, CaseFact[]> {
  const byLeaf = new Map<string, CaseFact[]>();
  const charging = rubric.leaves.filter(({ rule }) => rule.kind === 'deduct');
  for (const fact of cases) {
    const leaf = charging.find(({ rule }) => rule.kind === 'deduct' && rateFor(rule, fact)) ?? charging[0];
    if (leaf) listAt(byLeaf, leaf.id).push(fact);
  }
  return byLeaf;
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
