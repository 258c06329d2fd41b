import type { IncidentRow } from '@mofan/contracts/incident';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayOf, monthDay } from '../ui/format.ts';

/** A case that waits for its second person. */
export const IncidentLine = ({ incident, to }: { incident: IncidentRow; to: string }) => {
  const { t } = useTranslation();
  const { unitName, category, role, documentNumber, recordedAt } = incident;
  return (
    <div className="line">
      <div className="when">
        <b>{monthDay(dayOf(recordedAt))}</b>
      </div>
      <div className="grow">
        <div className="title">
          {unitName} · {t(`incident.category.${category}`)}
        </div>
        <div className="note">
          {t(`incident.role.${role}`)} · {documentNumber}
        </div>
      </div>
      <Link className="ghost-button" to={to}>
        {t('home.open')}
      </Link>
    </div>
  );
};
