import type { RubricDraftDetail } from '@mofan/contracts/rubric-draft';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../http/command.ts';
import { can, useMe } from '../shell/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemAlert } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';

/** What may be done with an open draft; neither step can be taken back, so each is asked about. */
export const DraftActions = ({ draft }: { draft: RubricDraftDetail }) => {
  const { t } = useTranslation();
  const me = useMe();
  const [asking, ask] = useState<'publish' | 'discard' | null>(null);
  const done = (said: string) => {
    ask(null);
    toast(said);
  };
  const publish = useCommand('POST /api/rubric-drafts/{draftId}/publication', () => done(t('rubric.published')));
  const discard = useCommand('POST /api/rubric-drafts/{draftId}/discard', () => done(t('rubric.discarded')));
  const { draftId, edition } = draft;
  const params = { draftId };
  const { title, version } = draft;
  return (
    <div className="row no-print">
      {can(me, 'rubric.draft') && <Button onClick={() => ask('discard')}>{t('rubric.discard')}</Button>}
      {can(me, 'rubric.publish') && (
        <Button
          type="primary"
          disabled={draft.obstacles.length > 0}
          onClick={() => ask('publish')}
          data-testid="publish"
        >
          {t('rubric.publish')}
        </Button>
      )}
      {asking === 'publish' && (
        <Confirm
          title={t('rubric.publishTitle', { title, version })}
          hint={t('rubric.publishHint')}
          action={t('rubric.publish')}
          command={publish}
          onConfirm={() => publish.mutate({ params, body: { edition } })}
          onClose={() => ask(null)}
        />
      )}
      {asking === 'discard' && (
        <Confirm
          title={t('rubric.discardTitle', { title, version })}
          hint={t('rubric.discardHint')}
          action={t('rubric.discard')}
          command={discard}
          onConfirm={() => discard.mutate({ params })}
          onClose={() => ask(null)}
        />
      )}
    </div>
  );
};

interface ConfirmProps {
  title: string;
  hint: string;
  action: string;
  command: { error: unknown; isPending: boolean };
  onConfirm: () => void;
  onClose: () => void;
}

const Confirm = ({ title, hint, action, command, onConfirm, onClose }: ConfirmProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="form">
        <p className="medium text2">{hint}</p>
        {command.error !== null && (
          <ProblemAlert error={command.error} what={t('ui.notDone')} safe={t('ui.nothingWritten')} />
        )}
        <div className="row">
          <Button type="primary" loading={command.isPending} onClick={onConfirm} data-testid="confirm">
            {action}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
};
