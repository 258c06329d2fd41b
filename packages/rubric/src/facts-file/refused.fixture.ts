import { loadRubric } from '../load.ts';
import { score } from '../score.ts';
import { readFacts } from './read.ts';
import type { RefusedFact } from './fact-refusal.ts';
import { refusedFacts } from './refused.ts';

const rubric = loadRubric({
  schema: 'mofan-rubric/2',
  id: 'hall',
  version: '2026',
  title: '大厅',
  source: { document: '大厅', issuedBy: '办公室', printedOn: '2026-01-01' },
  points: 70,
  rounding: { mode: 'half-up', places: 1 },
  grades: [
    { code: 'good', title: '优秀' },
    { code: 'poor', title: '不合格' },
  ],
  scales: {
    judged: {
      step: 1,
      bands: [
        { grade: 'good', from: 6, to: 10 },
        { grade: 'poor', from: 0, below: 6 },
      ],
    },
  },
  metrics: [],
  inputs: [
    { id: 'rate', title: '满意率', kind: 'number', unit: '%', least: 0, most: 100 },
    { id: 'share', title: '占比', kind: 'number', least: 0, most: 1 },
    { id: 'visits', title: '人次', kind: 'number', unit: '人次', least: 0, most: 1000000 },
    { id: 'income', title: '收入', kind: 'number', unit: '万元', least: 0, most: 1000 },
    { id: 'moved', title: '搬迁', kind: 'statement' },
  ],
  categories: [{ id: 'event', title: '不良事件' }],
  roles: [{ id: 'nurse', title: '护士' }],
  evidenceKinds: [{ id: 'study', title: '学习', en: 'study', group: 'other', criteria: [] }],
  documents: [],
  figures: [{ id: 'beside', text: '折算', from: { formula: 'rate / 2' } }],
  children: [
    { id: 'A1', text: '台账', points: 10, from: { mark: { step: 1 } } },
    { id: 'A2', text: '环境', points: 10, from: { mark: { scale: 'judged' } } },
    { id: 'B1', text: '资质', points: 10, from: { mark: { values: [0, 4, 10] } } },
    { id: 'B2', text: '完成', points: 10, from: { mark: { percent: 5 } } },
    {
      id: 'C1',
      text: '迟到',
      points: 10,
      from: {
        cases: {
          charge: 'every',
          deduct: [
            { id: 'late', title: '迟到', category: 'late', role: 'head', per: 'case', points: 1 },
            { id: 'event', title: '护士责任', category: 'event', role: 'nurse', per: 'case', points: 2 },
          ],
        },
      },
    },
    {
      id: 'C2',
      text: '投票',
      points: 10,
      from: {
        votes: {
          options: [
            { code: 'yes', title: '满意', worth: 10 },
            { code: 'no', title: '不满意', worth: 0 },
          ],
        },
      },
    },
    {
      id: 'C3',
      text: '测评',
      points: 10,
      from: {
        votes: {
          options: [{ code: 'yes', title: '满意', worth: 10 }],
          groups: [{ id: 'staff', title: '职工', weight: 1 }],
        },
      },
    },
  ],
  rulings: { proposedOn: '2026-01-01', items: [] },
});

/** The facts of the first unit that the small table refuses. */
export const refusedIn = (facts: object): RefusedFact[] => {
  const unit = readFacts(facts).units[0]!;
  return refusedFacts(rubric, unit, score(rubric, unit.facts, 'marks'));
};
