import type { Step } from '@mofan/rubric/language/step';
import type { Rubric } from '@mofan/rubric/rubric';

/** 一票否决: the case that vetoes the whole table, and the words that say so. */
export interface Veto {
  category: string;
  title: string;
  quote: string;
}

const VETO = /([^，,；;。：:（）()\n]{0,60}?)的?[，,]?(?:实行|予以|一律|将|则|给予)?一票否决/;

/** The veto that a text states; `category` is the code that its cases get. */
export function vetoIn(text: string, category: string): Veto | null {
  const [quote, before = ''] = VETO.exec(text) ?? [];
  if (quote === undefined) return null;
  const title = before.trim();
  return { category, title: title === '' ? (text.split(/[，,；;。\n]/)[0] ?? text).slice(0, 60) : title, quote };
}

/** The whole comes to nothing, and to the lowest of its grades, where one of the cases is recorded. */
export const vetoSteps = (vetoes: readonly Veto[], grades: Rubric['grades']): Step[] =>
  vetoes.map(({ category, quote }) => ({
    gate: {
      when: `cases('${category}') > 0`,
      because: quote,
      becomes: '0',
      ...(grades.length > 0 && { grade: grades.at(-1)!.code }),
    },
  }));
