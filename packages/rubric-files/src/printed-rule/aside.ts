import type { Wording } from '@mofan/rubric/explain/wording';

/**
 * What an export prints for readers alone: a name, a colon and the words of the explanation. An import takes none of it over
 * and names it. `figure`: without it the line's figure is another, so that the rest of its rule is not taken either.
 */
const ASIDES = {
  公式: { en: 'formula', figure: true },
  算式: { en: 'computation', figure: true },
  依次判定: { en: 'decision', figure: true },
  名次: { en: 'comparison with others', figure: true },
  计分方式: { en: 'way of scoring', figure: true },
  多人评分的合成: { en: 'how several assessors become one', figure: true },
  等次: { en: 'grades', figure: true },
  层级: { en: 'levels', figure: true },
  条件: { en: 'condition', figure: false },
  次数要求: { en: 'count asked for', figure: false },
  另计: { en: 'figure beside the tree', figure: false },
  数据: { en: 'what the facts give', figure: false },
  评选: { en: 'selection', figure: false },
  后续: { en: 'consequence', figure: false },
} as const;
export type AsideName = keyof typeof ASIDES;

export interface Aside {
  name: AsideName;
  text: string;
}

/** A line of its own, whatever breaks the words have. */
export const asideLine = (name: AsideName, words: string): string => `${name}：${words.replace(/\s*\n\s*/g, ' ')}`;

const LINE = new RegExp(`^(${Object.keys(ASIDES).join('|')})：(.+)$`);

export function asideIn(line: string): Aside | null {
  const [, name, text] = LINE.exec(line) ?? [];
  return name === undefined || text === undefined ? null : { name: name as AsideName, text };
}

export const asideName = (name: AsideName): Wording => ({ zh: name, en: ASIDES[name].en });

export const changesFigure = ({ name }: Aside): boolean => ASIDES[name].figure;

/** What was left aside, by name and word for word. */
export const asideWording = ({ name, text }: Aside): Wording => ({
  zh: `${name}：${text}`,
  en: `${ASIDES[name].en}: ${text}`,
});
