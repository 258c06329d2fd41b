import type { Language } from '../explain/wording.ts';
import type { Alike } from './alike.ts';
import { reasonsText } from './reasons-text.ts';
import type { WhatIf } from './what-if.ts';

/** The units that move, each group of them with its reason once, below a heading. */
export const movesText = <Move>(
  asked: WhatIf,
  moves: readonly Alike<Move>[],
  language: Language,
  say: (move: Move) => string,
): string[] =>
  moves
    .flatMap((group) => [...group.units.map(say), ...reasonsText(asked, group, language)])
    .map((line) => `    ${line}`);
