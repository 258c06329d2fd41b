const KEYS = new Set(['grade', 'gradeAtMost']);

/** A part of a rule with each grade called otherwise: its code by its title, or the other way round. */
export function withGrades<T>(value: T, called: (grade: string) => string): T {
  const change = (each: unknown, key = ''): unknown => {
    if (Array.isArray(each)) return each.map((one) => change(one));
    if (typeof each === 'string') return KEYS.has(key) ? called(each) : each;
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([name, one]) => [name, change(one, name)]));
  };
  return change(value) as T;
}
