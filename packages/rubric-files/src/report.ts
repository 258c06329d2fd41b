import type { Wording } from '@mofan/rubric/explain/wording';

/**
 * One thing that an import understood, guessed, could not understand or, as it knows, left aside, for the person who
 * checks the result.
 */
export interface ReportEntry extends Wording {
  kind: 'understood' | 'guessed' | 'not-understood' | 'left-aside';
  /** where in the file it stands: `Sheet1!B3`, `表1 第3行第2列`, or a table's name */
  place: string;
}
