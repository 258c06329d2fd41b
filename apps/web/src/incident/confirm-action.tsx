import { Button } from 'antd';
import type { IncidentDetail } from '@mofan/contracts/incident';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../http/command.ts';
import { useRubric } from '../rubric/queries.ts';
import { deductedIn } from '../rubric/tree.ts';
import { useCycle } from '../shell/cycle.ts';
import { can, useMe } from '../shell/session.ts';
import { loss } from '../ui/format.ts';
import { ProblemAlert } from '../ui/states.tsx';
import { Status } from '../ui/status.tsx';
import { toast } from '../ui/toast.tsx';

/** What a confirmation will do, in plain words, and the button. Not for who entered the case. */
export const ConfirmAction = ({ incident }: { incident: IncidentDetail }) => {
  const { t } = useTranslation();
  const me = useMe();
  const { cycle } = useCycle();
  const rubric = useRubric(cycle?.rubric.hash).data?.rubric;
  const confirm = useCommand('POST /api/incidents/{incidentId}/confirmation', () => toast(t('incident.confirmed')));
  if (incident.status !== 'recorded') return null;
  if (incident.ownEntry) {
    return (
      <section className="card" style={{ padding: '12px 14px' }}>
        <Status icon="lock">{t('incident.ownEntry')}</Status>
      </section>
    );
  }
  if (!can(me, 'incident.confirm')) return null;

  const deducted = rubric && deductedIn(rubric);
  const rates = deducted?.from.cases?.deduct ?? [];
  const rate = rates.find(
    ({ category, role }) => category === incident.category && (role === undefined || role === incident.role),
  );
  return (
    <section className="card" aria-labelledby="confirm-heading">
      <header>
        <h2 id="confirm-heading">{t('incident.confirmTitle')}</h2>
      </header>
      <div className="form" style={{ padding: '12px 14px' }}>
        <ul className="medium effects">
          <li>{t('incident.effectUnit', { unit: incident.unitName })}</li>
          {deducted && rate && (
            <li>
              {t('incident.effectPoints', { leaf: deducted.id })} <b className="plum">{loss(rate.points)}</b>{' '}
              <span className="text3">“{rate.quote}”</span>
            </li>
          )}
          <li>{t('incident.effectYear', { date: incident.effectiveOn })}</li>
          <li>{t('incident.effectAct')}</li>
        </ul>
        {confirm.error && (
          <ProblemAlert error={confirm.error} what={t('incident.notConfirmed')} safe={t('ui.nothingWritten')} />
        )}
        <div>
          <Button
            type="primary"
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ params: { incidentId: incident.incidentId } })}
            data-testid="confirm"
          >
            {t('incident.confirm')}
          </Button>
        </div>
      </div>
    </section>
  );
};
