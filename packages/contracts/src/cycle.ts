import { z } from 'zod';
import { AdmitParticipant, AdvanceStage, OpenCycle, Stage } from '@mofan/domain/cycle/messages';
import { UnitKind } from '@mofan/domain/unit/messages';
import { endpoint } from './endpoint.ts';
import { After, AsOf, CycleId, Recorded } from './wire.ts';

export const CycleRow = z.strictObject({
  cycleId: z.string(),
  year: z.int(),
  from: z.iso.date(),
  to: z.iso.date(),
  stage: Stage,
  rubric: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
});
export type CycleRow = z.infer<typeof CycleRow>;

/** Latest first. */
export const listCycles = endpoint({
  method: 'GET',
  path: '/api/cycles',
  summary: '考核年度',
  policy: 'cycle.read',
  query: z.strictObject(After),
  response: z.array(CycleRow),
});

export const openCycle = endpoint({
  method: 'POST',
  path: '/api/cycles',
  summary: '开启年度',
  policy: 'cycle.manage',
  command: true,
  body: OpenCycle.omit({ type: true }),
  response: Recorded,
});

export const admitParticipant = endpoint({
  method: 'POST',
  path: '/api/cycles/{cycleId}/participants',
  summary: '纳入考核',
  policy: 'cycle.manage',
  command: true,
  params: CycleId,
  body: AdmitParticipant.omit({ type: true, cycleId: true }),
  response: Recorded,
});

export const advanceStage = endpoint({
  method: 'POST',
  path: '/api/cycles/{cycleId}/stage',
  summary: '进入下一阶段',
  policy: 'cycle.manage',
  command: true,
  params: CycleId,
  body: AdvanceStage.omit({ type: true, cycleId: true }),
  response: Recorded,
});

/** How many of an item's criteria that take evidence have some. No sum per unit, no order by it. */
const CoverageCell = z.strictObject({
  itemId: z.string(),
  covered: z.int(),
  coverable: z.int(),
  /** a record of the item has been returned and waits for the unit */
  returned: z.boolean(),
});

export const Overview = z.strictObject({
  asOf: z.iso.date(),
  /** participants in the organisational order */
  units: z.array(
    z.strictObject({ unitId: z.string(), name: z.string(), kind: UnitKind, cells: z.array(CoverageCell) }),
  ),
});
export type Overview = z.infer<typeof Overview>;

export const readOverview = endpoint({
  method: 'GET',
  path: '/api/cycles/{cycleId}/overview',
  summary: '年度进度：单位 × 项目的佐证覆盖',
  policy: 'overview.read',
  params: CycleId,
  query: z.strictObject({ ...After, ...AsOf }),
  response: Overview,
});
