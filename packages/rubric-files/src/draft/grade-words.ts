/** Words that offices grade with, and the codes they get; any other grade of a table is called by its place. */
const CODES: Record<string, string> = {
  优秀: 'excellent',
  优良: 'very-good',
  优: 'excellent',
  良好: 'good',
  良: 'good',
  较好: 'fairly-good',
  好: 'good',
  中等: 'medium',
  中: 'medium',
  一般: 'fair',
  基本合格: 'basically-qualified',
  不合格: 'unqualified',
  合格: 'qualified',
  基本称职: 'basically-competent',
  不称职: 'incompetent',
  称职: 'competent',
  基本满意: 'basically-satisfied',
  不满意: 'dissatisfied',
  满意: 'satisfied',
  基本达标: 'basically-met',
  不达标: 'not-met',
  达标: 'met',
  较差: 'rather-poor',
  差: 'poor',
  一等: 'first',
  二等: 'second',
  三等: 'third',
  四等: 'fourth',
  S: 's',
  A: 'a',
  B: 'b',
  C: 'c',
  D: 'd',
  E: 'e',
};

/** Longest first: 优秀 is not 优, 不合格 is not 合格. A letter stands alone, a word is not the middle of another. */
export const GRADE_WORD = `(?:${Object.keys(CODES)
  .filter((word) => word.length > 1)
  .toSorted((a, b) => b.length - a.length)
  .join('|')}|[优良好中差]|(?<![A-Za-z])[A-ES](?![A-Za-z]))`;

/** The code of a grade, unlike any of `taken`. */
export function gradeCode(title: string, taken: readonly string[]): string {
  const own = CODES[title];
  return own !== undefined && !taken.includes(own) ? own : `grade-${taken.length + 1}`;
}
