import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { NOT_APPLICABLE } from './not-applicable-wording.ts';
import { sourceWording } from './source-wording.ts';
import { stepRule } from './step-rule.ts';
import type { Wording } from './wording.ts';

/** The rule that a line is computed by: its source, each step, and what becomes of it without what does not apply. */
export function ruleWording(rubric: CompiledRubric, line: CompiledLine): Wording {
  const said = [
    sourceWording(rubric, line),
    ...line.steps.map((step) => stepRule(rubric, line, step)),
    ...(line.notApplicable === undefined ? [] : [NOT_APPLICABLE[line.notApplicable]]),
  ];
  return { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') };
}
