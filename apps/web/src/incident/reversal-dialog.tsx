import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../http/command.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { ProblemAlert } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { DocumentNumberField } from './document-number-field.tsx';
import { isDocumentNumber, normalised } from './document-number.ts';
import { reversalReasons } from './vocabulary.ts';

/** 撤销并还分: never without a reason from the list and the document of the outcome. */
export const ReversalDialog = ({ incidentId, onClose }: { incidentId: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState(reversalReasons[0] ?? 'entered-in-error');
  const [number, setNumber] = useState('');
  const [showFaults, setShowFaults] = useState(false);
  const reverse = useCommand('POST /api/incidents/{incidentId}/reversal', () => {
    toast(t('incident.reversed'));
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShowFaults(true);
    const outcomeDocument = normalised(number);
    if (isDocumentNumber(outcomeDocument))
      reverse.mutate({ params: { incidentId }, body: { reason, outcomeDocument } });
  };
  return (
    <Dialog title={t('incident.reverseTitle')} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p className="medium text2">{t('incident.reverseHint')}</p>
        <Field label={t('ui.reason')}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={reason}
              onChange={({ target }) => setReason(target.value as typeof reason)}
            >
              {reversalReasons.map((value) => (
                <option key={value} value={value}>
                  {t(`incident.reversalReason.${value}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <DocumentNumberField
          label={t('incident.outcomeDocument')}
          value={number}
          fault={showFaults && !isDocumentNumber(normalised(number)) ? t('incident.fault.documentNumber') : undefined}
          onChange={setNumber}
        />
        {reverse.error && <ProblemAlert error={reverse.error} what={t('ui.notDone')} safe={t('ui.nothingWritten')} />}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={reverse.isPending} data-testid="confirm-reversal">
            {t('incident.reverse')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
