import { isScoring } from '../import/scoring-columns.ts';
import type { OutlineNode } from '../outline.ts';

/** As long as a text may be. */
const LONGEST = 2000;

/**
 * What a line says, with what a column beside it says of its scoring: the words that its rule rests on stay where people
 * read it. Words beyond what a text may hold are left out.
 */
export function lineText({ text, extra }: OutlineNode): string {
  const scoring = Object.entries(extra).flatMap(([heading, said]) => (isScoring(heading) ? [said] : []));
  return [text, ...scoring].reduce((whole, more) => {
    const longer = `${whole}\n${more}`;
    return longer.length > LONGEST || whole.includes(more) ? whole : longer;
  });
}
