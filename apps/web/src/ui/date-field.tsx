import { useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { parseDate } from './parse-date.ts';

interface Props extends Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange' | 'min' | 'max'> {
  value: string;
  min?: string | undefined;
  max?: string | undefined;
  /** an ISO date, or empty while what is typed is none */
  onChange: (date: string) => void;
}

/**
 * A date as this house writes it, whatever the computer's own habit: typed on a desk, or chosen from the browser's
 * calendar, which on a phone lies over the whole field. Nothing to download.
 */
export const DateField = ({ value, onChange, min, max, onBlur, ...rest }: Props) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string) => {
    setTyped(text);
    onChange(parseDate(text) ?? '');
  };
  return (
    <span className="date-field">
      <input
        {...rest}
        className="input"
        inputMode="numeric"
        placeholder="2025-09-18"
        autoComplete="off"
        value={typed ?? value}
        onChange={({ target }) => change(target.value)}
        onBlur={(event) => {
          // what cannot be read stays, so that it can be put right
          if (typed !== null && (typed === '' || parseDate(typed))) setTyped(null);
          onBlur?.(event);
        }}
      />
      <Icon name="calendar" />
      <input
        type="date"
        className="calendar"
        tabIndex={-1}
        aria-label={t('ui.calendar')}
        value={value}
        {...(min ? { min } : {})}
        {...(max ? { max } : {})}
        onChange={({ target }) => {
          setTyped(null);
          onChange(target.value);
        }}
      />
    </span>
  );
};
