import { checkTable } from './check-table.ts';
import { type CompiledRubric, compile } from './compile.ts';
import { RubricError } from './rubric-error.ts';
import type { Rubric } from './rubric.ts';
import { type RulingChoice, applyRulings, chooseRulings, parseRubric } from './rulings.ts';

/**
 * Reads one version of an assessment table, applies the readings (解释口径) and proves the result sound.
 * `rulings`: which of them are in force, by default all; 'none' takes the text literally.
 * Throws RubricError, e.g. `rubric.malformed`, `rubric.sum-mismatch`, `rubric.unknown-grade`.
 */
export function loadRubric(input: unknown, options: { rulings?: RulingChoice } = {}): CompiledRubric {
  const published = parseRubric(input);
  checkTable(published);
  const inForce = chooseRulings(published, options.rulings ?? 'all');
  const table = applyRulings(published, inForce);
  checkTable(table);
  return withinRange(table, () => compile(published, table, inForce));
}

/** Canonical JSON, keys sorted at every level: equal tables give equal text, whose hash is what a cycle pins. */
export function canonical(rubric: Rubric): string {
  return JSON.stringify(rubric, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function withinRange<T>(table: Rubric, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError) throw new RubricError('rubric.out-of-range', table.id, error.message);
    throw error;
  }
}
