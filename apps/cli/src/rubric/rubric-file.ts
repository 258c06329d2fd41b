import type { CompiledRubric } from '@mofan/rubric/compiled';
import { readContent } from '@mofan/rubric/content';
import { loadRubric } from '@mofan/rubric/load';
import { RubricError } from '@mofan/rubric/rubric-error';
import type { RulingChoice } from '@mofan/rubric/rulings';
import { rubricFault } from '@mofan/rubric-files/yaml/rubric-fault';
import { YamlFault } from '@mofan/rubric-files/yaml/yaml-fault';
import { sha256 } from '@mofan/store/hash';
import { readInput, unusable, type InputFile } from './input-file.ts';

/** A table ready to score with. Throws a Fault as `refusingRubric` does. */
export const loadFile = (rubricFile: string, rulings: RulingChoice = 'all'): CompiledRubric => {
  const file = readInput(rubricFile);
  return refusingRubric(file, () => loadRubric(file.value, { rulings }));
};

/** SHA-256 of a table's canonical content, hex: what a cycle pins. Throws a Fault as `refusingRubric` does. */
export const contentHash = (rubricFile: string): string => {
  const file = readInput(rubricFile);
  return sha256(refusingRubric(file, () => readContent(file.value).canonical));
};

/**
 * Does something with a rubric file. Throws a Fault that names the place: exit code 2 for a file that is no table, 1 for a
 * table whose figures do not agree.
 */
export const refusingRubric = <Result>(file: InputFile, act: () => Result): Result => {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    const { line, column } = rubricFault(file, error);
    const where = error.path && error.code !== 'rubric.malformed' ? '' : `（${error.place}）`;
    const fault = new YamlFault(line, column, `细则不成立${where}：${error.said.zh}`, error.message);
    throw unusable(file.file, fault, UNUSABLE.test(error.code) ? 2 : 1);
  }
};

/** What is no table at all, as against one whose figures do not agree. */
const UNUSABLE = /^rubric\.(malformed|expression|cycle|duplicate|unknown-(?!ruling))/;

/** "all", "none", or ids with commas between. */
export const rulingChoice = (rulings: string): RulingChoice =>
  rulings === 'all' || rulings === 'none' ? rulings : rulings.split(',').map((id) => id.trim());
