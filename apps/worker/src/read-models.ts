import { eventTypes } from '@mofan/domain/events';
import { cycleProjection } from './cycle/cycle.projection.ts';
import { evidenceProjection } from './evidence/evidence.projection.ts';
import { incidentProjection } from './incident/incident.projection.ts';
import { notify } from './notification/notify.processor.ts';
import { rubricDraftProjection } from './rubric/rubric-draft.projection.ts';
import { rubricVersionProjection } from './rubric/rubric-version.projection.ts';
import { signedRulingsProjection } from './ruling/signed-rulings.projection.ts';
import { recomputeScorecard } from './scorecard/recompute-scorecard.processor.ts';
import { unitProjection } from './unit/unit.projection.ts';

/** Every read model and every processor of the system. A new feature adds its own here. */
export const projections = [
  unitProjection,
  cycleProjection,
  signedRulingsProjection,
  rubricDraftProjection,
  rubricVersionProjection,
  evidenceProjection,
  incidentProjection,
];

export const processors = [recomputeScorecard, notify];

/** A worker that would pass over an event type must not start: nobody would notice what is missing. */
export const mustDeclareEveryEvent = (): void => {
  const declared = new Set(projections.flatMap(({ types }) => [...types]));
  const missing = [...eventTypes].filter((type) => !declared.has(type));
  const unknown = [...declared].filter((type) => !eventTypes.has(type));
  if (missing.length > 0) throw new Error(`no read model declares ${missing.join(', ')}`);
  if (unknown.length > 0) throw new Error(`read models declare events that do not exist: ${unknown.join(', ')}`);
};
