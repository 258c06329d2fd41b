import type { CompiledRubric } from '@mofan/rubric/compiled';
import { readContent } from '@mofan/rubric/content';
import { loadRubric } from '@mofan/rubric/load';
import { RubricError } from '@mofan/rubric/rubric-error';
import type { RulingChoice } from '@mofan/rubric/rulings';
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
    const path = error.place.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    const [zh, en] = [`细则不成立：${error.message}`, error.message];
    const atText = error.text === undefined ? undefined : file.faultAtText(error.text, zh, en);
    const fault = atText ?? file.faultAtId(error.place, zh, en) ?? file.faultAt(path, zh, en);
    throw unusable(file.file, fault, UNUSABLE.test(error.code) ? 2 : 1);
  }
};

/** What is no table at all, as against one whose figures do not agree. */
const UNUSABLE = /^rubric\.(malformed|expression|cycle|duplicate|unknown-(?!ruling))/;

/** "all", "none", or ids with commas between. */
export const rulingChoice = (rulings: string): RulingChoice =>
  rulings === 'all' || rulings === 'none' ? rulings : rulings.split(',').map((id) => id.trim());
