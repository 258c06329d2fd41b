import { type SoundSentence, TITLE, partsOf, readAll, sound } from './sentence.ts';

const NAME = new RegExp(`^${TITLE}$`);

/** The names of a table's levels, the outermost first: `“维度”、“要点”`. */
export const levelsSentence: SoundSentence<string[]> = sound({
  print: (titles) => titles.map((title) => `“${title}”`).join('、'),
  read: (text) => readAll(partsOf(text, '、'), (part) => NAME.exec(part)?.[1] ?? null),
});
