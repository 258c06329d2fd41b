import type { CompiledRubric } from '@mofan/rubric/compiled';
import type { NamedFacts } from '@mofan/rubric/what-if/what-if';
import { explainBeyond } from '@mofan/rubric/explain/beyond';
import type { Field } from '@mofan/rubric/explain/explanation';
import { explainTree } from '@mofan/rubric/explain/explain';
import type { ExplanationTree } from '@mofan/rubric/explain/explanation';
import { explanationSheet } from '@mofan/rubric/explain/sheet';
import { standingsOf } from '@mofan/rubric/explain/standing';
import { explanationText } from '@mofan/rubric/explain/text';
import { type DeclaredBases, select } from '@mofan/rubric/field/select';
import { RubricError } from '@mofan/rubric/rubric-error';
import { stateOf, stateOfAll } from '@mofan/rubric/score';
import { Fault } from '../fault.ts';
import { readFactsFile } from './facts-file.ts';
import { print } from './print.ts';
import { contentHash, loadFile } from './rubric-file.ts';
import { scorecards } from './score.ts';

/** A unit with the explanation of the line that was asked for. */
interface Explained extends NamedFacts {
  tree: ExplanationTree;
}

/**
 * Prints why a line has the figure it has, with everything below it; of many units the one that is named, or as a sheet
 * each. Exit code 1 for an unknown line or unit, 2 where it is not said which unit is meant.
 */
export const runExplain = (
  rubricFile: string,
  factsFile: string,
  line: string | undefined,
  options: { unit?: string; as: string },
): void => {
  const rubric = loadFile(rubricFile);
  const { units, declared } = readFactsFile(factsFile);
  const chosen = chosenUnits(units, options);
  const explained = explain(rubric, units, declared, line ?? rubric.total.id).filter(({ unit }) =>
    chosen.includes(unit),
  );
  const [{ tree }] = explained as [Explained];
  if (options.as === 'json') print(tree);
  else if (options.as === 'zh' || options.as === 'en') print(explanationText(tree, options.as));
  else if (options.as === 'sheet') print(sheets(rubric, contentHash(rubricFile), explained));
  else throw new Fault(`--as 只能是 json、zh、en 或 sheet。`, `--as is json, zh, en or sheet.`, 2);
};

const sheets = (rubric: CompiledRubric, hash: string, explained: readonly Explained[]): string =>
  explanationSheet(
    rubric,
    hash,
    explained.map(({ unit, facts, tree }) => ({ unit, asOf: facts.asOf, tree })),
  );

/** All units with what was chosen of them; of one that stands alone nobody can be chosen. */
const fieldOf = (
  rubric: CompiledRubric,
  units: readonly NamedFacts[],
  alone: boolean,
  declared: DeclaredBases,
): Field => {
  const facts = units.map((each) => each.facts);
  const states = alone ? [stateOf(rubric, facts[0]!, 'marks')] : stateOfAll(rubric, facts, 'marks', declared);
  return {
    units: units.map(({ unit }, n) => ({ unit, state: states[n]! })),
    chosen: alone ? null : select(rubric, states, declared),
  };
};

/** The names of the units to explain. Throws a Fault where it is not clear which. */
const chosenUnits = (units: readonly NamedFacts[], { unit, as }: { unit?: string; as: string }): string[] => {
  const names = units.map((each) => each.unit);
  if (unit !== undefined && !names.includes(unit))
    throw new Fault(
      `事实文件中没有单位 ${unit}，有：${names.join('、')}。`,
      `There is no unit ${unit} in the facts, but ${names.join(', ')}.`,
    );
  if (unit !== undefined) return [unit];
  if (names.length === 1 || as === 'sheet') return names;
  throw new Fault(
    `事实文件中有 ${names.length} 个单位，请用 --unit 指明一个：${names.join('、')}。`,
    `The facts hold ${names.length} units: say which with --unit: ${names.join(', ')}.`,
    2,
  );
};

const explain = (
  rubric: CompiledRubric,
  units: readonly NamedFacts[],
  declared: DeclaredBases,
  line: string,
): Explained[] => {
  const alone = units.length === 1 && units[0]!.unit === '';
  const standings = alone ? null : standingsOf(rubric, units);
  const field = fieldOf(rubric, units, alone, declared);
  try {
    return scorecards(rubric, units, declared).map((card, n) => ({
      ...units[n]!,
      tree: explainTree(rubric, card, line, (step) => standings?.(n, step), explainBeyond(rubric, field, n)),
    }));
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    throw new Fault(`细则中没有 ${line} 这一项。`, error.message);
  }
};
