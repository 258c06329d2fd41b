/** Repeatable dice: the same seed, the same throws (mulberry32). */
export const diceOf = (seed: number) => {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    roll,
    upTo: (limit: number) => Math.floor(roll() * limit),
    oneOf: <Value>(values: readonly Value[]): Value => values[Math.floor(roll() * values.length)]!,
  };
};
export type Dice = ReturnType<typeof diceOf>;
