import { useTranslation } from 'react-i18next';
import { useIncidentsToConfirm } from '../incident/queries.ts';
import { IncidentLine } from './incident-line.tsx';
import { Waiting } from './waiting.tsx';

/** The confirmer: cases that wait for this second person. */
export default function ConfirmerHome() {
  const { t } = useTranslation();
  const query = useIncidentsToConfirm({ size: 8 });
  return (
    <Waiting
      query={query}
      titleOf={(total) => t('home.toConfirm', { n: total })}
      heading={t('home.confirmations')}
      more="/confirmations"
    >
      {(incident) => (
        <IncidentLine key={incident.incidentId} incident={incident} to={`/incidents/${incident.incidentId}`} />
      )}
    </Waiting>
  );
}
