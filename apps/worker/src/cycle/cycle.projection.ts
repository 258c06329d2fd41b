import type { CycleEvent, Stage } from '@mofan/domain/cycle/messages';
import { projection } from '../platform/projection.ts';

type CycleRow = {
  cycleId: string;
  year: number;
  periodFrom: string;
  periodTo: string;
  stage: Stage;
  rubricId: string;
  rubricVersion: string;
  rubricHash: string;
  participants: string[];
};

export const cycleProjection = projection<CycleRow>()<CycleEvent>({
  name: 'cycle',
  version: 1,
  keyColumn: 'cycleId',
  topic: 'cycle',
  key: ({ cycleId }) => cycleId,
  on: {
    CycleOpened: (_, { cycleId, year, from, to, rubric }) => ({
      cycleId,
      year,
      periodFrom: from,
      periodTo: to,
      stage: 'deployment',
      rubricId: rubric.id,
      rubricVersion: rubric.version,
      rubricHash: rubric.hash,
      participants: [],
    }),
    ParticipantAdmitted: (row, { unitId }) => ({ ...row, participants: [...row.participants, unitId] }),
    StageAdvanced: (row, { to }) => ({ ...row, stage: to }),
  },
});
