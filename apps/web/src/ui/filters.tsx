import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  search: URLSearchParams;
  onChange: (name: string, value: string) => void;
}

interface SelectProps extends Props {
  name: string;
  options: readonly { value: string; label: string }[];
}

/** One condition of a list, or none. */
export const FilterSelect = ({ name, label, options, search, onChange }: SelectProps) => {
  const { t } = useTranslation();
  return (
    <select
      className="input"
      aria-label={label}
      value={search.get(name) ?? ''}
      onChange={({ target }) => onChange(name, target.value)}
    >
      <option value="">{t('ui.any', { label })}</option>
      {options.map(({ value, label: text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
};

const PAUSE = 300;

/** Searches when the typing rests; half a word in an input method is not searched for. */
export const SearchBox = ({ label, search, onChange }: Props) => {
  const committed = search.get('search') ?? '';
  const [text, setText] = useState(committed);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(committed), [committed]);
  useEffect(() => () => clearTimeout(pause.current), []);
  const searchSoon = (words: string) => {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => onChange('search', words.trim()), PAUSE);
  };
  return (
    <input
      type="search"
      className="input"
      aria-label={label}
      placeholder={label}
      maxLength={40}
      value={text}
      onChange={({ target, nativeEvent }) => {
        setText(target.value);
        if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) searchSoon(target.value);
      }}
      onCompositionEnd={({ currentTarget }) => searchSoon(currentTarget.value)}
    />
  );
};
