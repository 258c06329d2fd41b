import { readFacts } from '../facts-file/read.ts';
import { loadRubric } from '../load.ts';
import { select } from '../field/select.ts';
import { scoreAll, stateOfAll } from '../score.ts';
import { explainBeyond } from './beyond.ts';
import { explainTree } from './explain.ts';
import type { ExplanationTree } from './explanation.ts';
import { standingsOf } from './standing.ts';

const HEAD = {
  schema: 'mofan-rubric/2',
  id: 'small',
  version: '2026',
  title: '小表',
  source: { document: '小表', issuedBy: '办公室', printedOn: '2026-01-05' },
  rounding: { mode: 'half-up', places: 2 },
  grades: [
    { code: 'excellent', title: '优秀' },
    { code: 'qualified', title: '合格' },
    { code: 'unqualified', title: '不合格' },
  ],
  scales: {},
  metrics: [],
  evidenceKinds: [{ id: 'study', title: '集中学习', en: 'study session', group: 'other', criteria: [] }],
  documents: [],
  rulings: { proposedOn: '2026-01-05', items: [] },
};

/** The content of a table, of what differs from an empty one; numbers stand bare. */
export const smallContent = (differs: object) => ({ ...HEAD, ...differs });
export const smallTable = (differs: object) => loadRubric(smallContent(differs));

/** Why a line of the table has its figure, for one unit of the facts, which stand as in a facts file. */
export function explained(differs: object, facts: object, line: string, unit = ''): ExplanationTree {
  const rubric = smallTable(differs);
  const { units, declared } = readFacts(facts);
  const at = units.findIndex((each) => each.unit === unit);
  const all = units.map((each) => each.facts);
  const cards = scoreAll(rubric, all, 'marks', declared);
  const standings = standingsOf(rubric, units);
  const states = stateOfAll(rubric, all, 'marks', declared);
  const field = {
    units: units.map((each, n) => ({ unit: each.unit, state: states[n]! })),
    chosen: select(rubric, states, declared),
  };
  return explainTree(rubric, cards[at]!, line, (step) => standings(at, step), explainBeyond(rubric, field, at));
}
