import { Button } from 'antd';
import type { EvidenceDetail } from '@mofan/contracts/evidence';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../http/command.ts';
import { isClosed, takesRecords, useCycles } from '../shell/cycle.ts';
import { can, useMe } from '../shell/session.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { ProblemAlert } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';

/** What the asker may do with a record where it stands now; nothing else is offered. */
export const EvidenceActions = ({ evidence }: { evidence: EvidenceDetail }) => {
  const { t } = useTranslation();
  const me = useMe();
  const [asking, setAsking] = useState<'return' | 'withdraw' | null>(null);
  const done = (said: string) => () => {
    setAsking(null);
    toast(said);
  };
  const accept = useCommand('POST /api/evidence/{evidenceId}/acceptance', done(t('evidence.accepted')));
  const giveBack = useCommand('POST /api/evidence/{evidenceId}/return', done(t('evidence.returned')));
  const withdraw = useCommand('POST /api/evidence/{evidenceId}/withdrawal', done(t('evidence.withdrawn')));

  const { data: cycles = [] } = useCycles();
  const { status, evidenceId } = evidence;
  const params = { evidenceId };
  const reviews = can(me, 'evidence.review');
  const owns = can(me, 'evidence.submit') && me.unit?.unitId === evidence.unitId;
  const cycle = cycles.find(({ cycleId }) => cycleId === evidence.cycleId);
  const takes = cycle !== undefined && takesRecords(cycle);
  const mayAccept = reviews && status === 'submitted' && cycle !== undefined && !isClosed(cycle);
  const mayReturn = reviews && takes && (status === 'submitted' || status === 'accepted');
  const mayWithdraw = owns && takes && status !== 'withdrawn';
  if (!mayAccept && !mayReturn && !mayWithdraw) return <span className="note">{t('ui.readOnly')}</span>;
  const asked = asking === 'return' ? giveBack : withdraw;
  return (
    <>
      <div className="row wrap">
        {mayAccept && (
          <Button
            type="primary"
            loading={accept.isPending}
            onClick={() => accept.mutate({ params })}
            data-testid="accept"
          >
            {t('evidence.accept')}
          </Button>
        )}
        {mayReturn && (
          <Button onClick={() => setAsking('return')} data-testid="return">
            {t('evidence.return')}
          </Button>
        )}
        {owns && takes && status === 'returned' && (
          <Link className="ghost-button primary" to={`/evidence/${evidenceId}/resubmission`}>
            {t('home.resubmit')}
          </Link>
        )}
        {mayWithdraw && (
          <Button onClick={() => setAsking('withdraw')} data-testid="withdraw">
            {t('evidence.withdraw')}
          </Button>
        )}
      </div>
      {accept.error && (
        <ProblemAlert error={accept.error} what={t('evidence.notAccepted')} safe={t('ui.nothingWritten')} />
      )}
      {asking && (
        <ReasonDialog
          title={t(asking === 'return' ? 'evidence.returnTitle' : 'evidence.withdrawTitle')}
          hint={t(asking === 'return' ? 'evidence.returnHint' : 'evidence.withdrawHint')}
          action={t(asking === 'return' ? 'evidence.return' : 'evidence.withdraw')}
          error={asked.error}
          pending={asked.isPending}
          onClose={() => setAsking(null)}
          onReason={(reason) => asked.mutate({ params, body: { reason } })}
        />
      )}
    </>
  );
};
