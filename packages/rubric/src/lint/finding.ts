import type { Wording } from '../explain/wording.ts';
import type { CrossedLimits } from '../limits/crossed-limits.ts';

/** Something in a table on which two careful readers may differ, or that cannot work. Points are decimals. */
export type Finding =
  /** a band that begins below zero */
  | { code: 'band.below-zero'; points: string; grade: string; from: string; to: string; leaves: string[] }
  /** marks that two grades claim; one point alone is a `band.touch` */
  | { code: 'band.overlap'; points: string; better: Band; worse: Band; from: string; to: string; leaves: string[] }
  | { code: 'band.touch'; points: string; better: Band; worse: Band; at: string; leaves: string[] }
  /** the worse of two grades reaches further up than the better */
  | { code: 'band.order'; points: string; better: Band; worse: Band; leaves: string[] }
  /** marks between two points, both left out, that no grade covers */
  | { code: 'band.gap'; points: string; from: string; to: string; leaves: string[] }
  /** no mark that the step allows lies in the band */
  | { code: 'grade.unreachable'; points: string; grade: string; from: string; to: string; leaves: string[] }
  /** nothing says how finely marks may be given */
  | { code: 'scale.no-step'; scale: string; leaves: string[] }
  /** full marks are no whole multiple of what marks are whole multiples of: nobody can be given more than `most` */
  | { code: 'mark.uneven-step'; step: string; full: string; most: string; leaves: string[] }
  | { code: 'sum.mismatch'; stated: string; sum: string; leaves: string[] }
  /** a floor above its cap, a band that ends before it begins, and whatever else cannot hold beside each other */
  | { code: 'limits.crossed'; limits: CrossedLimits; leaves: string[] }
  /** one case costs, or brings, more than its rate or its line allows in all */
  | { code: 'rate.beyond-limit'; rate: string; points: string; limit: string; leaves: string[] }
  /** cases can cost more than the line is worth, and nothing says where that ends */
  | { code: 'deduction.unbounded'; points: string; heaviest: string; leaves: string[] }
  /** one act can meet several rates by the case, and nothing says whether all of them count */
  | { code: 'deduction.stacked'; first: string; second: string; leaves: string[] }
  /** a line with rates of its own in a table whose note has every line graded */
  | { code: 'deduction.beside-grades'; leaves: string[] }
  /** the text sets a count, or leaves a deduction to the assessor, and no rule says what follows */
  | { code: 'text.threshold'; quote: string; leaves: string[] }
  | { code: 'text.discretion'; quote: string; leaves: string[] }
  /** judged lines in a table without any kind of evidence */
  | { code: 'evidence.none'; leaves: string[] }
  /** a count that no record proposed for the line can ever reach */
  | { code: 'evidence.unsatisfiable'; kind: string; least: string; leaves: string[] }
  /** a cited document whose place another one has taken */
  | { code: 'document.superseded'; document: string; by: string; on: string; leaves: string[] }
  /** a gate whose condition holds whatever happens, or never */
  /** a rule that cannot be computed, found beside other errors */
  | { code: 'rule.faulty'; said: Wording; leaves: string[] }
  | { code: 'gate.always'; because: string; leaves: string[] }
  | { code: 'gate.never'; because: string; leaves: string[] }
  /** a gate that puts, or leaves, more than the line is worth */
  | { code: 'gate.beyond-points'; because: string; points: string; limit: string; leaves: string[] }
  /** a table whose parts have points and which states none itself: nothing checks what they add up to */
  | { code: 'points.missing'; sum: string; leaves: string[] }
  /** weighted parts of a group that states no points: it is taken to be worth what they are together */
  | { code: 'points.needed'; sum: string; leaves: string[] }
  /** a line of the tree that brings points, states no worth and is named by no rule: it counts nowhere */
  | { code: 'line.uncounted'; leaves: string[] }
  /** a figure that can come to more, or less, than its line is worth; null: nothing ends it there */
  | { code: 'line.beyond-points'; points: string; from: string | null; to: string | null; leaves: string[] }
  /**
   * a group of which more may come than the `points` that can be had; `without`: once these lines are left out. The range
   * is the widest that may be
   */
  | { code: 'group.beyond-points'; points: string; from: string; to: string; without: string[]; leaves: string[] }
  /** no unit can be told from another, nobody can ever be chosen, or only one key says who stands before whom */
  | { code: 'selection.undecidable'; title: string; leaves: string[] }
  | { code: 'selection.nobody'; title: string; leaves: string[] }
  | { code: 'selection.no-tie-break'; title: string; leaves: string[] };

