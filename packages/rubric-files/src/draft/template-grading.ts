import { compare, exact } from '@mofan/rubric/exact';
import type { GradeRow } from '../outline.ts';
import { gradeCode } from './grade-words.ts';
import type { Grading } from './grading.ts';

/** How a filled template has the lines and the whole graded: each grade from its own limit up to the better one's. */
export function templateGrading(rows: readonly GradeRow[]): Grading {
  const codes: string[] = [];
  const graded = rows.map((row) => {
    const code = gradeCode(row.title, codes);
    codes.push(code);
    return { ...row, code };
  });
  const ofLine = limited(graded, ({ ofLine: least }) => least);
  const ofTotal = limited(graded, ({ ofTotal: least }) => least);
  const bands = ofLine.map(({ code, least, better }) => ({
    grade: code,
    from: `${least}%`,
    ...(better === null ? { to: '100%' } : { below: `${better}%` }),
  }));
  const whole = ofTotal.map(({ code, least, better }, at) => ({
    ...((at < ofTotal.length - 1 || better === null || Number(least) > 0) && { from: least }),
    ...(better !== null && { below: better }),
    grade: code,
  }));
  return {
    grades: graded.map(({ code, title }) => ({ code, title })),
    scales: bands.length === 0 ? {} : { judged: { step: '0.5', bands } },
    mark: bands.length === 0 ? null : { scale: 'judged' },
    steps: whole.length === 0 ? [] : [{ band: whole }],
    report: [],
  };
}

type Graded = GradeRow & { code: string };

/** Those that have such a limit, best first, each with its own and the better one's. */
function limited(
  grades: readonly Graded[],
  limit: (grade: Graded) => string | null,
): { code: string; least: string; better: string | null }[] {
  return grades
    .flatMap((grade) => {
      const least = limit(grade);
      return least === null ? [] : [{ code: grade.code, least }];
    })
    .toSorted((a, b) => compare(exact(b.least), exact(a.least)))
    .map((grade, at, all) => ({ ...grade, better: all[at - 1]?.least ?? null }));
}
