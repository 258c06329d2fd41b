import type { RubricRow } from '@mofan/contracts/rubric';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { points } from '../ui/format.ts';

interface Props {
  versions: readonly RubricRow[];
  /** hash of the chosen one */
  value: string;
  fault: string | undefined;
  onChange: (hash: string) => void;
}

/** Which version the year is scored by: by name, by the hash of its content, and by what is still unsigned in it. */
export const VersionChoice = ({ versions, value, fault, onChange }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const chosen = versions.find(({ hash }) => hash === value);
  return (
    <fieldset className="field choices" aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend className="label">{t('cycle.version')}</legend>
      {versions.map(({ hash, title, version, openRulings, criteria, points: worth }) => (
        <div key={hash} className="choice">
          <input
            type="radio"
            id={`${id}-${hash}`}
            name={id}
            checked={hash === value}
            onChange={() => onChange(hash)}
            data-testid={`choose-${version}`}
          />
          <label htmlFor={`${id}-${hash}`} className="grow">
            <b>{title}</b>
            <span className="note">
              {t('shell.rubricVersion', { version })} · {t('rubric.sizeOf', { criteria, points: points(worth) })} ·{' '}
              <span title={hash}>{t('cycle.hash', { hash: hash.slice(0, 12) })}</span> ·{' '}
              {openRulings > 0 ? t('cycle.openRulings', { n: openRulings }) : t('cycle.allSigned')}
            </span>
          </label>
        </div>
      ))}
      {fault && (
        <div className="fault" id={`${id}-fault`} role="alert">
          {fault}
        </div>
      )}
      {chosen && chosen.openRulings > 0 && (
        <p className="note" role="status">
          {t('cycle.unsignedHint', { n: chosen.openRulings })}
        </p>
      )}
    </fieldset>
  );
};
