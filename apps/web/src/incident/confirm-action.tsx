import { Button } from 'antd';
import type { IncidentDetail } from '@mofan/contracts/incident';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../http/command.ts';
import { useRubric } from '../rubric/queries.ts';
import { deductionOf } from '../rubric/tree.ts';
import { useCycle, useCycles } from '../shell/cycle.ts';
import { can, useMe } from '../shell/session.ts';
import { loss } from '../ui/format.ts';
import { ProblemAlert } from '../ui/states.tsx';
import { Status } from '../ui/status.tsx';
import { toast } from '../ui/toast.tsx';

/** What a confirmation will do, in plain words, and the button. Not for who entered the case. */
export const ConfirmAction = ({ incident }: { incident: IncidentDetail }) => {
  const { t } = useTranslation();
  const me = useMe();
  const { cycle: shown } = useCycle();
  const { effectiveOn } = incident;
  const own = useCycles().data?.find(({ from, to }) => from <= effectiveOn && effectiveOn <= to);
  const rubric = useRubric((own ?? shown)?.rubric.hash).data?.rubric;
  const deduction = rubric && deductionOf(rubric, incident);
  const confirm = useCommand('POST /api/incidents/{incidentId}/confirmation', () =>
    toast(t(rubric && !deduction ? 'incident.confirmedAlone' : 'incident.confirmed')),
  );
  if (incident.status !== 'recorded') return null;
  if (incident.ownEntry) {
    return (
      <section className="card" style={{ padding: '12px 14px' }}>
        <Status icon="lock">{t('incident.ownEntry')}</Status>
      </section>
    );
  }
  if (!can(me, 'incident.confirm')) return null;

  return (
    <section className="card" aria-labelledby="confirm-heading">
      <header>
        <h2 id="confirm-heading">{t('incident.confirmTitle')}</h2>
      </header>
      <div className="form" style={{ padding: '12px 14px' }}>
        <ul className="medium effects">
          <li>{t('incident.effectUnit', { unit: incident.unitName })}</li>
          {deduction && (
            <li>
              {t('incident.effectPoints', { leaf: deduction.leaf.id })}{' '}
              <b className="plum">{loss(deduction.rate.points)}</b>{' '}
              <span className="text3">“{deduction.rate.quote}”</span>
            </li>
          )}
          {rubric && !deduction && <li>{t('incident.notDeducted')}</li>}
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
