/** What is known of one unit in one cycle, as the scorer takes it. Knows nothing of events. Dates are business dates. */
export interface UnitFacts {
  /** the date up to which the facts were recorded */
  asOf: string;
  period: { from: string; to: string };
  /** nothing more can be recorded for the cycle: a count below its threshold can no longer be met */
  recordingClosed: boolean;
  records: RecordFact[];
  cases: CaseFact[];
  marks: MarkFact[];
  /** cases of earlier years: no line charges them, conditions with a window see them */
  earlierCases?: CaseFact[];
  numbers?: NumberFact[];
  statements?: StatementFact[];
  tallies?: TallyFact[];
  /** lines that do not apply to the unit (不适用), each with the reason */
  notApplicable?: NotApplicableFact[];
  /** judgements where the rules settle nothing */
  decisions?: DecisionFact[];
  /** ratings of the period before */
  previous?: { line: string; points?: string; grade?: string }[];
  /** what the unit is: its class group, its kind */
  attributes?: Record<string, string>;
}

/** A piece of evidence that stands: submitted or accepted, neither returned nor withdrawn. */
export interface RecordFact {
  id: string;
  kind: string;
  occurredOn: string;
  /** two records of one session carry the same key and count once */
  session: string;
  criteria: string[];
  accepted: boolean;
}

/** A confirmed incident or achievement that has not been reversed. `person` and `act` are opaque references. */
export interface CaseFact {
  id: string;
  category: string;
  role: string;
  person: string;
  act: string;
  effectiveOn: string;
  documentNumber: string;
  /** how many units share it */
  sharedBy?: number;
}

/** A reviewer's mark, or with `final` the decided one. */
export interface MarkFact {
  id: string;
  criterion: string;
  /** empty where the line takes points alone */
  grade: string;
  /** decimal, e.g. "6.5"; a percentage where the line is marked in percent; empty where the grade alone decides */
  points: string;
  final: boolean;
  /** the discretionary deduction (酌情扣分) was used, with a reason on record */
  discretion?: boolean;
  rater?: string;
  /** the group of assessors that the rater belongs to */
  group?: string;
}

/** One measured number; `period` orders a series, e.g. "2026-03". */
export interface NumberFact {
  id: string;
  name: string;
  value: string;
  period?: string;
}

export interface StatementFact {
  id: string;
  name: string;
  holds: boolean;
}

/** The ballots of one group of voters on one line, counted; nobody's own vote. */
export interface TallyFact {
  id: string;
  line: string;
  group: string;
  entitled: number;
  valid: number;
  counts: Record<string, number>;
}

export interface NotApplicableFact {
  id: string;
  line: string;
  reason: string;
}

export interface DecisionFact {
  id: string;
  line: string;
  points?: string;
  grade?: string;
  reason: string;
}
