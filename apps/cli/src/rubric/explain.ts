import type { CompiledRubric } from '@mofan/rubric/compiled';
import { type NamedFacts, type ScoredUnits, scoreUnits, standsAlone } from '@mofan/rubric/score-units';
import { explainBeyond } from '@mofan/rubric/explain/beyond';
import { explainTree } from '@mofan/rubric/explain/explain';
import type { ExplanationTree, Field } from '@mofan/rubric/explain/explanation';
import { explanationSheet } from '@mofan/rubric/explain/sheet';
import { standingsOf } from '@mofan/rubric/explain/standing';
import { explanationText } from '@mofan/rubric/explain/text';
import { RubricError } from '@mofan/rubric/rubric-error';
import { Fault } from '../fault.ts';
import { readFactsFile } from './facts-file.ts';
import { print } from './print.ts';
import { contentHash, loadFile } from './rubric-file.ts';

/** A unit with the explanation of the line that was asked for. */
interface Explained extends NamedFacts {
  tree: ExplanationTree;
}

/**
 * Prints why a line has the figure it has, with everything below it; of many units the one that is named, or as a sheet
 * each. Exit code 1 for an unknown line or unit and where facts of it are refused, 2 where it is not said which unit is
 * meant.
 */
export const runExplain = (
  rubricFile: string,
  factsFile: string,
  line: string | undefined,
  options: { unit?: string; as: string },
): void => {
  const rubric = loadFile(rubricFile);
  const { units, declared, sayRefused } = readFactsFile(factsFile);
  const chosen = chosenUnits(units, options);
  const scored = scoreUnits(rubric, units, declared);
  const explained = explain(rubric, units, scored, line ?? rubric.total.id).filter(({ unit }) => chosen.includes(unit));
  const [{ tree }] = explained as [Explained];
  if (options.as === 'json') print(tree);
  else if (options.as === 'zh' || options.as === 'en') print(explanationText(tree, options.as));
  else if (options.as === 'sheet') print(sheets(rubric, contentHash(rubricFile), explained));
  else throw new Fault(`--as 只能是 json、zh、en 或 sheet。`, `--as is json, zh, en or sheet.`, 2);
  sayRefused(rubric, scored.cards, chosen);
};

const sheets = (rubric: CompiledRubric, hash: string, explained: readonly Explained[]): string =>
  explanationSheet(
    rubric,
    hash,
    explained.map(({ unit, facts, tree }) => ({ unit, asOf: facts.asOf, tree })),
  );

/** All units with what was chosen of them; of one that stands alone nobody can be chosen. */
const fieldOf = (units: readonly NamedFacts[], { states, chosen }: ScoredUnits): Field => ({
  units: units.map(({ unit }, n) => ({ unit, state: states[n]! })),
  chosen: standsAlone(units) ? null : chosen,
});

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
  scored: ScoredUnits,
  line: string,
): Explained[] => {
  const standings = standsAlone(units) ? null : standingsOf(rubric, units);
  const field = fieldOf(units, scored);
  try {
    return scored.cards.map((card, n) => ({
      ...units[n]!,
      tree: explainTree(rubric, card, line, (step) => standings?.(n, step), explainBeyond(rubric, field, n)),
    }));
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    throw new Fault(`细则中没有 ${line} 这一项。`, error.message);
  }
};
