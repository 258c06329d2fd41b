import { z } from 'zod';
import { Slug } from '@mofan/domain/kernel/message';
import { GroupScore, LeafScore, Scorecard } from '@mofan/rubric/scorecard';
import { endpoint } from './endpoint.ts';
import { EvidenceStatus, TrailEntry } from './evidence.ts';
import { FileRow } from './file.ts';
import { ChargedCase } from './incident.ts';
import { Actor, After, AsOf, CycleUnit, Instant, SearchText } from './wire.ts';

/** A unit's whole table. The texts stand in the rubric, which is read once by its hash. */
export const UnitScorecard = z.strictObject({
  cycleId: z.string(),
  unit: z.strictObject({ unitId: z.string(), name: z.string(), branchName: z.string().nullable() }),
  rubricHash: z.string(),
  asOf: z.iso.date(),
  /** when the last fact behind it was recorded; null when there is none yet */
  factsAt: Instant.nullable(),
  scorecard: Scorecard,
});
export type UnitScorecard = z.infer<typeof UnitScorecard>;

export const readScorecard = endpoint({
  method: 'GET',
  path: '/api/cycles/{cycleId}/units/{unitId}/scorecard',
  summary: '得分表',
  policy: 'scorecard.read',
  params: CycleUnit,
  query: z.strictObject({ ...After, ...AsOf }),
  response: UnitScorecard,
});

const SourceRecord = z.strictObject({
  evidenceId: z.uuid(),
  kind: z.string(),
  title: z.string(),
  occurredOn: z.iso.date(),
  session: z.int(),
  status: EvidenceStatus,
  files: z.array(FileRow),
});

/** Everything behind one figure, of a criterion, a group, the whole table or a figure beside it: 这一分从哪来. */
export const LineSource = z.strictObject({
  line: z.union([LeafScore, GroupScore]),
  /** the criterion verbatim, or the group's title */
  text: z.string(),
  /** how the line is computed, in words, in the language of the question */
  rule: z.string(),
  /** the figure as arithmetic: 12 − 1 × 1 例 = 11 */
  arithmetic: z.string(),
  /** what the rule read, each with its value: “报修件数”：50 件; empty where it reads nothing */
  inputs: z.array(z.string()),
  /** one plain sentence for the whole and one per contribution */
  sentences: z.array(z.string()),
  /** what a group is made of; empty for a criterion */
  parts: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      points: z.string(),
      floor: z.string(),
      ceiling: z.string(),
    }),
  ),
  /** the phrases of the criterion's text that spoke */
  quotes: z.array(z.string()),
  rulings: z.array(
    z.strictObject({
      id: z.string(),
      reading: z.string(),
      proposedOn: z.iso.date(),
      signed: z.strictObject({ on: z.iso.date(), by: Actor }).nullable(),
    }),
  ),
  /** at most 50, the latest first; `recordsTotal` counts all */
  records: z.array(SourceRecord),
  recordsTotal: z.int(),
  cases: z.array(ChargedCase),
  /** the events behind it in the order in which they happened; `subject` is the record's or the case's title */
  trail: z.array(TrailEntry.extend({ subjectId: z.uuid(), subject: z.string() })),
  /** what the figure was on the day before the last of these events; null where there is none */
  dayBefore: z.strictObject({ date: z.iso.date(), floor: z.string(), ceiling: z.string() }).nullable(),
});
export type LineSource = z.infer<typeof LineSource>;

export const readLineSource = endpoint({
  method: 'GET',
  path: '/api/cycles/{cycleId}/units/{unitId}/scorecard/{lineId}',
  summary: '这一分从哪来',
  policy: 'scorecard.read',
  params: CycleUnit.extend({ lineId: SearchText }),
  query: z.strictObject({ ...After, ...AsOf, language: z.enum(['zh', 'en']).default('zh') }),
  response: LineSource,
});

/** What the unit's home shows beside its scorecard. */
export const UnitHome = z.strictObject({
  cycleId: z.string(),
  unit: z.strictObject({ unitId: z.string(), name: z.string(), branchName: z.string().nullable() }),
  returned: z.array(
    z.strictObject({
      evidenceId: z.uuid(),
      title: z.string(),
      kind: z.string(),
      occurredOn: z.iso.date(),
      reason: z.string(),
      returnedAt: Instant,
      returnedBy: Actor,
    }),
  ),
  /** what counts against the unit this year; reversed cases stay visible */
  cases: z.array(ChargedCase),
  /** the counted thresholds: 2.2 集中学习 8 / 12 次 */
  counts: z.array(
    z.strictObject({
      leafId: z.string(),
      metric: z.string(),
      count: z.int(),
      least: z.int(),
      caps: z.boolean(),
      gradeAtMost: z.string(),
    }),
  ),
  /** the last record of each kind, to prefill the next: title, attendance */
  lastOfKind: z.array(
    z.strictObject({
      kind: z.string(),
      title: z.string(),
      occurredOn: z.iso.date(),
      attendance: z.strictObject({ present: z.int(), due: z.int() }).nullable(),
    }),
  ),
  /** dates of standing records of the year by kind: to warn before one session is entered twice */
  sessions: z.array(z.strictObject({ kind: z.string(), occurredOn: z.iso.date(), session: z.int() })),
});
export type UnitHome = z.infer<typeof UnitHome>;

export const readUnitHome = endpoint({
  method: 'GET',
  path: '/api/cycles/{cycleId}/units/{unitId}/home',
  summary: '单位首页',
  policy: 'scorecard.read',
  params: z.strictObject({ cycleId: Slug, unitId: Slug }),
  query: z.strictObject(After),
  response: UnitHome,
});
