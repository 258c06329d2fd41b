import type { CompiledRubric } from '@mofan/rubric/compiled';
import { readContent } from '@mofan/rubric/content';
import { loadRubric } from '@mofan/rubric/load';
import { RubricError } from '@mofan/rubric/rubric-error';
import type { RulingChoice } from '@mofan/rubric/rulings';
import { rubricFault } from '@mofan/rubric-files/yaml/rubric-fault';
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

/** Does something with a rubric file. Throws a Fault that names the place, with exit code 2 unless told otherwise. */
export const refusingRubric = <Result>(
  file: InputFile,
  act: () => Result,
  exitCode: (error: RubricError) => 1 | 2 = () => 2,
): Result => {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    throw unusable(file.file, rubricFault(file, error), exitCode(error));
  }
};

/** For whom figures that do not agree are a finding: 1, and 2 for what is no table at all. */
export const disagreeing = ({ code }: RubricError): 1 | 2 => (NO_TABLE.test(code) ? 2 : 1);

const NO_TABLE = /^rubric\.(malformed|expression|cycle|duplicate|unknown-)/;

/** "all", "none", or ids with commas between. */
export const rulingChoice = (rulings: string): RulingChoice =>
  rulings === 'all' || rulings === 'none' ? rulings : rulings.split(',').map((id) => id.trim());
