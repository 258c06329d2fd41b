import type { Said } from '../grid.ts';

/** What holds something, each text of a place once: files keep a page header for odd and for even pages. */
export function saidOnce(said: readonly Said[]): Said[] {
  const texts = new Map(said.map(({ place, text }) => [`${place}\n${text.trim()}`, { place, text: text.trim() }]));
  return [...texts.values()].filter(({ text }) => text !== '');
}
