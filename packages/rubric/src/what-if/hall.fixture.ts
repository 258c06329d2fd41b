import { readFacts } from '../facts-file/read.ts';
import { loadRubric } from '../load.ts';
import { type WhatIf, whatIf } from './what-if.ts';

const mark = { mark: { step: '1' } };

/** A weighted table with grades by bands, an indicator that may not apply, and one selection. */
export const table = {
  schema: 'mofan-rubric/2',
  id: 'hall',
  version: '2026',
  title: '窗口考核',
  source: { document: '办法', issuedBy: '办公室', printedOn: '2026-01-05' },
  points: '100',
  rounding: { mode: 'half-up', places: '1' },
  grades: [
    { code: 'excellent', title: '优秀' },
    { code: 'good', title: '良好' },
    { code: 'poor', title: '较差' },
  ],
  scales: {},
  inputs: [{ id: 'praise', title: '表扬数', kind: 'number', least: '0', most: '99' }],
  metrics: [],
  evidenceKinds: [],
  documents: [],
  notApplicable: 'rescale' as string | undefined,
  from: { combine: { by: 'weighted' } },
  steps: [
    { round: { mode: 'half-up', places: '1' } },
    {
      band: [
        { from: '90', grade: 'excellent' },
        { from: '60', below: '90', grade: 'good' },
        { below: '60', grade: 'poor' },
      ],
    },
  ],
  children: [
    { id: 'A', text: '业务', points: '100', weight: '60%', notApplicable: 'exclude', from: mark },
    {
      id: 'B',
      text: '纪律',
      points: '100',
      weight: '40%',
      from: {
        cases: {
          charge: 'every',
          deduct: [{ id: 'late', title: '迟到', category: 'late', per: 'occurrence', points: '10' }],
        },
      },
      steps: [{ clamp: { least: '0' } }],
    },
  ],
  figures: [{ id: 'F', text: '折半', from: { formula: "line('B') / 2" } }],
  selections: [
    {
      id: 'best',
      title: '先进',
      eligible: "line('hall') >= 60",
      order: [
        { by: "line('hall')", best: 'highest' },
        { by: 'praise', best: 'highest' },
      ],
      places: '1',
    },
  ],
  rulings: { proposedOn: '2026-01-05', items: [] },
};
export type Table = typeof table;

export const FACTS = {
  units: {
    east: { marks: { A: 92 }, cases: [{ category: 'late' }], numbers: { praise: 1 } },
    west: { marks: { A: 84 }, numbers: { praise: 5 } },
    port: { marks: { A: 50 }, cases: [{ category: 'late', times: 4 }], numbers: { praise: 0 } },
  },
};

const load = (edit: (table: Table) => unknown) => {
  const copy = JSON.parse(JSON.stringify(table)) as Table;
  edit(copy);
  return loadRubric(copy);
};
/** The hall's table, as it is or itself edited, and the same with an edit, over facts. */
export const ask = (
  edit: (table: Table) => unknown,
  facts: object = FACTS,
  older: (table: Table) => unknown = () => undefined,
): WhatIf => {
  const { units, declared } = readFacts(facts);
  return whatIf(load(older), load(edit), units, declared);
};
export const unitIn = (asked: WhatIf, name: string) => asked.units.find(({ unit }) => unit === name)!;
/** The reasons why a unit moves. */
export const reasons = (asked: WhatIf, name: string) => unitIn(asked, name).because.map((n) => asked.changes[n]!.zh);
/** The reason why the selection makes something else of a unit. */
export const chosenBecause = (asked: WhatIf, name: string) =>
  asked.selections[0]!.moves.find(({ units }) => units.some(({ unit }) => unit === name))!.because.map(
    (n) => asked.changes[n]!.zh,
  );
export const movers = ({ units }: WhatIf) => units.filter(({ moved }) => moved).map(({ unit }) => unit);
