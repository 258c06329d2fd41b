import type { IncidentDetail } from '@mofan/contracts/incident';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { moment } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { Trail } from '../ui/trail.tsx';
import { ConfirmAction } from './confirm-action.tsx';
import { CountedAt } from './counted-at.tsx';
import { IncidentStatus } from './incident-status.tsx';
import { useIncident } from './queries.ts';
import { RegistrarActions } from './registrar-actions.tsx';

/** One case: what was decided, what became of it, and the next step for whoever may take it. */
export default function IncidentPage() {
  const { t } = useTranslation();
  const { incidentId = '' } = useParams();
  const query = useIncident(incidentId);
  const { data } = query;
  const title = data ? `${data.documentNumber} · ${t(`incident.status.${data.status}`)}` : t('incident.one');
  return (
    <Page title={title} crumb={data?.unitName}>
      <Loaded query={query} what={t('incident.failed')} rows={8}>
        {(incident) => (
          <div className="form narrow" data-testid="incident" data-status={incident.status}>
            <section className="card" style={{ padding: '12px 14px' }}>
              <p style={{ marginBottom: 8 }}>
                <IncidentStatus status={incident.status} />
              </p>
              <Facts incident={incident} />
            </section>
            <CountedAt incident={incident} />
            <ConfirmAction incident={incident} />
            <RegistrarActions incident={incident} />
            <section className="card">
              <header>
                <h2>{t('scorecard.trail')}</h2>
              </header>
              <div style={{ padding: '12px 14px 4px' }}>
                <Trail entries={incident.trail} />
              </div>
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const Facts = ({ incident }: { incident: IncidentDetail }) => {
  const { t } = useTranslation();
  const { unitName, category, role, documentNumber, actOn, effectiveOn, learnedOn, recordedAt, late } = incident;
  return (
    <dl className="details">
      <dt>{t('incident.unit')}</dt>
      <dd>{unitName}</dd>
      <dt>{t('incident.categoryTitle')}</dt>
      <dd>{t(`incident.category.${category}`)}</dd>
      <dt>{t('incident.roleTitle')}</dt>
      <dd>{t(`incident.role.${role}`)}</dd>
      <dt>{t('incident.documentNumber')}</dt>
      <dd>{documentNumber}</dd>
      <dt>{t('incident.actOn')}</dt>
      <dd>{actOn}</dd>
      <dt>{t('incident.effectiveOn')}</dt>
      <dd>
        {effectiveOn}
        {late && ` · ${t('incident.late')}`}
      </dd>
      <dt>{t('incident.learnedOn')}</dt>
      <dd>{learnedOn}</dd>
      <dt>{t('incident.recordedAt')}</dt>
      <dd>{moment(recordedAt)}</dd>
    </dl>
  );
};
