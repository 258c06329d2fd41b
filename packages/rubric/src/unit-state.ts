import type { CaseFact, MarkFact, NumberFact, RecordFact, UnitFacts } from './facts.ts';
import type { Figure } from './figure.ts';
import { ANYTHING, type Interval, type Truth } from './interval.ts';
import { isWithinPeriod, overlapsPeriod } from './period.ts';
import type { Contribution } from './contribution.ts';

/** Facts of one unit, sorted out by what asks for them, and the figures computed from them so far. */
export interface UnitState {
  readonly facts: UnitFacts;
  /** nothing is known and anything may still happen: for what the linter asks */
  readonly anything: boolean;
  readonly records: readonly RecordFact[];
  /** records of the period of a kind that the table does not know: any kind may have been meant */
  readonly unclearRecords: readonly RecordFact[];
  /** ids of the records that count for each criterion, each once and in order */
  readonly evidence: ReadonlyMap<string, string[]>;
  readonly marks: ReadonlyMap<string, MarkFact[]>;
  /** by the line that charges them */
  readonly cases: ReadonlyMap<string, CaseFact[]>;
  /** cases of which nobody knows where they belong */
  readonly unclearCases: readonly UnclearCase[];
  readonly numbers: ReadonlyMap<string, NumberFact[]>;
  /** by selection: whether the unit was chosen; null or nothing: it is open, or somebody has to decide a tie */
  readonly chosen: Map<string, Truth>;
  /** by line index */
  readonly figures: Figure[];
  /** by line index: why each figure is what it is */
  readonly said: Contribution[][];
  /** the figure that the step at hand changes, and the points of its line: `score` and `full` */
  score: Interval;
  full: Interval;
}

/**
 * Where a case belongs: to the line that charges it; to none, where its category is only counted; or nobody knows, since
 * its category is in no rule (`categoryKnown` false) or none of the category's rates is for its role. `lines`: those that
 * may have been meant.
 */
export type CasePlace =
  | { kind: 'charged'; line: string }
  | { kind: 'counted' }
  | { kind: 'unclear'; lines: readonly string[]; categoryKnown: boolean };

export type UnclearCase = Extract<CasePlace, { kind: 'unclear' }> & { fact: CaseFact };

/** What to prepare of the facts depends on who reads and on where the table charges a case. */
export interface Preparation {
  /** marks, votes and decisions are shown */
  withMarks: boolean;
  anything?: boolean;
  placeOf: (fact: CaseFact) => CasePlace;
  knowsKind: (kind: string) => boolean;
}

export function unitState(
  facts: UnitFacts,
  { withMarks, anything = false, placeOf, knowsKind }: Preparation,
): UnitState {
  const records = [...facts.records].sort(byId);
  const dated = datedFacts(facts);
  const seen = withMarks ? dated : { ...dated, marks: [], tallies: [], decisions: [] };
  const placed = dated.cases.map((fact) => ({ fact, ...placeOf(fact) }));
  const earlier = dated.earlierCases.map((fact) => ({ fact, ...placeOf(fact) }));
  return {
    facts: seen,
    anything,
    records,
    unclearRecords: records.filter(
      ({ kind, occurredOn }) => !knowsKind(kind) && isWithinPeriod(occurredOn, facts.period),
    ),
    evidence: evidenceByLine(records),
    marks: grouped([...seen.marks].sort(byId), ({ criterion }) => criterion),
    cases: casesByLine(placed),
    unclearCases: [...placed, ...earlier]
      .filter((each) => each.kind === 'unclear')
      .sort((a, b) => byId(a.fact, b.fact)),
    numbers: grouped([...dated.numbers].sort(byPeriod), ({ name }) => name),
    chosen: new Map(),
    figures: [],
    said: [],
    score: ANYTHING,
    full: ANYTHING,
  };
}

/**
 * The facts as their dates have them (以处分决定生效之日为准): cases of the period and earlier ones, wherever they were
 * written; what comes after counts nowhere, nor do parts of series that lie outside.
 */
function datedFacts(facts: UnitFacts) {
  const { period, earlierCases = [], numbers = [] } = facts;
  const cases = earlierCases.length === 0 ? facts.cases : [...facts.cases, ...earlierCases];
  return {
    ...facts,
    cases: cases.filter(({ effectiveOn }) => isWithinPeriod(effectiveOn, period)),
    earlierCases: cases.filter(({ effectiveOn }) => effectiveOn < period.from),
    numbers: numbers.filter((number) => number.period === undefined || overlapsPeriod(number.period, period)),
  };
}

const casesByLine = (placed: readonly (CasePlace & { fact: CaseFact })[]): Map<string, CaseFact[]> => {
  const cases = new Map<string, CaseFact[]>();
  for (const each of placed) if (each.kind === 'charged') listAt(cases, each.line).push(each.fact);
  return cases;
};

function evidenceByLine(records: readonly RecordFact[]): Map<string, string[]> {
  const evidence = new Map<string, string[]>();
  for (const { id, criteria } of records)
    for (const criterion of criteria) {
      const ids = listAt(evidence, criterion);
      if (ids.at(-1) !== id) ids.push(id);
    }
  return evidence;
}

function grouped<T>(facts: readonly T[], keyOf: (fact: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    if (key !== undefined) listAt(groups, key).push(fact);
  }
  return groups;
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
}

/**
 * The records of one kind within the period, whatever criteria they were filed under, how many sessions they are, and how
 * many they are at most, with those of which nobody knows the kind.
 */
export function sessionsOf(
  { records, unclearRecords, facts: { period } }: UnitState,
  kind: string,
): { records: RecordFact[]; count: number; atMost: number } {
  const held = records.filter((record) => record.kind === kind && isWithinPeriod(record.occurredOn, period));
  const count = distinctSessions(held);
  return {
    records: held,
    count,
    atMost: unclearRecords.length === 0 ? count : count + distinctSessions(unclearRecords),
  };
}

const distinctSessions = (records: readonly RecordFact[]): number =>
  new Set(records.map(({ session }) => session)).size;

export const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const byPeriod = (a: NumberFact, b: NumberFact): number => {
  const [x, y] = [a.period ?? '', b.period ?? ''];
  return x < y ? -1 : x > y ? 1 : byId(a, b);
};
