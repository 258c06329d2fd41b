import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../http/command.ts';
import { uuid } from '../http/uuid.ts';
import { useMe } from '../shell/session.ts';
import { Page } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import '../evidence/record-form.css';
import { emptyDraft } from './draft.ts';
import { IncidentForm } from './incident-form.tsx';

/** 登记: the first of two persons. */
export default function NewIncidentPage() {
  const { t } = useTranslation();
  const { today } = useMe();
  const navigate = useNavigate();
  const incidentId = useRef(uuid());
  const record = useCommand('POST /api/incidents', ({ body }) => {
    toast(t('incident.recorded'));
    void navigate(`/incidents/${body.incidentId}`);
  });
  return (
    <Page title={t('incident.newTitle')} crumb={t('incident.register')}>
      <div className="card narrow">
        <IncidentForm
          initial={emptyDraft(today)}
          action={t('incident.submit')}
          pending={record.isPending}
          error={record.error}
          onDetails={(details) => record.mutate({ body: { incidentId: incidentId.current, ...details } })}
        />
      </div>
    </Page>
  );
}
