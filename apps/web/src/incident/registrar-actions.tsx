import { Button } from 'antd';
import type { IncidentDetail } from '@mofan/contracts/incident';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../http/command.ts';
import { can, useMe } from '../shell/session.ts';
import { ProblemAlert } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { ReversalDialog } from './reversal-dialog.tsx';

/** 更正, 撤回 while nothing counts yet, 撤销并还分 once it does. */
export const RegistrarActions = ({ incident }: { incident: IncidentDetail }) => {
  const { t } = useTranslation();
  const me = useMe();
  const [reversing, setReversing] = useState(false);
  const withdraw = useCommand('POST /api/incidents/{incidentId}/withdrawal', () => toast(t('incident.withdrawn')));
  const { incidentId, status, cycleId } = incident;
  if (!can(me, 'incident.record') || (status !== 'recorded' && status !== 'confirmed')) return null;
  // a corrected case counts as it was until the correction is confirmed
  const counts = status === 'confirmed' || cycleId !== null;
  return (
    <section className="card" style={{ padding: '12px 14px' }} aria-label={t('incident.actions')}>
      <div className="row wrap">
        <Link className="ghost-button" style={{ minHeight: 32 }} to={`/incidents/${incidentId}/correction`}>
          {t('incident.correct')}
        </Link>
        {counts ? (
          <Button onClick={() => setReversing(true)} data-testid="reverse">
            {t('incident.reverse')}
          </Button>
        ) : (
          <Button
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ params: { incidentId } })}
            data-testid="withdraw"
          >
            {t('incident.withdraw')}
          </Button>
        )}
      </div>
      {withdraw.error && <ProblemAlert error={withdraw.error} what={t('ui.notDone')} safe={t('ui.nothingWritten')} />}
      {reversing && <ReversalDialog incidentId={incidentId} onClose={() => setReversing(false)} />}
    </section>
  );
};
