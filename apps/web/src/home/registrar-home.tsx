import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIncidents } from '../incident/queries.ts';
import { IncidentLine } from './incident-line.tsx';
import { Waiting } from './waiting.tsx';

/** The registrar: cases that still wait for a second person. */
export default function RegistrarHome() {
  const { t } = useTranslation();
  const query = useIncidents({ status: 'recorded', size: 8 });
  return (
    <Waiting
      query={query}
      titleOf={(total) => t('home.awaitConfirmation', { n: total })}
      heading={t('home.recorded')}
      more="/incidents?status=recorded"
      action={
        <Link className="ghost-button primary" to="/incidents/new">
          {t('incident.new')}
        </Link>
      }
    >
      {(incident) => (
        <IncidentLine key={incident.incidentId} incident={incident} to={`/incidents/${incident.incidentId}`} />
      )}
    </Waiting>
  );
}
