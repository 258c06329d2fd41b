import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import type { InputRead } from '../input-read.ts';
import type { Values } from './expression-wording.ts';
import { isKnown, valueWording } from './input-wording.ts';
import { numeralsOf } from './numerals.ts';
import { inBoth } from './wording.ts';

/** What an expression on a line was computed with: the figure before it, the full marks, and what it read. */
export function valuesOf(
  rubric: CompiledRubric,
  line: CompiledLine | undefined,
  reads: readonly InputRead[],
  before: { floor: string | null; ceiling: string | null },
  full: string | null,
): Values {
  const { operand } = numeralsOf(rubric, line);
  const byText = new Map(reads.map((read) => [read.text, read]));
  return {
    score: inBoth((language) => operand(before.floor, before.ceiling, language)),
    full: full === null ? null : inBoth((language) => operand(full, full, language)),
    read: (text) => {
      const read = byText.get(text);
      return read === undefined ? null : beside(rubric, line, read);
    },
  };
}

/** A number follows the name that it is the value of; anything else stands in brackets after it. */
function beside(rubric: CompiledRubric, line: CompiledLine | undefined, read: InputRead) {
  if (read.kind === 'number' && isKnown(read)) {
    const { operand } = numeralsOf(rubric, line);
    return inBoth((language) => ` ${operand(read.floor, read.ceiling, language)}`);
  }
  const { zh, en } = valueWording(rubric, line, read);
  if (read.kind !== 'number') return { zh: `（${zh}）`, en: ` (${en})` };
  const isRange = /^[\d−]/.test(en);
  return isRange ? { zh: ` (${zh})`, en: ` (${en})` } : { zh: ` ${zh}`, en: ` ${en}` };
}