/** A grade's points on one line, both ends included. */
export interface Band {
  grade: string;
  from: string;
  to: string;
}

export type FindingCode = Finding['code'];
export type Severity = 'error' | 'warning';

/** An error lets two people reach different figures; a warning asks for a reading before somebody asks. */
const SEVERITIES: Record<FindingCode, Severity> = {
  'band.below-zero': 'error',
  'band.overlap': 'error',
  'band.touch': 'warning',
  'band.order': 'error',
  'band.gap': 'error',
  'grade.unreachable': 'error',
  'scale.no-step': 'warning',
  'mark.uneven-step': 'warning',
  'sum.mismatch': 'error',
  'limits.crossed': 'error',
  'rate.beyond-limit': 'warning',
  'deduction.unbounded': 'error',
  'deduction.stacked': 'warning',
  'deduction.beside-grades': 'warning',
  'text.threshold': 'warning',
  'text.discretion': 'warning',
  'evidence.none': 'warning',
  'evidence.unsatisfiable': 'error',
  'document.superseded': 'warning',
  'rule.faulty': 'error',
  'gate.always': 'error',
  'gate.never': 'error',
  'gate.beyond-points': 'error',
  'points.missing': 'warning',
  'points.needed': 'error',
  'line.uncounted': 'warning',
  'line.beyond-points': 'error',
  'group.beyond-points': 'warning',
  'selection.undecidable': 'error',
  'selection.nobody': 'error',
  'selection.no-tie-break': 'warning',
};

export const severityOf = ({ code }: Finding): Severity => SEVERITIES[code];

/** Every code, for what must be able to name one. */
export const FINDING_CODES = Object.keys(SEVERITIES) as FindingCode[];

/** Findings of one key are the same contradiction, however the figures in it have moved. */
export function keyOf(finding: Finding): string {
  const { code } = finding;
  switch (code) {
    case 'band.overlap':
    case 'band.touch':
    case 'band.order':
      return [code, finding.points, finding.better.grade, finding.worse.grade].join(' ');
    case 'band.below-zero':
    case 'grade.unreachable':
      return [code, finding.points, finding.grade].join(' ');
    case 'band.gap':
      return [code, finding.points, finding.from, finding.to].join(' ');
    case 'scale.no-step':
      return [code, finding.scale].join(' ');
    case 'mark.uneven-step':
    case 'sum.mismatch':
    case 'deduction.unbounded':
    case 'deduction.stacked':
    case 'deduction.beside-grades':
    case 'text.threshold':
    case 'text.discretion':
    case 'evidence.none':
    case 'evidence.unsatisfiable':
    case 'points.missing':
    case 'points.needed':
    case 'line.uncounted':
    case 'line.beyond-points':
    case 'group.beyond-points':
    case 'selection.undecidable':
    case 'selection.nobody':
    case 'selection.no-tie-break':
      return [code, ...finding.leaves].join(' ');
    case 'limits.crossed':
      return [code, JSON.stringify(finding.limits)].join(' ');
    case 'rate.beyond-limit':
      return [code, ...finding.leaves, finding.rate].join(' ');
    case 'rule.faulty':
      return [code, ...finding.leaves, finding.said.en].join(' ');
    case 'gate.always':
    case 'gate.never':
    case 'gate.beyond-points':
      return [code, ...finding.leaves, finding.because].join(' ');
    case 'document.superseded':
      return [code, finding.document].join(' ');
  }
}
