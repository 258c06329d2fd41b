import type { Reason } from './tried-reasons.ts';

/** Units that move for the same reason, to be told with it once. */
export interface Alike<Move> extends Reason {
  units: Move[];
}

/** Moves by their reason, in the order in which the reasons come first. */
export function alike<Move>(moves: readonly { move: Move; reason: Reason }[]): Alike<Move>[] {
  const groups = new Map<string, Alike<Move>>();
  for (const { move, reason } of moves) {
    const key = JSON.stringify([reason.because, reason.together]);
    const group = groups.get(key) ?? { ...reason, units: [] };
    group.units.push(move);
    groups.set(key, group);
  }
  return [...groups.values()];
}
