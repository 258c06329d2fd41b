import type { CompiledRubric } from '@mofan/rubric/compiled';
import { FactsFault, readFacts, type FactsFile } from '@mofan/rubric/facts-file/read';
import type { RefusedFact } from '@mofan/rubric/facts-file/fact-refusal';
import { refusedFacts } from '@mofan/rubric/facts-file/refused';
import type { Scorecard } from '@mofan/rubric/scorecard';
import { YamlFault } from '@mofan/rubric-files/yaml/yaml-fault';
import { sayTrouble } from '../say.ts';
import { atPlace, readInput, unusable } from './input-file.ts';

interface PlacedFacts extends FactsFile {
  /**
   * Says which facts the table refuses and which are doubtful, one line for each in the order in which they stand in the
   * file, and sets exit code 1 where any is refused. `cards`: of all units in their order; `units`: the names of those whose facts matter, else all.
   */
  sayRefused: (rubric: CompiledRubric, cards: readonly Scorecard[], units?: readonly string[]) => void;
}

/** The facts of one unit or of many. Throws a Fault (exit code 2) at the value that is wrong. */
export const readFactsFile = (factsFile: string): PlacedFacts => {
  const file = readInput(factsFile);
  const faultAt = ({ path, named }: Pick<RefusedFact, 'path' | 'named'>, said: RefusedFact['said']): YamlFault => {
    const { line, column } = named ? file.places.ofKey(path) : file.places.at(path);
    return new YamlFault(line, column, said.zh, said.en);
  };
  const say = (told: readonly RefusedFact[]): void => {
    const faults = told.map((fact) => faultAt(fact, fact.noted ? asNote(fact.said) : fact.said));
    for (const fault of faults.toSorted((a, b) => a.line - b.line || a.column - b.column)) {
      const { zh, en } = atPlace(factsFile, fault);
      sayTrouble(zh, en);
    }
    const refused = told.filter(({ noted }) => !noted).length;
    if (refused === 0) return;
    sayTrouble(`共${refused}条事实未被接受，没有计入。`, `Facts refused: ${refused}. They do not count.`);
    process.exitCode = 1;
  };
  try {
    const facts = readFacts(file.value);
    const sayRefused: PlacedFacts['sayRefused'] = (rubric, cards, units) =>
      say(
        facts.units.flatMap((unit, n) =>
          units?.includes(unit.unit) === false ? [] : refusedFacts(rubric, unit, cards[n]!),
        ),
      );
    return { ...facts, sayRefused };
  } catch (error) {
    if (!(error instanceof FactsFault)) throw error;
    throw unusable(factsFile, faultAt(error, error.said));
  }
};

/** What refuses nothing is said as such. */
const asNote = ({ zh, en }: RefusedFact['said']): RefusedFact['said'] => ({ zh: `提示：${zh}`, en: `note: ${en}` });
