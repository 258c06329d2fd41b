import type { IncidentDetail } from '@mofan/contracts/incident';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../http/command.ts';
import { Page } from '../ui/page.tsx';
import { Empty, Loaded } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import '../evidence/record-form.css';
import { IncidentForm } from './incident-form.tsx';
import { useIncident } from './queries.ts';

/** 更正: entered anew by the registrar, and confirmed anew by a second person. */
export default function CorrectIncidentPage() {
  const { t } = useTranslation();
  const { incidentId = '' } = useParams();
  const query = useIncident(incidentId);
  return (
    <Page title={t('incident.correctTitle')} crumb={query.data?.documentNumber}>
      <div className="card narrow">
        <Loaded query={query} what={t('incident.failed')} rows={8}>
          {(incident) => <Correction incident={incident} />}
        </Loaded>
      </div>
    </Page>
  );
}

const Correction = ({ incident }: { incident: IncidentDetail }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { incidentId, personRef, actRef, status } = incident;
  const correct = useCommand('POST /api/incidents/{incidentId}/correction', () => {
    toast(t('incident.corrected'));
    void navigate(`/incidents/${incidentId}`);
  });
  if (!personRef || !actRef || (status !== 'recorded' && status !== 'confirmed'))
    return <Empty>{t('incident.cannotCorrect')}</Empty>;
  return (
    <IncidentForm
      initial={{ ...incident, relation: 'new', earlier: '' }}
      kept={{ personRef, actRef }}
      action={t('incident.correct')}
      pending={correct.isPending}
      error={correct.error}
      onDetails={(details) => correct.mutate({ params: { incidentId }, body: details })}
    />
  );
};
