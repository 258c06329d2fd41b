import type { CompiledLine } from './compiled.ts';
import { type Exact, ZERO, exact } from './exact.ts';

/** The keys under which a line states what it is worth, of which it has one at most. */
export const WORTH = ['points', 'bonus', 'penalty'] as const;

/** How many points a line is worth, and of which kind they are. */
export function worthOf(line: {
  points?: string | undefined;
  bonus?: string | undefined;
  penalty?: string | undefined;
}): {
  kind: CompiledLine['worth'];
  points: Exact;
} {
  if (line.points !== undefined) return { kind: 'points', points: exact(line.points) };
  if (line.bonus !== undefined) return { kind: 'bonus', points: exact(line.bonus) };
  if (line.penalty !== undefined) return { kind: 'penalty', points: exact(line.penalty) };
  return { kind: 'none', points: ZERO };
}
