import type { CompiledLeaf, CompiledLine, CompiledRubric } from '@mofan/rubric/compiled';
import { namesOf } from '@mofan/rubric/explain/names';
import { sourceWording } from '@mofan/rubric/explain/source-wording';
import { stepRule } from '@mofan/rubric/explain/step-rule';
import type { Cases, Mark } from '@mofan/rubric/language/source';
import { casesOf } from '../draft/stated-cases.ts';
import type { OutlineNode } from '../outline.ts';
import { type TableRule, type Titles, ruleLines } from '../printed-rule/print-rule.ts';
import { isSame } from '../printed-rule/sentence.ts';

/** The rule of a leaf in lines; without what its text, or the note of the table, already says. */
export function leafRule(rubric: CompiledRubric, leaf: CompiledLeaf, node: OutlineNode): string[] {
  const { from, steps, notApplicable } = leaf.source;
  if (from.cases && textSays(from.cases, steps, node)) return ruleOf(rubric, leaf, { notApplicable });
  const lines = ruleOf(rubric, leaf, { from, steps, notApplicable });
  return noteSaysGrade(rubric, leaf) ? lines.slice(1) : lines;
}

/** A rule in lines, with the words of the explanation where no sentence says it. */
export const ruleOf = (rubric: CompiledRubric, line: CompiledLine, rule: TableRule): string[] =>
  ruleLines(rule, titlesOf(rubric), {
    source: sourceWording(rubric, line).zh,
    steps: line.steps.map((step) => stepRule(rubric, line, step).zh),
    caps: rule.from?.mark ? capWords(rubric, rule.from.mark) : [],
  });

export function titlesOf(rubric: CompiledRubric): Titles {
  const { grade, input } = namesOf(rubric);
  return { grade, input, scale: (code) => rubric.table.scales[code] };
}

/** Whether an import reads just these rates, and what is done to them, out of the text alone. */
function textSays(cases: Cases, steps: TableRule['steps'], node: OutlineNode): boolean {
  const read = casesOf({ ...node, extra: {} }, '');
  return read !== null && isSame(nameless(cases), nameless(read.cases)) && isSame(steps ?? [], read.steps);
}

const nameless = ({ deduct, add, ...cases }: Cases) => {
  const plain = (rates: Cases['deduct']) => rates?.map(({ id: _, category: __, ...rate }) => rate);
  return { ...cases, deduct: plain(deduct), add: plain(add) };
};

/** A judged grade that the note under the table explains: its bands stand once, behind the table. */
function noteSaysGrade({ table }: CompiledRubric, { source }: CompiledLeaf): boolean {
  const { mark } = source.from;
  const plain = mark?.scale !== undefined && mark.raters === undefined && (source.steps ?? []).length === 0;
  return plain && table.gradingNote !== undefined && Object.keys(table.scales).length === 1;
}

function capWords(rubric: CompiledRubric, { caps = [] }: Mark): string[] {
  const { grade, metric } = namesOf(rubric);
  return caps.map((cap) => `${metric(cap.metric)}不足${cap.least}次的，最高评为${grade(cap.gradeAtMost)}`);
}
