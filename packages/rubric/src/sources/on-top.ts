import type { CompiledLine } from '../compiled.ts';

/**
 * The parts that come on top of what a group's rule makes of the others (加分另计): its bonuses and penalties, where it
 * has parts with points beside them. Where it has none, the rule is about the bonuses themselves.
 */
export const onTopOf = (line: CompiledLine, parts: readonly CompiledLine[]): CompiledLine[] =>
  line.children.some(({ worth }) => worth === 'points') ? parts.filter(({ worth }) => worth !== 'points') : [];
