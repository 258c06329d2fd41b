import { createHash } from 'node:crypto';

/** Numbers that look random and are the same in every run. */
export interface Chance {
  /** true with this probability */
  happens(probability: number): boolean;
  /** a whole number from `least` to `most`, both included */
  between(least: number, most: number): number;
  pick<Thing>(things: readonly Thing[]): Thing;
}

/** A generator of its own per name (mulberry32), so that a change to one unit's year leaves the others alone. */
export const chanceOf = (name: string): Chance => {
  let state = createHash('sha256').update(name).digest().readUInt32LE();
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    happens: (probability) => next() < probability,
    between,
    pick: (things) => things[between(0, things.length - 1)]!,
  };
};
