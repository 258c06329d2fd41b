import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../shell/session.ts';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/field.tsx';
import { ProblemAlert } from '../ui/states.tsx';
import { detailsOf, faultsOf, type IncidentDetails, type IncidentDraft } from './draft.ts';
import { DocumentNumberField } from './document-number-field.tsx';
import { RelationFields } from './relation-fields.tsx';
import { useIncidents } from './queries.ts';
import { UnitField } from './unit-field.tsx';
import { categories, incidentRoles } from './vocabulary.ts';

interface Props {
  initial: IncidentDraft;
  /** a correction: unit, person and act stay */
  kept?: Pick<IncidentDetails, 'personRef' | 'actRef'> | undefined;
  action: string;
  pending: boolean;
  error: unknown;
  onDetails: (details: IncidentDetails) => void;
}

const dates = ['actOn', 'effectiveOn', 'learnedOn'] as const;

/** A decided case: category, role, dates, document number. Who it was is not asked. */
export const IncidentForm = ({ initial, kept, action, pending, error, onDetails }: Props) => {
  const { t } = useTranslation();
  const { today } = useMe();
  const [draft, setDraft] = useState(initial);
  const [showFaults, setShowFaults] = useState(false);
  const set = (part: Partial<IncidentDraft>) => setDraft((current) => ({ ...current, ...part }));
  const cases = useIncidents(draft.unitId && !kept ? { unitId: draft.unitId, size: 100 } : null);
  const earlier =
    cases.data?.rows.filter(({ status, unitId }) => status !== 'withdrawn' && unitId === draft.unitId) ?? [];
  const found = faultsOf(draft, today);
  const fault = (name: Parameters<typeof found.has>[0]) =>
    showFaults && found.has(name) ? t(`incident.fault.${name}`) : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShowFaults(true);
    if (found.size === 0 && !pending) onDetails({ ...detailsOf(draft, earlier), ...kept });
  };
  return (
    <form className="form record-form" onSubmit={submit} noValidate data-testid="incident-form">
      <p className="quote medium text2">{t('incident.noNames')}</p>
      <UnitField
        value={draft.unitId}
        fixed={kept !== undefined}
        fault={fault('unit')}
        onChange={(unitId) => set({ unitId, relation: 'new', earlier: '' })}
      />
      <div className="row top wrap">
        <div className="grow">
          <Field label={t('incident.categoryTitle')}>
            {(wiring) => (
              <select
                {...wiring}
                className="input"
                value={draft.category}
                onChange={({ target }) => set({ category: target.value as IncidentDraft['category'] })}
              >
                {categories.map((value) => (
                  <option key={value} value={value}>
                    {t(`incident.category.${value}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <div className="grow">
          <Field label={t('incident.roleTitle')} hint={t('incident.roleHint')}>
            {(wiring) => (
              <select
                {...wiring}
                className="input"
                value={draft.role}
                onChange={({ target }) => set({ role: target.value as IncidentDraft['role'] })}
              >
                {incidentRoles.map((value) => (
                  <option key={value} value={value}>
                    {t(`incident.role.${value}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      </div>
      <DocumentNumberField
        label={t('incident.documentNumber')}
        value={draft.documentNumber}
        fault={fault('documentNumber')}
        onChange={(documentNumber) => set({ documentNumber })}
      />
      <div className="row top wrap">
        {dates.map((name) => (
          <div key={name} className="grow">
            <Field label={t(`incident.${name}`)} fault={fault(name)}>
              {(wiring) => (
                <DateField
                  {...wiring}
                  name={name}
                  value={draft[name]}
                  max={today}
                  onChange={(date) => set({ [name]: date })}
                />
              )}
            </Field>
          </div>
        ))}
      </div>
      <p className="note">{t('incident.dateHint')}</p>
      {!kept && earlier.length > 0 && (
        <RelationFields draft={draft} earlier={earlier} fault={fault('earlier')} onChange={set} />
      )}
      {error !== null && error !== undefined && (
        <ProblemAlert error={error} what={t('incident.notRecorded')} safe={t('ui.nothingWritten')} />
      )}
      <Button type="primary" htmlType="submit" loading={pending} data-testid="incident-submit">
        {action}
      </Button>
    </form>
  );
};
