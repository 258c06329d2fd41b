import { z } from 'zod';
import { codec } from '../kernel/codec.ts';
import { BusinessDate, message, Slug } from '../kernel/message.ts';

/** 部署 → 跟踪 → 自评 → 评审 → 审定 → 公示 → 定案 → 归档 */
export const stages = [
  'deployment',
  'tracking',
  'self-assessment',
  'review',
  'evaluation',
  'public-notice',
  'finalised',
  'archived',
] as const;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;

/** SHA-256 of the rubric's canonical content, in hex */
export const RubricHash = z.string().regex(/^[0-9a-f]{64}$/);

const cycleId = Slug;
const opening = {
  cycleId,
  year: z.int().min(2000).max(2199),
  from: BusinessDate,
  to: BusinessDate,
  rubric: z.strictObject({ id: z.string().min(1).max(64), version: z.string().min(1).max(16), hash: RubricHash }),
};
const admission = { cycleId, unitId: Slug };

/** `units`: who is assessed from the first day on; others are admitted later. */
export const OpenCycle = message('OpenCycle', { ...opening, units: z.array(Slug).max(500).optional() });
export const AdmitParticipant = message('AdmitParticipant', admission);
export const AdvanceStage = message('AdvanceStage', { cycleId, to: Stage });
export const CycleCommand = z.discriminatedUnion('type', [OpenCycle, AdmitParticipant, AdvanceStage]);
export type CycleCommand = z.infer<typeof CycleCommand>;

export const CycleOpened = message('CycleOpened', opening);
export const ParticipantAdmitted = message('ParticipantAdmitted', admission);
export const StageAdvanced = message('StageAdvanced', { cycleId, from: Stage, to: Stage });
export const CycleEvent = z.discriminatedUnion('type', [CycleOpened, ParticipantAdmitted, StageAdvanced]);
export type CycleEvent = z.infer<typeof CycleEvent>;

export const cycleEvents = codec(CycleEvent);
