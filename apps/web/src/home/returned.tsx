import type { UnitHome } from '@mofan/contracts/scorecard';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayOf, monthDay } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Status } from '../ui/status.tsx';

/** 退回的: with the reason, and the way to put it right. */
export const Returned = ({ records }: { records: UnitHome['returned'] }) => {
  const { t } = useTranslation();
  return (
    <section className="card returned" aria-labelledby="returned">
      <header>
        <Icon name="back" />
        <h2 id="returned">{t('home.returned')}</h2>
        <small>{t('home.items', { n: records.length })}</small>
      </header>
      {records.map(({ evidenceId, title, reason, returnedAt, returnedBy }) => (
        <div key={evidenceId} className="line" data-testid="returned-record">
          <div className="when">
            <b>{monthDay(dayOf(returnedAt))}</b>
            <span className="note">{t('home.returnedOn')}</span>
          </div>
          <div className="grow">
            <div className="title">
              {title}
              <Status icon="back" tone="ochre">
                {t('evidence.status.returned')}
              </Status>
            </div>
            <div className="medium text2">
              “{reason}” <span className="text3">—— {returnedBy.name}</span>
            </div>
          </div>
          <Link className="ghost-button" to={`/evidence/${evidenceId}/resubmission`}>
            {t('home.resubmit')}
          </Link>
        </div>
      ))}
    </section>
  );
};
