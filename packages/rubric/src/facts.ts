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

/** A confirmed incident that has not been reversed. `person` and `act` are opaque references. */
export interface CaseFact {
  id: string;
  category: string;
  role: string;
  person: string;
  act: string;
  effectiveOn: string;
  documentNumber: string;
}

/** A reviewer's mark, or with `final` the decided one. */
export interface MarkFact {
  id: string;
  criterion: string;
  grade: string;
  /** decimal, e.g. "6.5" */
  points: string;
  final: boolean;
  /** the discretionary deduction (酌情扣分) was used, with a reason on record */
  discretion?: boolean;
}
