/** A table with one of its scoring rules written otherwise, and where. */
export interface MutatedRule {
  at: string;
  content: Record<string, unknown>;
}

/** What no scoring rule is made of: names, codes that no paper has, and what only people read. */
const BESIDE_RULES = new Set(
  'schema id version source title text en code category grades levels gradingNote metrics evidenceKinds categories documents rulings quote because kind'.split(
    ' ',
  ),
);

/** By key, what else may stand there; any other text is a number, or an expression. */
const CHOICES: Record<string, readonly string[]> = {
  grade: ['good', 'fair', 'poor'],
  gradeAtMost: ['good', 'fair', 'poor'],
  mode: ['half-up', 'half-even', 'cut', 'up'],
  by: ['sum', 'mean', 'lowest', 'highest', 'weighted'],
  better: ['lowest'],
  charge: ['every', 'heaviest-per-act', 'heaviest'],
  per: ['case', 'occurrence'],
  ties: ['competition', 'mean'],
  notApplicable: ['exclude', 'full', 'zero', 'rescale', 'shrink'],
  among: ['kind', 'size'],
  role: ['head', 'staff'],
  ask: ['由办公室认定'],
};
const COUNTS = new Set(['best', 'each', 'from', 'gradeDown', 'least', 'places', 'upTo']);
/** Of no whole number of points any of them is what another bound is. */
const ODD = ['4.25', '41.7%', '7/19'];
const EXPRESSIONS: Record<string, (text: string) => string> = {
  formula: (text) => `(${text}) + 1`,
  compute: (text) => `(${text}) + 1`,
  when: (text) => `not (${text})`,
};

/** Every way in which one rule of the table is written otherwise, or left out; some are no table any more. */
export function* mutatedRules(content: Record<string, unknown>): Generator<MutatedRule> {
  for (const [at, changed] of otherwise(content, '')) yield { at, content: changed as Record<string, unknown> };
}

function* otherwise(value: unknown, key: string): Generator<[string, unknown]> {
  if (Array.isArray(value)) {
    for (const [n, each] of value.entries()) {
      for (const [at, changed] of otherwise(each, key)) yield [`${n}.${at}`, value.with(n, changed)];
      yield [`${n} left out`, value.toSpliced(n, 1)];
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      if (BESIDE_RULES.has(name)) continue;
      for (const [at, changed] of otherwise(each, name)) yield [`${name}.${at}`, { ...value, [name]: changed }];
      const { [name]: _, ...rest } = value as Record<string, unknown>;
      if (!Array.isArray(each) || each.length > 0) yield [`${name} left out`, rest];
    }
  } else if (typeof value === 'string') {
    for (const text of others(key, value)) yield [`${value} became ${text}`, text];
  }
}

function others(key: string, value: string): string[] {
  const chosen = CHOICES[key];
  if (key === 'best' && !/^\d+$/.test(value)) return [value === 'highest' ? 'lowest' : 'highest'];
  if (key === 'grade' || chosen) return (chosen ?? []).filter((each) => each !== value);
  const expression = EXPRESSIONS[key];
  if (expression) return [expression(value)];
  return /^-?[\d./%]+$/.test(value) ? (COUNTS.has(key) ? ['4', ...ODD] : ODD) : [];
}
