import type { IncidentRow } from '@mofan/contracts/incident';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import type { IncidentDraft } from './draft.ts';

interface Props {
  draft: IncidentDraft;
  earlier: readonly IncidentRow[];
  fault: string | undefined;
  onChange: (part: Partial<IncidentDraft>) => void;
}

const relations = ['new', 'same-act', 'same-person'] as const;

/** 同一人同一事只算一例: whether the unit has an earlier case of the same person, and of the same act. */
export const RelationFields = ({ draft, earlier, fault, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <div className="form">
      <div className="field">
        <span className="label">{t('incident.relationTitle')}</span>
        <Segmented
          label={t('incident.relationTitle')}
          value={draft.relation}
          options={relations.map((value) => ({ value, label: t(`incident.relation.${value}`) }))}
          onChange={(relation) => onChange({ relation })}
        />
      </div>
      {draft.relation !== 'new' && (
        <Field
          label={t('incident.earlier')}
          fault={fault}
          hint={draft.relation === 'same-act' ? t('incident.sameActHint') : undefined}
        >
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={draft.earlier}
              onChange={({ target }) => onChange({ earlier: target.value })}
            >
              <option value="">{t('incident.chooseEarlier')}</option>
              {earlier.map(({ incidentId, documentNumber, category, role, actOn }) => (
                <option key={incidentId} value={incidentId}>
                  {[documentNumber, t(`incident.category.${category}`), t(`incident.role.${role}`), actOn].join(' · ')}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </div>
  );
};
