/** One thing said to people, in Chinese and in English. */
export interface Wording {
  zh: string;
  en: string;
}
export type Language = keyof Wording;

/** Says the same thing in each language. */
export const inBoth = (say: (language: Language) => string): Wording => ({ zh: say('zh'), en: say('en') });

/** A decimal for people: U+2212 as the minus sign. */
export const shown = (points: string): string => points.replace('-', '−');

/** "5–7" with an en dash, or the point where both ends meet. */
export const range = (floor: string, ceiling: string): string =>
  floor === ceiling ? shown(floor) : `${shown(floor)}–${shown(ceiling)}`;

/** An interval whose ends may be missing. */
export const ends = (floor: string | null, ceiling: string | null): string =>
  floor !== null && ceiling !== null
    ? range(floor, ceiling)
    : `${floor === null ? '…' : shown(floor)}–${ceiling === null ? '…' : shown(ceiling)}`;
