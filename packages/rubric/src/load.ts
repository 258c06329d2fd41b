import { checkTable } from './check-table.ts';
import { compile } from './compile.ts';
import type { CompiledRubric } from './compiled.ts';
import { parseRubric } from './content.ts';
import { checkLimits } from './limits/check.ts';
import { RubricError } from './rubric-error.ts';
import type { Rubric } from './rubric.ts';
import { type RulingChoice, applyRulings, chooseRulings } from './rulings.ts';

/**
 * Reads one version of an assessment table, applies the readings (解释口径) and proves the result sound.
 * `rulings`: which of them are in force, by default all; 'none' takes the text literally.
 * Throws RubricError, e.g. `rubric.malformed`, `rubric.sum-mismatch`, `rubric.unknown-grade`.
 */
export function loadRubric(input: unknown, options: { rulings?: RulingChoice } = {}): CompiledRubric {
  return loadParsed(parseRubric(input), options.rulings ?? 'all');
}

/** The same for a table that was parsed before. */
export function loadParsed(published: Rubric, rulings: RulingChoice): CompiledRubric {
  checkTable(published);
  const inForce = chooseRulings(published, rulings);
  const table = applyRulings(published, inForce);
  checkTable(table);
  return withinRange(table, () => {
    checkLimits(table);
    return compile(published, table, inForce);
  });
}

function withinRange<T>(table: Rubric, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError)
      throw new RubricError('rubric.out-of-range', table.id, {
        zh: '数值过大或位数过多，无法精确计算',
        en: `a number cannot be computed exactly: ${error.message}`,
      });
    throw error;
  }
}
