import { FactsFault, readFacts, type FactsFile } from '@mofan/rubric/facts-file/read';
import type { RefusedFact } from '@mofan/rubric/facts-file/refused';
import { YamlFault } from '@mofan/rubric-files/yaml/yaml-fault';
import { sayTrouble } from '../say.ts';
import { atPlace, readInput, unusable } from './input-file.ts';

/** Facts, and a way to say what is wrong with some of them, one line for each, in the order in which they stand in the file. */
interface PlacedFacts extends FactsFile {
  sayRefused: (refused: readonly RefusedFact[]) => void;
}

/** The facts of one unit or of many. Throws a Fault (exit code 2) at the value that is wrong. */
export const readFactsFile = (factsFile: string): PlacedFacts => {
  const file = readInput(factsFile);
  const faultAt = ({ path, named }: Pick<RefusedFact, 'path' | 'named'>, said: RefusedFact['said']): YamlFault => {
    const { line, column } = named ? file.places.ofKey(path) : file.places.at(path);
    return new YamlFault(line, column, said.zh, said.en);
  };
  const sayRefused = (refused: readonly RefusedFact[]): void => {
    const faults = refused.map((fact) => faultAt(fact, fact.said));
    for (const fault of faults.toSorted((a, b) => a.line - b.line || a.column - b.column)) {
      const { zh, en } = atPlace(factsFile, fault);
      sayTrouble(zh, en);
    }
  };
  try {
    return { ...readFacts(file.value), sayRefused };
  } catch (error) {
    if (!(error instanceof FactsFault)) throw error;
    throw unusable(factsFile, faultAt(error, error.said));
  }
};
