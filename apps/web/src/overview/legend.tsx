import { useTranslation } from 'react-i18next';

const samples = [
  ['gap0', '5/5', 'full'],
  ['gap1', '4/5', 'few'],
  ['gap2', '3/5', 'overHalf'],
  ['gap3', '1/5', 'underHalf'],
  ['gap4', '0/5', 'blank'],
] as const;

/** What the shades and the corner mean. */
export const Legend = () => {
  const { t } = useTranslation();
  return (
    <div className="legend-row">
      <span className="text3">{t('overview.legend')}</span>
      {samples.map(([shade, figure, key]) => (
        <span key={key}>
          <b className={`swatch ${shade}`}>{figure}</b>
          {t(`overview.${key}`)}
        </span>
      ))}
      <span>
        <b className="swatch">
          <i className="corner-mark" />
        </b>
        {t('overview.returned')}
      </span>
    </div>
  );
};
