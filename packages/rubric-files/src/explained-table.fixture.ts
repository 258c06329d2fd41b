import fs from 'node:fs';
import path from 'node:path';
import type { CompiledRubric } from '@mofan/rubric/compiled';
import { explainBeyond } from '@mofan/rubric/explain/beyond';
import { explainTree } from '@mofan/rubric/explain/explain';
import type { ExplanationTree } from '@mofan/rubric/explain/explanation';
import { standingsOf } from '@mofan/rubric/explain/standing';
import { select } from '@mofan/rubric/field/select';
import { readFacts } from '@mofan/rubric/facts-file/read';
import { loadRubric } from '@mofan/rubric/load';
import { scoreAll, stateOfAll } from '@mofan/rubric/score';
import type { Scorecard } from '@mofan/rubric/scorecard';
import { readYaml } from './yaml/read-yaml.ts';

const packageFolder = path.join(import.meta.dirname, '../../rubric');
const read = (file: string): unknown => readYaml(fs.readFileSync(path.join(packageFolder, file), 'utf8')).value;

/** The folders of all tables of the repository; `rubrics` is the table of 2020. */
export const TABLES = [
  'rubrics',
  ...fs.readdirSync(path.join(packageFolder, 'tables')).map((each) => `tables/${each}`),
];

const SOME_OF_2020 = {
  marks: { 1.1: { grade: 'good', points: 6 }, 1.2: { grade: 'good', points: 8 } },
  records: { 'group-study-session': 11 },
  cases: [{ category: 'efficiency-admonition', role: 'staff', times: 14 }],
  notApplicable: { 5.4: '不是国企' },
};

/** A table with its facts as they are written, and why each unit has its figures. */
export interface ExplainedTable {
  rubric: CompiledRubric;
  written: unknown;
  trees: ExplanationTree[];
}

/** Explains every unit of a table of the repository. */
export function explainedTable(folder: string): ExplainedTable {
  const is2020 = folder === 'rubrics';
  const rubric = loadRubric(read(is2020 ? 'rubrics/yueqing-2020.yaml' : `${folder}/table.yaml`));
  const written = is2020 ? SOME_OF_2020 : read(`${folder}/facts.yaml`);
  const { units, declared } = readFacts(written);
  const standings = standingsOf(rubric, units);
  const cards = scoreAll(
    rubric,
    units.map(({ facts }) => facts),
    'marks',
    declared,
  );
  const states = stateOfAll(
    rubric,
    units.map(({ facts }) => facts),
    'marks',
    declared,
  );
  const field = {
    units: units.map(({ unit }, n) => ({ unit, state: states[n]! })),
    chosen: select(rubric, states, declared),
  };
  const explained = (card: Scorecard, n: number) =>
    explainTree(rubric, card, rubric.total.id, (step) => standings(n, step), explainBeyond(rubric, field, n));
  return { rubric, written, trees: cards.map(explained) };
}
