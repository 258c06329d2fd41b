import { parseRubric } from '@mofan/rubric/content';
import type { Rubric } from '@mofan/rubric/rubric';

const TABLE = {
  schema: 'mofan-rubric/2',
  id: 'small',
  version: '2026',
  title: '小表',
  source: { document: '小表', issuedBy: '综合科', printedOn: '2026-01-01' },
  rounding: { mode: 'half-up', places: '1' },
  grades: [
    { code: 'good', title: '好' },
    { code: 'bad', title: '差' },
  ],
  scales: {
    judged: {
      step: '1',
      bands: [
        { grade: 'good', from: { minus: '3' }, to: { minus: '0' } },
        { grade: 'bad', from: '0', to: { minus: '2' } },
      ],
    },
  },
  metrics: [],
  evidenceKinds: [{ id: 'paper', title: '材料', en: 'paper', group: 'other', criteria: ['1'] }],
  documents: [],
  children: [{ id: '1', text: '按时报送材料。（8分）', points: '8', from: { mark: { scale: 'judged' } } }],
  rulings: {
    proposedOn: '2026-01-02',
    items: [
      {
        id: 'A01',
        on: '“好”与“差”的界限',
        problem: '5至6分两档重叠',
        reading: '5分以下为差',
        alternatives: ['从高'],
        leaves: ['1'],
        patch: {
          scales: {
            judged: {
              bands: [
                { grade: 'good', from: '5', to: '8' },
                { grade: 'bad', from: '0', to: '4' },
              ],
            },
          },
        },
      },
    ],
  },
};

/** One line whose two grades overlap, and the reading that parts them. */
export const table = (change: Partial<Record<keyof Rubric, unknown>> = {}): Rubric =>
  parseRubric({ ...TABLE, ...change });

/** The same without any reading: the overlap stays open. */
export const unread = table({ rulings: { proposedOn: '2026-01-02', items: [] } });
