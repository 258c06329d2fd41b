/** What people write with another keyboard or by another custom, in the one form that is read. */

/** Full-width digits, points, signs and letters as half-width ones: `９６．５％` is "96.5%"; anything else as it is. */
export const halfWidth = (text: string): string => text.normalize('NFKC').replaceAll('−', '-').trim();

/** A number written full-width as it is read; any other text as it is. */
export const halfWidthNumber = (text: string): string =>
  /^[-+]?[\d.]+%?$/.test(halfWidth(text)) ? halfWidth(text) : text;

/** A date that begins with its year, `2026.3.5`, `2026/3/5`, `2026年3月5日`, as 2026-03-05; any other text as it is. */
export function isoDate(text: string): string {
  const [, year, month, day] = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(halfWidth(text)) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
