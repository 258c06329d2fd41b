import { Button } from 'antd';
import type { EvidenceDetail } from '@mofan/contracts/evidence';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../http/command.ts';
import { Page } from '../ui/page.tsx';
import { Empty, Loaded, ProblemAlert } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { contentOf, faultsOf, type Draft, type RecordContext } from './draft.ts';
import { useEvidence } from './queries.ts';
import { RecordFields } from './record-fields.tsx';
import { useRecordContext } from './use-record-context.ts';

/** 补正再报: the record as it was, the reason above it, to be put right and submitted anew. */
export default function ResubmitPage() {
  const { t } = useTranslation();
  const { evidenceId = '' } = useParams();
  const evidence = useEvidence(evidenceId);
  const { context, error, refetch } = useRecordContext();
  const data = evidence.data && context ? { evidence: evidence.data, context } : undefined;
  const query = { data, error: evidence.error ?? error, refetch: () => Promise.all([evidence.refetch(), refetch()]) };
  return (
    <Page title={t('evidence.resubmitTitle')} crumb={evidence.data?.title}>
      <div className="card narrow">
        <Loaded query={query} what={t('evidence.failed')} rows={8}>
          {(loaded) =>
            loaded.evidence.status === 'returned' ? (
              <ResubmitForm {...loaded} />
            ) : (
              <Empty>{t('evidence.notReturned')}</Empty>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

const draftFrom = ({ kind, occurredOn, session, attendance, title, criteria, files }: EvidenceDetail): Draft => ({
  kind,
  occurredOn,
  session,
  present: attendance ? String(attendance.present) : '',
  due: attendance ? String(attendance.due) : '',
  title,
  criteria,
  files,
});

const ResubmitForm = ({ evidence, context }: { evidence: EvidenceDetail; context: RecordContext }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftFrom(evidence));
  const [showFaults, setShowFaults] = useState(false);
  const [uploading, setUploading] = useState(false);
  const resubmit = useCommand('POST /api/evidence/{evidenceId}/resubmission', () => {
    toast(t('evidence.resubmitted'));
    void navigate('/');
  });
  const faults = faultsOf(draft, context);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setShowFaults(true);
    if (faults.size > 0 || uploading) return;
    resubmit.mutate({ params: { evidenceId: evidence.evidenceId }, body: contentOf(draft) });
  };
  return (
    <form className="form record-form" onSubmit={send} noValidate data-testid="record-form">
      <p className="quote ochre">“{evidence.reason}”</p>
      <RecordFields
        draft={draft}
        context={context}
        faults={showFaults ? faults : new Set()}
        onChange={setDraft}
        onBusy={setUploading}
      />
      {resubmit.error && (
        <ProblemAlert error={resubmit.error} what={t('evidence.notRecorded')} safe={t('ui.draftKept')} />
      )}
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={resubmit.isPending}
        disabled={uploading}
        data-testid="record-submit"
      >
        {t('evidence.resubmit')}
      </Button>
    </form>
  );
};
