import type { CompiledRubric } from '@mofan/rubric/compiled';
import { explainLeaf } from '@mofan/rubric/explain/explain';
import type { UnitFacts } from '@mofan/rubric/facts';
import { loadRubric } from '@mofan/rubric/load';
import { RubricError } from '@mofan/rubric/rubric-error';
import { score } from '@mofan/rubric/score';
import type { Scorecard } from '@mofan/rubric/scorecard';
import { Fault } from '../fault.ts';
import { sayTrouble } from '../say.ts';
import { FactsFile } from './facts-file.ts';
import { offsetAt, readJson, unusable, type JsonFile } from './read-json.ts';
import { refusingRubric } from './rubric-file.ts';

/** Prints the scorecard as JSON. Exit code 1 when the rules refuse one of the facts, 2 when a file cannot be used. */
export const runScore = (rubricFile: string, factsFile: string): void => {
  const { scorecard } = scoreFiles(rubricFile, factsFile);
  print(scorecard);
  const refused = refusals(scorecard);
  if (refused.length === 0) return;
  sayTrouble(`细则不接受：${refused.join('；')}`, `Refused by the rules: ${refused.join('; ')}`);
  process.exitCode = 1;
};

/** Prints the explanation of one criterion as JSON. Exit code 1 for an unknown criterion. */
export const runExplain = (rubricFile: string, factsFile: string, leaf: string): void => {
  const { rubric, scorecard } = scoreFiles(rubricFile, factsFile);
  try {
    print(explainLeaf(rubric, scorecard, leaf));
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    throw new Fault(`细则中没有 ${leaf} 这一项。`, error.message);
  }
};

const scoreFiles = (rubricFile: string, factsFile: string): { rubric: CompiledRubric; scorecard: Scorecard } => {
  const file = readJson(rubricFile);
  const rubric = refusingRubric(file, () => loadRubric(file.value));
  return { rubric, scorecard: score(rubric, readFacts(readJson(factsFile)), 'marks') };
};

const readFacts = (file: JsonFile): UnitFacts => {
  const parsed = FactsFile.safeParse(file.value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  const where = path.join('.') || '(root)';
  throw unusable(file, offsetAt(file, path), `事实文件有误（${where}）`, `${where}: ${issue?.message ?? 'malformed'}`);
};

const refusals = ({ leaves }: Scorecard): string[] =>
  leaves.flatMap(({ id, contributions }) =>
    contributions.flatMap((each) => (each.kind === 'refused' ? [`${id} ${each.fact} (${each.reason})`] : [])),
  );

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
