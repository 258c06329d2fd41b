import type { IncidentDetail } from '@mofan/contracts/incident';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRubric } from '../rubric/queries.ts';
import { deductionOf } from '../rubric/tree.ts';
import { useCycles } from '../shell/cycle.ts';
import { can, useMe } from '../shell/session.ts';

/** From a case to the figure that it counts in, for who may see the figure; or why it counts in none. */
export const CountedAt = ({ incident }: { incident: IncidentDetail }) => {
  const { cycleId, unitId, assessed } = incident;
  const { t } = useTranslation();
  const me = useMe();
  const cycle = useCycles().data?.find((each) => each.cycleId === cycleId);
  const { data } = useRubric(cycle?.rubric.hash);
  const deduction = data && deductionOf(data.rubric, incident);
  if (!assessed) return <p data-testid="not-assessed">{t('incident.notAssessed')}</p>;
  if (cycle && data && !deduction) return <p data-testid="not-deducted">{t('incident.notDeducted')}</p>;
  if (!cycle || !deduction || !can(me, 'scorecard.read')) return null;
  return (
    <p>
      <Link
        className="link"
        to={`/cycles/${cycle.cycleId}/units/${unitId}/scorecard?leaf=${deduction.leaf.id}`}
        data-testid="counted-at"
      >
        {t('incident.countedAt', { leaf: deduction.leaf.id })}
      </Link>
    </p>
  );
};
