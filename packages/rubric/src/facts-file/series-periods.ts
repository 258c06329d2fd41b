import type { Wording } from '../explain/wording.ts';
import { formOfPeriod } from '../period.ts';
import { halfWidth, isoDate } from '../written-otherwise.ts';

/**
 * What is wrong with the periods that order a series, and with which of them: one that is none of the forms
 * (`2026`, `2026-H1`, `2026-Q1`, `2026-01`, `2026-01-05`), or of another form than the first, so that nobody can say which
 * comes before which. null: nothing.
 */
export function periodFault(periods: readonly string[]): { period: string; said: Wording } | null {
  const unknown = periods.find((period) => formOfPeriod(period) === null);
  if (unknown !== undefined) return { period: unknown, said: unknownForm(unknown) };
  const [first = ''] = periods;
  const other = periods.find((period) => formOfPeriod(period) !== formOfPeriod(first));
  return other === undefined
    ? null
    : {
        period: other,
        said: {
          zh: `“${other}”与“${first}”不是同一种期，同一组按期数据只能用一种写法`,
          en: `“${other}” and “${first}” are periods of two kinds: a series has periods of one`,
        },
      };
}

function unknownForm(period: string): Wording {
  const meant = inForm(period);
  return formOfPeriod(meant) !== null
    ? { zh: `“${period}”请写 ${meant}`, en: `write ${meant} for “${period}”` }
    : {
        zh: `“${period}”不是期，月份应如 2026-01，季度应如 2026-Q1，也可写 2026-H1（半年）、2026（年）、2026-01-05（日）`,
        en: `“${period}” is no period: a month is 2026-01, a quarter 2026-Q1, and 2026-H1, 2026 or 2026-01-05 may stand too`,
      };
}

/** What people write for a period that can only mean one: `2026年3月`, `2026.3`, `2026Q1`, `2026年第一季度`, `2026年上半年`. */
function inForm(period: string): string {
  const text = halfWidth(period);
  const [, year, month] = /^(\d{4})\s*[-./年]\s*(\d{1,2})月?$/.exec(text) ?? [];
  if (month !== undefined) return `${year}-${month.padStart(2, '0')}`;
  const [, ofQuarter, quarter = ''] = /^(\d{4})\s*[-年]?\s*第?([一二三四1-4])季度?$/.exec(text) ?? [];
  if (ofQuarter !== undefined) return `${ofQuarter}-Q${'一二三四'.indexOf(quarter) + 1 || quarter}`;
  const [, ofPart, part = ''] = /^(\d{4})\s*[-年]?\s*([QH][1-4])$/i.exec(text) ?? [];
  if (ofPart !== undefined) return `${ofPart}-${part.toUpperCase()}`;
  const [, ofHalf, half] = /^(\d{4})年?([上下])半年$/.exec(text) ?? [];
  if (ofHalf !== undefined) return `${ofHalf}-H${half === '上' ? 1 : 2}`;
  return isoDate(text.replace(/^(\d{4})年度?$/, '$1'));
}
