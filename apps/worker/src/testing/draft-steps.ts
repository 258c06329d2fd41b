import { contradictionsIn } from '@mofan/domain/rubric-draft/obstacles';
import { parseRubric } from '@mofan/rubric/content';
import type { Rubric } from '@mofan/rubric/rubric';
import fc from 'fast-check';
import { id } from './events.ts';

/** A table of one line and one reading. Each draft makes a version of its own name: two would share one row. */
const table = (draftId: string, reading: string): Rubric =>
  parseRubric({
    schema: 'mofan-rubric/2',
    id: 'small',
    version: `20${draftId.slice(-2)}`,
    title: '小表 "a" \\N',
    source: { document: '小表', issuedBy: '综合科', printedOn: '2026-01-01' },
    rounding: { mode: 'half-up', places: '1' },
    grades: [],
    scales: {},
    metrics: [],
    evidenceKinds: [{ id: 'paper', title: '材料', en: 'paper', group: 'other', criteria: ['1'] }],
    documents: [],
    children: [{ id: '1', text: '按时报送', points: '8', from: { mark: { step: '1' } } }],
    rulings: {
      proposedOn: '2026-01-02',
      items: [{ id: 'A01', on: '按时', problem: '何时', reading, alternatives: [], leaves: ['1'] }],
    },
  });

const anyDraft = fc.constantFrom(51, 52).map(id);
const edition = fc.constantFrom(1, 1, 2);
const written = fc.tuple(anyDraft, fc.constantFrom('当月', '当季\t\\.')).map(([draftId, reading]) => ({
  draftId,
  text: `reading: ${reading}\n`,
  content: table(draftId, reading),
}));

/** What people try with tables in the making. */
export const draftCommand = fc.oneof(
  written.map((each) => ({ type: 'DraftRubric' as const, basedOn: null, origin: 'import' as const, ...each })),
  fc.tuple(written, edition).map(([each, at]) => ({ type: 'ReviseRubric' as const, edition: at, ...each })),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('SignDraftRulings' as const),
      draftId: anyDraft,
      edition,
      rulings: fc.constant<string[]>(['A01']),
      office: fc.constant<string>('机关党委'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(written, edition).map(([{ draftId, content }, at]) => ({
      type: 'PublishRubric' as const,
      draftId,
      edition: at,
      content,
      contradictions: contradictionsIn(content),
    })),
  },
  fc.record({ type: fc.constant('DiscardRubricDraft' as const), draftId: anyDraft }),
);
