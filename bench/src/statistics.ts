/** The value below which the given share of the values lies. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Three significant digits: more would only be noise. */
export const short = (value: number): number => Number(value.toPrecision(3));

export const seconds = async (act: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await act();
  return (performance.now() - begun) / 1000;
};

/**
 * Measures the contestants in turn, round after round, so that what disturbs the machine disturbs each of them; a first
 * round warms up and is thrown away. Every other round runs backwards: nobody always comes after the same one.
 */
export const inTurn = async <Result>(
  rounds: number,
  contestants: Record<string, (round: number) => Promise<Result>>,
): Promise<Record<string, Result[]>> => {
  const results: Record<string, Result[]> = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const order = Object.entries(contestants);
    if (round % 2 === 1) order.reverse();
    for (const [name, measure] of order) {
      const result = await measure(round);
      if (round > 0) results[name]!.push(result);
    }
  }
  return results;
};

/** The median over the rounds of one contestant's figure divided by another's of the same round. */
export const ratioOf = (ours: readonly number[], base: readonly number[]): number =>
  short(median(ours.map((value, round) => value / base[round]!)));
