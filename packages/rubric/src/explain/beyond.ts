import type { CompiledRubric } from '../compiled.ts';
import type { InputRead } from '../input-read.ts';
import type { UnitState } from '../unit-state.ts';
import { consequenceWording } from './consequence-wording.ts';
import type { Beyond, ExplanationTree, Field } from './explanation.ts';
import { inputWording } from './input-wording.ts';
import { selectionWording } from './selection-wording.ts';

/** Why the `unit`-th of a field was chosen or not, and what follows for it, as trees beside those of the lines. */
export function explainBeyond(rubric: CompiledRubric, field: Field, unit: number): ExplanationTree[] {
  const { state } = field.units[unit]!;
  const read = ({ inputs }: { inputs: readonly ((of: UnitState) => InputRead)[] }) => inputs.map((each) => each(state));
  return [
    ...rubric.selections.map((selection) =>
      treeOf(rubric, selection.source, read(selection), selectionWording(rubric, selection, field, unit)),
    ),
    ...rubric.consequences.map((consequence) => {
      const reads = read(consequence);
      return treeOf(rubric, consequence.source, reads, consequenceWording(rubric, consequence, reads, field, unit));
    }),
  ];
}

function treeOf(
  rubric: CompiledRubric,
  { id, title }: { id: string; title: string },
  reads: readonly InputRead[],
  { rule, arithmetic, lines, result, ends }: Beyond,
): ExplanationTree {
  return {
    leaf: id,
    text: title,
    quotes: [],
    rule,
    inputs: reads.map((each) => ({ ...each, ...inputWording(rubric, undefined, each) })),
    arithmetic,
    lines: lines.map((line) => ({ ...line, facts: [], rulings: [] })),
    result,
    sentences: { zh: `“${title}”：${result.zh}。`, en: `“${title}”: ${result.en}.` },
    ...ends,
    points: null,
    grade: null,
    parts: [],
    beside: [],
    follows: [],
  };
}
