import type { Group, Rubric } from '@mofan/rubric/rubric';
import type { PrintedRow, PrintedTables } from '../outline.ts';
import { gradesSentence } from '../printed-rule/grade-sentence.ts';
import { levelsSentence } from '../printed-rule/level-names.ts';
import { withGrades } from '../printed-rule/grade-names.ts';
import { isWhole, readRule } from '../printed-rule/read-rule.ts';
import { stepSentence } from '../printed-rule/step-sentences.ts';
import type { ReportEntry } from '../report.ts';
import type { Grading } from './grading.ts';
import { gradeCode } from './grade-words.ts';
import { PrintedNames } from './printed-names.ts';
import { printedReport } from './printed-report.ts';
import { sourceOf, stepsOf } from './printed-rule.ts';

export type PrintedGroup = Pick<Group, 'from' | 'steps' | 'notApplicable'>;

/** The rule that an export prints of a group, or of the whole. */
export function groupRule(
  { text, place }: PrintedRow,
  id: string,
  names: PrintedNames,
): { rule: PrintedGroup; report: ReportEntry[] } {
  const read = readRule(text);
  const report = printedReport(id, place, read, '暂按各项合计');
  const { notApplicable } = read;
  const ends = notApplicable ? { notApplicable: notApplicable as NonNullable<Group['notApplicable']> } : {};
  if (!isWhole(read)) return { rule: ends, report };
  const [from, steps] = [sourceOf(read, '', names), stepsOf(read, names)];
  return { rule: { ...ends, ...(from && { from }), ...(steps.length > 0 && { steps }) }, report };
}

/** How figures are shown. */
export function printedRounding(row: PrintedRow | null): Rubric['rounding'] | null {
  const round = row ? stepSentence.read(row.text.trim())?.round : undefined;
  return round?.places === undefined ? null : { mode: round.mode, places: round.places };
}

/** The grades that an export prints, and the scale that lines are graded by where the note says it. */
export function printedGrading({ grades, scale }: PrintedTables): Grading {
  const { read, report } = gradesIn(grades);
  const names = new PrintedNames({ grades: read, scales: {} });
  const said = scale && readRule(scale.text).from?.mark?.scale;
  const code = said ? names.scale(withGrades(said, (title) => names.grade(title))) : null;
  return {
    grades: names.grades,
    scales: names.scales,
    mark: code === null ? null : { scale: code },
    steps: [],
    report: scale && !said ? [...report, notRead(scale)] : report,
  };
}

/** The names of the levels where the headings cannot bear them. */
export function printedLevels(row: PrintedRow): { titles: string[] | null; report: ReportEntry[] } {
  const titles = levelsSentence.read(row.text.trim());
  return { titles, report: titles ? [] : [notRead(row)] };
}

function gradesIn(row: PrintedRow | null): { read: Rubric['grades']; report: ReportEntry[] } {
  if (!row) return { read: [], report: [] };
  const printed = gradesSentence.read(row.text.trim());
  if (!printed) return { read: [], report: [notRead(row)] };
  const read = printed.reduce<Rubric['grades']>((before, grade) => {
    const code = gradeCode(
      grade.title,
      before.map(({ code }) => code),
    );
    return [...before, { code, ...grade }];
  }, []);
  const titles = read.map(({ title }) => title);
  const told = { zh: `等次：${titles.join('、')}`, en: `grades: ${titles.join(', ')}` };
  return { read, report: [{ kind: 'understood', place: row.place, ...told }] };
}

const notRead = ({ title, text, place }: PrintedRow): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `${title}：“${text}”不是印出的样子，没有读入`,
  en: `${title}: “${text}” is not as it was printed, and is not read`,
});
