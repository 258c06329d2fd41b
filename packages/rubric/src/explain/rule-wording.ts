import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { sourceWording } from './source-wording.ts';
import { stepRule } from './step-rule.ts';
import type { Wording } from './wording.ts';

/** The rule that a line is computed by: its source, and each step after a semicolon. */
export function ruleWording(rubric: CompiledRubric, line: CompiledLine): Wording {
  const said = [sourceWording(rubric, line), ...line.steps.map((step) => stepRule(rubric, line, step))];
  return { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') };
}
