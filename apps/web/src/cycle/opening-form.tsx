import type { InputOf } from '@mofan/contracts/api';
import type { CycleRow } from '@mofan/contracts/cycle';
import type { RubricRow } from '@mofan/contracts/rubric';
import type { UnitRow } from '@mofan/contracts/unit';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/field.tsx';
import { ProblemAlert } from '../ui/states.tsx';
import { calendarYear, commandOf, faultsOf, type Opening, type OpeningFault } from './opening.ts';
import { UnitChoice } from './unit-choice.tsx';
import { VersionChoice } from './version-choice.tsx';

interface Props {
  initial: Opening;
  versions: readonly RubricRow[];
  units: readonly UnitRow[];
  cycles: readonly CycleRow[];
  pending: boolean;
  error: unknown;
  onOpening: (body: InputOf<'POST /api/cycles'>['body']) => void;
}

export const OpeningForm = ({ initial, versions, units, cycles, pending, error, onOpening }: Props) => {
  const { t } = useTranslation();
  const [opening, setOpening] = useState(initial);
  const [showFaults, setShowFaults] = useState(false);
  const set = (part: Partial<Opening>) => setOpening((current) => ({ ...current, ...part }));
  const found = faultsOf(opening, cycles);
  const fault = (...names: OpeningFault[]) => {
    const name = names.find((each) => found.has(each));
    return showFaults && name ? t(`cycle.fault.${name}`, { year: opening.year }) : undefined;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShowFaults(true);
    const version = versions.find(({ hash }) => hash === opening.version);
    if (version && found.size === 0 && !pending) onOpening(commandOf(opening, version));
  };
  return (
    <form className="form opening" onSubmit={submit} noValidate data-testid="opening">
      <VersionChoice
        versions={versions}
        value={opening.version}
        fault={fault('version')}
        onChange={(version) => set({ version })}
      />
      <div className="row top wrap">
        <div className="grow">
          <Field label={t('cycle.year')} fault={fault('year', 'taken')}>
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                name="year"
                inputMode="numeric"
                value={opening.year}
                onChange={({ target }) => set(calendarYear(target.value.trim()))}
              />
            )}
          </Field>
        </div>
        {(['from', 'to'] as const).map((name) => (
          <div key={name} className="grow">
            <Field label={t(`cycle.${name}`)} fault={fault(name)}>
              {(wiring) => (
                <DateField {...wiring} name={name} value={opening[name]} onChange={(date) => set({ [name]: date })} />
              )}
            </Field>
          </div>
        ))}
      </div>
      <UnitChoice
        units={units}
        value={opening.units}
        fault={fault('units')}
        onChange={(chosen) => set({ units: chosen })}
      />
      {error !== null && error !== undefined && (
        <ProblemAlert error={error} what={t('cycle.notOpened')} safe={t('ui.nothingWritten')} />
      )}
      <div>
        <Button type="primary" htmlType="submit" loading={pending} data-testid="open-year">
          {t('cycle.submit')}
        </Button>
      </div>
    </form>
  );
};
