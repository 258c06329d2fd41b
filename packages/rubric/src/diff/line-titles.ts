import { excerpt } from '../explain/names.ts';
import { type Language, type Wording, inBoth } from '../explain/wording.ts';
import type { Rubric } from '../rubric.ts';
import { linesOf } from '../tree.ts';

/** What a line is called in a sentence, by its id. */
export type LineTitles = (id: string) => Wording;

/**
 * The titles of the lines of two tables, the whole table's too: as `first` has them, else as the other one, with the id
 * only where two lines have the same.
 */
export function lineTitles(first: Rubric, other: Rubric): LineTitles {
  const lines = [...linesOf(first), ...linesOf(other)].map((line) => ({ id: line.id, title: bareTitle(line) }));
  const titles = new Map(lines.toReversed().map(({ id, title }) => [id, title]));
  const owners = { zh: new Map<string, Set<string>>(), en: new Map<string, Set<string>>() };
  for (const { id, title } of lines)
    for (const language of LANGUAGES)
      owners[language].set(title[language], (owners[language].get(title[language]) ?? new Set()).add(id));
  return (id) => {
    const title = titles.get(id);
    return inBoth((language) => {
      if (!title) return id;
      if (owners[language].get(title[language])!.size === 1) return title[language];
      return language === 'zh' ? `${title.zh}（${id}）` : `${title.en} (${id})`;
    });
  };
}

const LANGUAGES: readonly Language[] = ['zh', 'en'];

function bareTitle(line: { en?: string | undefined; title?: string; text?: string }): Wording {
  const title = line.title ?? line.text ?? '';
  return { zh: excerpt(title), en: excerpt(line.en ?? title) };
}
