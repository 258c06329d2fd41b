import { explainTree } from '@mofan/rubric/explain/explain';
import { explanationSheet } from '@mofan/rubric/explain/sheet';
import { explanationText } from '@mofan/rubric/explain/text';
import { RubricError } from '@mofan/rubric/rubric-error';
import { Fault } from '../fault.ts';
import { readFactsFile } from './facts-file.ts';
import { print } from './print.ts';
import { loadFile } from './rubric-file.ts';
import { scorecards } from './score.ts';

/** Prints why a line has the figure it has, with everything below it. Exit code 1 for an unknown line or unit. */
export const runExplain = (
  rubricFile: string,
  factsFile: string,
  line: string | undefined,
  options: { unit?: string; as: string },
): void => {
  const rubric = loadFile(rubricFile);
  const { units } = readFactsFile(factsFile);
  const place = options.unit === undefined ? 0 : units.findIndex(({ unit }) => unit === options.unit);
  const card = scorecards(rubric, units)[place];
  if (!card) throw new Fault(`事实文件中没有单位 ${options.unit}。`, `There is no unit ${options.unit} in the facts.`);
  try {
    const tree = explainTree(rubric, card, line ?? rubric.total.id);
    if (options.as === 'json') print(tree);
    else if (options.as === 'sheet') print(explanationSheet(rubric, tree, units[place]!.unit));
    else if (options.as === 'zh' || options.as === 'en') print(explanationText(tree, options.as));
    else throw new Fault(`--as 只能是 json、zh、en 或 sheet。`, `--as is json, zh, en or sheet.`, 2);
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    throw new Fault(`细则中没有 ${line} 这一项。`, error.message);
  }
};
