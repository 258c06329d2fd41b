import { FactsFault, readFacts, type FactsFile } from '@mofan/rubric/facts-file/read';
import { readInput, unusable } from './input-file.ts';

/** The facts of one unit or of many. Throws a Fault (exit code 2) at the value that is wrong. */
export const readFactsFile = (factsFile: string): FactsFile => {
  const file = readInput(factsFile);
  try {
    return readFacts(file.value);
  } catch (error) {
    if (!(error instanceof FactsFault)) throw error;
    const where = error.path.join('.') || '(root)';
    throw unusable(factsFile, file.faultAt(error.path, `事实文件有误（${where}）`, `${where}: ${error.message}`));
  }
};
