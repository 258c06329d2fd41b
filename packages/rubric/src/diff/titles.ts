import { expressionWording } from '../explain/expression-wording.ts';
import { namesOf } from '../explain/names.ts';
import type { Wording } from '../explain/wording.ts';
import { ExpressionError } from '../expression/syntax.ts';
import type { Rubric } from '../rubric.ts';

/** What a code or an expression that stands under a key is called in one table; null: it is neither. */
export type Titles = (key: string, text: string) => Wording | null;

/** The titles of either side of a comparison. */
export interface BothTitles {
  before: Titles;
  after: Titles;
}

/** Where a condition or a formula stands. */
const EXPRESSIONS = new Set(['when', 'compute', 'formula', 'eligible', 'by', 'amount']);

/** The titles of a table; what only the other one knows is called as it is there. */
export function titlesOf(table: Rubric, other: Rubric): Titles {
  const known = [table, other].map(titlesIn);
  return (key, text) => {
    if (EXPRESSIONS.has(key)) return expressionIn(table, text);
    const title = known.map((titles) => titles[key]?.get(text)).find((found) => found !== undefined);
    return title === undefined ? null : { zh: title, en: title };
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

type Lists = Record<string, Map<string, string> | undefined>;

function titlesIn({ grades, metrics, evidenceKinds, documents, categories = [] }: Rubric): Lists {
  const grade = new Map(grades.map(({ code, title }) => [code, title]));
  const byId = (list: readonly { id: string; title: string }[]) => new Map(list.map(({ id, title }) => [id, title]));
  return {
    grade,
    gradeAtMost: grade,
    metric: byId(metrics),
    counts: byId(evidenceKinds),
    documents: byId(documents),
    category: byId(categories),
  };
}
