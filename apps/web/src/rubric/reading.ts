import type { RubricFinding, ScaleBands } from '@mofan/contracts/rubric';
import type { Rubric } from '@mofan/rubric/rubric';

export interface Signature {
  on: string;
  by: string;
}

/** A table that is read and checked: of a version, or of a draft. */
export interface Reading {
  rubric: Rubric;
  findings: readonly RubricFinding[];
  /** the check did not end within its limits: nobody knows what it would find */
  unchecked?: boolean | undefined;
  scales: readonly ScaleBands[];
  /** by the ruling's id */
  signatures: ReadonlyMap<string, Signature>;
  /** absent: nothing is to be signed here, or not by this account */
  sign?: { run: (rulings: string[]) => void; pending: boolean } | undefined;
}

/** Findings have no id of their own: what they say is theirs alone. */
export const findingKey = ({ code, zh }: RubricFinding): string => `${code} ${zh}`;

/** The rulings that speak of a finding, those that settle it first. */
export const rulingsOn = ({ settledBy, proposedBy }: RubricFinding): string[] => [...settledBy, ...proposedBy];

/** The sentence without the lines that it is found on: they stand beside it. */
export const withoutPlace = (sentence: string): string => sentence.replace(/^[^：:]{1,60}[：:]\s*/, '');

/** The phrases of a line's text that a finding speaks of. */
export const quotedIn = (text: string, findings: readonly RubricFinding[]): string[] =>
  findings
    .flatMap(({ zh }) => [...zh.matchAll(/“([^”]+)”/g)].map(([, quote]) => quote!))
    .filter((quote) => text.includes(quote));

/** Of the table as a whole, or of a sum: no line of its own to stand beside. */
export const ofWhole = ({ rubric, findings }: Reading, lines: ReadonlySet<string>): RubricFinding[] =>
  findings.filter(({ leaves: [first] }) => first === undefined || first === rubric.id || !lines.has(first));

const MOST_NAMED = 5;

/** Rulings by their ids, or how many where the ids would fill the screen. */
export const rulingNames = (ids: readonly string[]): string =>
  ids.length <= MOST_NAMED ? ids.join('、') : `${ids.slice(0, MOST_NAMED).join('、')} … (${ids.length})`;
