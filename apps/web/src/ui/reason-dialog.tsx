import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { ProblemAlert } from './states.tsx';

interface Props {
  title: string;
  hint: string;
  action: string;
  error: unknown;
  pending: boolean;
  onClose: () => void;
  onReason: (reason: string) => void;
}

/** Asks for the reason without which the step is not taken. */
export const ReasonDialog = ({ title, hint, action, error, pending, onClose, onReason }: Props) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) onReason(reason.trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field label={t('ui.reason')} hint={hint}>
          {(wiring) => (
            <textarea
              {...wiring}
              className="input"
              required
              maxLength={300}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        {error !== null && error !== undefined && (
          <ProblemAlert error={error} what={t('ui.notDone')} safe={t('ui.nothingWritten')} />
        )}
        <div className="row">
          <Button
            type="primary"
            htmlType="submit"
            loading={pending}
            disabled={!reason.trim()}
            data-testid="confirm-reason"
          >
            {action}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
