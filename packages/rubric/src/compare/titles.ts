import type { Wording } from '../explain/wording.ts';
import type { Rubric } from '../rubric.ts';

/** What a code is called that stands under a key, in the newer table or else in the older; null: it is no such code. */
export type Titles = (key: string, code: string) => Wording | null;

export function titlesOf(older: Rubric, newer: Rubric): Titles {
  const known = [newer, older].map(titlesIn);
  return (key, code) => {
    const title = known.map((titles) => titles[key]?.get(code)).find((found) => found !== undefined);
    return title === undefined ? null : { zh: title, en: code };
  };
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
