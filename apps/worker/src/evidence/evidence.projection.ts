import type { Attachment, EvidenceEvent } from '@mofan/domain/evidence/messages';
import type { EvidenceStatus } from '@mofan/domain/evidence/evidence';
import { projection, type Recorded } from '../platform/projection.ts';

type EvidenceRow = {
  evidenceId: string;
  cycleId: string;
  unitId: string;
  kind: string;
  title: string;
  occurredOn: string;
  session: number;
  present: number | null;
  due: number | null;
  criteria: string[];
  attachments: Attachment[];
  status: EvidenceStatus;
  /** why it was returned or withdrawn */
  reason: string | null;
  submittedAt: string;
  changedAt: string;
  changedBy: string;
};

type Submitted = Extract<EvidenceEvent, { type: 'EvidenceSubmitted' | 'EvidenceResubmitted' }>;

const contentOf = ({ type: _, attendance, ...content }: Submitted) => ({
  ...content,
  present: attendance?.present ?? null,
  due: attendance?.due ?? null,
});

const changed = (status: EvidenceStatus, reason: string | null, { recordedAt, actor }: Recorded) => ({
  status,
  reason,
  changedAt: recordedAt,
  changedBy: actor,
});

export const evidenceProjection = projection<EvidenceRow>()<EvidenceEvent>({
  name: 'evidence',
  version: 1,
  keyColumn: 'evidenceId',
  topic: 'evidence',
  key: ({ evidenceId }) => evidenceId,
  unitOf: ({ unitId }) => unitId,
  on: {
    EvidenceSubmitted: (_, event, recorded) => ({
      ...contentOf(event),
      ...changed('submitted', null, recorded),
      submittedAt: recorded.recordedAt,
    }),
    EvidenceResubmitted: (row, event, recorded) => ({
      ...row,
      ...contentOf(event),
      ...changed('submitted', null, recorded),
    }),
    EvidenceReturned: (row, { reason }, recorded) => ({ ...row, ...changed('returned', reason, recorded) }),
    EvidenceAccepted: (row, _, recorded) => ({ ...row, ...changed('accepted', null, recorded) }),
    EvidenceWithdrawn: (row, { reason }, recorded) => ({ ...row, ...changed('withdrawn', reason, recorded) }),
  },
});
