import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useEvidenceList } from '../evidence/queries.ts';
import { useCycle } from '../shell/cycle.ts';
import { dayOf, monthDay } from '../ui/format.ts';
import { Waiting } from './waiting.tsx';

/** The clerk: records that wait for review. */
export default function ClerkHome() {
  const { t } = useTranslation();
  const { cycle } = useCycle();
  const query = useEvidenceList(cycle ? { cycleId: cycle.cycleId, status: 'submitted', size: 8 } : null);
  return (
    <Waiting
      query={query}
      titleOf={(total) => t('home.toReview', { n: total })}
      heading={t('home.review')}
      more="/evidence?status=submitted"
    >
      {({ evidenceId, title, unitName, submittedAt, criteria }) => (
        <div key={evidenceId} className="line">
          <div className="when">
            <b>{monthDay(dayOf(submittedAt))}</b>
          </div>
          <div className="grow">
            <div className="title">{title}</div>
            <div className="note">
              {unitName} · {criteria.join('、')}
            </div>
          </div>
          <Link className="ghost-button" to={`/evidence/${evidenceId}?status=submitted`}>
            {t('home.open')}
          </Link>
        </div>
      )}
    </Waiting>
  );
}
