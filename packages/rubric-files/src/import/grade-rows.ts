import type { GradeRow } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { GRADES } from '../template-sheets.ts';

type Limit = 'ofLine' | 'ofTotal';

/** What the rows of grades leave open together: a grade twice, one without a limit that the others have, a worse one asking more. */
export function gradeFaults(rows: readonly GradeRow[]): ReportEntry[] {
  return [
    ...rows.filter(({ title }, at) => rows.findIndex((each) => each.title === title) < at).map(twice),
    ...rows.filter(({ ofLine, ofTotal }) => ofLine === null && ofTotal === null).map(withoutAny),
    ...(['ofLine', 'ofTotal'] as const).flatMap((limit) => [
      ...missing(rows, limit),
      ...rising(rows, limit),
      ...aboveZero(rows, limit),
    ]),
  ];
}

const headingOf = (limit: Limit): string => GRADES.columns.find(({ key }) => key === limit)!.heading;

function missing(rows: readonly GradeRow[], limit: Limit): ReportEntry[] {
  if (rows.every((row) => row[limit] === null)) return [];
  return rows
    .filter((row) => row[limit] === null && (row.ofLine !== null || row.ofTotal !== null))
    .map(({ title, place }) => ({
      kind: 'not-understood',
      place,
      zh: `“${title}”没有填“${headingOf(limit)}”，其他等次填了；最差一等写 0`,
      en: `“${title}” has nothing under ${headingOf(limit)}, which other grades have; the worst has 0`,
    }));
}

function rising(rows: readonly GradeRow[], limit: Limit): ReportEntry[] {
  const having = rows.filter((row) => row[limit] !== null);
  return having.flatMap(({ title, place, ...row }, at) => {
    const better = having[at - 1];
    if (!better || Number(better[limit]) > Number(row[limit])) return [];
    return [
      {
        kind: 'not-understood' as const,
        place,
        zh: `“${title}”的“${headingOf(limit)}”是 ${row[limit]}，不比上一行“${better.title}”的 ${better[limit]} 低；等次从好到差填写`,
        en: `“${title}” has ${row[limit]} under ${headingOf(limit)}, not less than the ${better[limit]} of “${better.title}” above it; the best grade comes first`,
      },
    ];
  });
}

/** The worst grade that begins above zero: what is less has none. */
function aboveZero(rows: readonly GradeRow[], limit: Limit): ReportEntry[] {
  const worst = rows.filter((row) => row[limit] !== null).toSorted((a, b) => Number(a[limit]) - Number(b[limit]))[0];
  if (!worst || Number(worst[limit]) === 0) return [];
  return [
    {
      kind: 'not-understood',
      place: worst.place,
      zh: `最差一等“${worst.title}”的“${headingOf(limit)}”是 ${worst[limit]}，再低的没有等次；最差一等写 0`,
      en: `the worst grade, “${worst.title}”, has ${worst[limit]} under ${headingOf(limit)}: what is less has no grade; the worst has 0`,
    },
  ];
}

const twice = ({ title, place }: GradeRow): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `等次“${title}”重复`,
  en: `the grade “${title}” comes twice`,
});

const withoutAny = ({ title, place }: GradeRow): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `“${title}”的“${headingOf('ofLine')}”和“${headingOf('ofTotal')}”都没有填`,
  en: `“${title}” has nothing under ${headingOf('ofLine')} nor ${headingOf('ofTotal')}`,
});
