import { useTranslation } from 'react-i18next';
import { useUnits } from '../operations/queries.ts';
import { Field } from '../ui/field.tsx';

interface Props {
  value: string;
  /** a correction never moves a case to another unit */
  fixed: boolean;
  fault: string | undefined;
  onChange: (unitId: string) => void;
}

/** The unit that the case is counted against, in the organisational order. */
export const UnitField = ({ value, fixed, fault, onChange }: Props) => {
  const { t } = useTranslation();
  const { data: units = [] } = useUnits();
  return (
    <Field label={t('incident.unit')} fault={fault}>
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          disabled={fixed}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          data-testid="incident-unit"
        >
          <option value="">{t('incident.chooseUnit')}</option>
          {units.map(({ unitId, name }) => (
            <option key={unitId} value={unitId}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};
