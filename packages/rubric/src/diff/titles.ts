import { expressionWording } from '../explain/expression-wording.ts';
import { namesOf } from '../explain/names.ts';
import type { Wording } from '../explain/wording.ts';
import { ExpressionError } from '../expression/syntax.ts';
import type { Rubric } from '../rubric.ts';
import { lineTitles } from './line-titles.ts';

/** What a code or an expression that stands under a key is called in one table; null: it is neither. */
export type Titles = (key: string, text: string) => Wording | null;

/** The titles of either side of a comparison. */
export interface BothTitles {
  before: Titles;
  after: Titles;
}

/** Where a condition or a formula stands. */
const EXPRESSIONS = new Set(['when', 'compute', 'formula', 'eligible', 'by', 'amount']);

/** Where ids of lines stand. */
const LINES = new Set(['lines', 'leaves', 'criteria']);

/** The titles of a table; what only the other one knows is called as it is there. */
export function titlesOf(table: Rubric, other: Rubric): Titles {
  const sides = [table, other].map(titlesIn);
  const lines = lineTitles(table, other);
  return (key, text) => {
    if (EXPRESSIONS.has(key)) return expressionIn(table, text);
    if (LINES.has(key)) return lines(text);
    return sides.map((titles) => titles[key]?.get(text)).find((found) => found !== undefined) ?? null;
  };
}

/** A draft may hold what is no expression yet: that is told as it is written. */
function expressionIn(table: Rubric, text: string): Wording | null {
  try {
    return expressionWording(namesOf({ table }), text);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

type Lists = Record<string, ReadonlyMap<string, Wording> | undefined>;

function titlesIn({ grades, metrics, evidenceKinds, documents, categories = [], roles = [] }: Rubric): Lists {
  const byId = (list: readonly { id: string; title: string }[]) =>
    new Map(list.map(({ id, title }) => [id, { zh: title, en: title }]));
  const grade = byId(grades.map(({ code, title }) => ({ id: code, title })));
  return {
    grade,
    gradeAtMost: grade,
    metric: byId(metrics),
    counts: byId(evidenceKinds),
    documents: byId(documents),
    category: byId(categories),
    role: byId(roles),
  };
}
