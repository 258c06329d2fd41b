import { casePlaces } from './case-places.ts';
import type { CompiledRubric } from './compiled.ts';
import { evaluate } from './evaluate.ts';
import type { UnitFacts } from './facts.ts';
import { type Chosen, type DeclaredBases, select } from './field/select.ts';
import type { Audience, Scorecard } from './scorecard.ts';
import { scorecardOf } from './scorecard-of.ts';
import { rulingsOf } from './sources/mark.ts';
import { type MarkRefusal, readMark } from './sources/read-mark.ts';
import { type Preparation, type UnitState, unitState } from './unit-state.ts';

/**
 * One unit's scorecard: an interval for every criterion and every sum, with the reasons beside each figure.
 * Pure and exact; the order of the facts never matters, provided that ids are unique among records, cases and marks.
 * Any facts give a scorecard: what the rules refuse stands as a `refused` contribution, and where nobody can know what
 * was meant by it the figure stays open. The audience 'facts' sees no mark at all. The total carries the id of the
 * rubric. A line that depends on the other units stays open: `scoreAll` has them.
 */
export function score(rubric: CompiledRubric, facts: UnitFacts, audience: Audience): Scorecard {
  return scorecardOf(rubric, stateOf(rubric, facts, audience), audience);
}

/** The figures of one unit by itself: what depends on the others is open. */
export function stateOf(rubric: CompiledRubric, facts: UnitFacts, audience: Audience): UnitState {
  const unit = unitState(facts, preparationOf(rubric, audience));
  evaluate(rubric, [unit], false);
  return unit;
}

/**
 * The scorecards of all units, in the order of the facts, each with what depends on the others. `declared`: the bases
 * that quotas are taken of.
 */
export function scoreAll(
  rubric: CompiledRubric,
  facts: readonly UnitFacts[],
  audience: Audience,
  declared: DeclaredBases = {},
): Scorecard[] {
  return stateOfAll(rubric, facts, audience, declared).map((unit) => scorecardOf(rubric, unit, audience));
}

/** All units with their figures, in the order of the facts, and what the selections made of them. */
export interface Field {
  states: UnitState[];
  chosen: Chosen[];
}

/** The figures of all units and whom the selections choose, which consequences and comparisons read. */
export function fieldOf(
  rubric: CompiledRubric,
  facts: readonly UnitFacts[],
  audience: Audience,
  declared: DeclaredBases = {},
): Field {
  const preparation = preparationOf(rubric, audience);
  const states = facts.map((each) => unitState(each, preparation));
  evaluate(rubric, states, true);
  return { states, chosen: select(rubric, states, declared) };
}

/** The figures alone. */
export const stateOfAll = (...field: Parameters<typeof fieldOf>): UnitState[] => fieldOf(...field).states;

/** A unit of which nothing is known but which lines do not apply to it, and to which anything may still happen. */
export function openUnit(notApplicable: readonly string[] = []): UnitState {
  const facts: UnitFacts = {
    asOf: '',
    period: { from: '', to: '' },
    recordingClosed: false,
    records: [],
    cases: [],
    marks: [],
    notApplicable: notApplicable.map((line) => ({ id: line, line, reason: '不适用' })),
  };
  return unitState(facts, {
    withMarks: true,
    anything: true,
    placeOf: () => ({ kind: 'counted' }),
    knowsKind: () => true,
  });
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
  if (leaf.from.kind !== 'mark') return { ok: false, reason: 'mark.decided-by-rule' };
  const { discretion = false, cap = null } = options;
  const best = cap === null ? null : rubric.table.grades.findIndex(({ code }) => code === cap);
  if (best !== null && best < 0) return { ok: false, reason: 'mark.unknown-grade' };
  const read = readMark(leaf, leaf.from, { grade, points, discretion }, best);
  return typeof read === 'string' ? { ok: false, reason: read } : { ok: true, rulings: rulingsOf(leaf, discretion) };
}

function preparationOf(rubric: CompiledRubric, audience: Audience): Preparation {
  const kinds = new Set(rubric.table.evidenceKinds.map(({ id }) => id));
  return { withMarks: audience === 'marks', placeOf: casePlaces(rubric), knowsKind: (kind) => kinds.has(kind) };
}
