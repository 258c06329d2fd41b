import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from './date-field.tsx';

interface Props {
  /** null: today */
  asOf: string | null;
  today: string;
  from: string;
  onChange: (asOf: string | null) => void;
}

/** Chooses the evening that the page is seen from. A date half typed, or one outside the year so far, is no choice yet. */
export const AsOfField = ({ asOf, today, from, onChange }: Props) => {
  const { t } = useTranslation();
  // another date chosen elsewhere replaces what stands in the field
  const [chosen, setChosen] = useState(asOf ?? today);
  const shown = asOf ?? today;
  return (
    <label className="row as-of">
      <span className="small text2 nowrap">{t('ui.asOf')}</span>
      <DateField
        key={chosen === shown ? 'typed' : shown}
        data-testid="as-of"
        value={shown}
        min={from}
        max={today}
        onChange={(date) => {
          if (date < from || date > today) return;
          setChosen(date);
          onChange(date === today ? null : date);
        }}
      />
    </label>
  );
};

/** Says loudly that the page shows the past, and leads back. */
export const PastBar = ({ asOf, onBack }: { asOf: string; onBack: () => void }) => {
  const { t } = useTranslation();
  return (
    <div className="past-bar" role="status" data-testid="past-bar">
      {t('ui.past', { date: asOf })}
      <button type="button" onClick={onBack}>
        {t('ui.backToToday')}
      </button>
    </div>
  );
};
