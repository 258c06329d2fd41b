import type { CompiledRubric } from '../compiled.ts';
import { compare, multiply } from '../exact.ts';
import type { UnitFacts } from '../facts.ts';
import { ratio } from '../ratio.ts';

/** One rater gave a grade on a line to more units than the table lets him: of `marks`, `given`, where at most `most` may. */
export interface DistributionAlert {
  line: string;
  rater: string;
  grade: string;
  given: number;
  marks: number;
  most: string;
}

/** Where a forced distribution (等次比例) is not kept, rater by rater over all units. It changes no figure. */
export function distributionAlerts(rubric: CompiledRubric, units: readonly UnitFacts[]): DistributionAlert[] {
  return [...rubric.leaves, ...rubric.figures].flatMap(({ id, from }) => {
    const limits = from.kind === 'mark' ? (from.raters?.source.distribution ?? []) : [];
    if (limits.length === 0) return [];
    const all = marksOn(units, id);
    const raters = [...new Set(all.map(({ rater = '' }) => rater))];
    return raters
      .map((rater) => ({ rater, marks: all.filter((mark) => (mark.rater ?? '') === rater) }))
      .flatMap(({ rater, marks }) =>
        limits.flatMap(({ grade, most }) => {
          const given = marks.filter((mark) => mark.grade === grade).length;
          const allowed = multiply(ratio(most), { n: marks.length, d: 1 });
          return compare({ n: given, d: 1 }, allowed) > 0
            ? [{ line: id, rater, grade, given, marks: marks.length, most }]
            : [];
        }),
      );
  });
}

const marksOn = (units: readonly UnitFacts[], line: string) =>
  units.flatMap(({ marks }) => marks.filter(({ criterion, final }) => criterion === line && !final));
