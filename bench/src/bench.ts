export type Target = { atLeast: number } | { atMost: number };

/** Ratios of ours against a base that the same run measured; a ratio without a target is only told. */
export interface Measured {
  ratios: Record<string, number>;
  details: Record<string, unknown>;
}

export interface Bench {
  /** what a size means, for `--size 1234` */
  unit: string;
  sizes: Record<'small' | 'medium' | 'full', number>;
  targets: Record<string, Target>;
  measure(size: number): Promise<Measured>;
}

/** Whether every target has its ratio and every ratio reaches its target. */
export const passes = (targets: Record<string, Target>, ratios: Record<string, number>): boolean =>
  Object.entries(targets).every(([name, target]) => {
    const ratio = ratios[name];
    if (ratio === undefined || Number.isNaN(ratio)) return false;
    return 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost;
  });

export const say = (what: string): void => {
  process.stderr.write(`${what}\n`);
};
