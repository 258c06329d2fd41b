/** Two limits that cannot both hold: of a line, an input or a document, which `place` names. Numbers are decimals. */
export type CrossedLimits = { place: string; least: string; most: string } & (
  | { kind: 'clamp' | 'floor' | 'cap' | 'best' | 'drop' }
  | { kind: 'input' | 'document'; title: string }
  | { kind: 'band'; nth: number }
  | { kind: 'gate' | 'gate-grade'; because: string }
);
