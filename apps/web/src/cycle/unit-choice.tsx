import type { UnitRow } from '@mofan/contracts/unit';
import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  units: readonly UnitRow[];
  /** ids of the chosen ones, in the organisational order */
  value: readonly string[];
  fault: string | undefined;
  onChange: (unitIds: string[]) => void;
}

/** Who is assessed, in the organisational order. */
export const UnitChoice = ({ units, value, fault, onChange }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const chosen = new Set(value);
  const choose = (wanted: (unitId: string) => boolean) =>
    onChange(units.map(({ unitId }) => unitId).filter((unitId) => wanted(unitId)));
  return (
    <fieldset className="field choices" aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend className="label">{t('cycle.units', { n: value.length })}</legend>
      <div className="row">
        <Button onClick={() => choose(() => true)}>{t('cycle.everyUnit')}</Button>
        <Button onClick={() => choose(() => false)}>{t('cycle.noUnit')}</Button>
      </div>
      <div className="choice-grid">
        {units.map(({ unitId, name }) => (
          <label key={unitId} className="choice">
            <input
              type="checkbox"
              checked={chosen.has(unitId)}
              onChange={({ target }) => choose((each) => (each === unitId ? target.checked : chosen.has(each)))}
            />
            {name}
          </label>
        ))}
      </div>
      {fault && (
        <div className="fault" id={`${id}-fault`} role="alert">
          {fault}
        </div>
      )}
    </fieldset>
  );
};
