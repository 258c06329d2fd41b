import type { WhatIf } from '@mofan/contracts/what-if';
import { useTranslation } from 'react-i18next';

/** Changes of the table that are the reason for something; beyond `most` only how many more there are. */
export const Reasons = ({
  asked,
  because,
  others = false,
  most = Infinity,
}: {
  asked: WhatIf;
  because: readonly number[];
  /** what other units have now is a reason too */
  others?: boolean;
  most?: number;
}) => {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const more = because.length - most;
  return (
    <ul className="reasons">
      {because.slice(0, most).map((n) => (
        <li key={n}>{asked.changes[n]?.[language]}</li>
      ))}
      {more > 0 && <li className="note">{t('rubric.moreReasons', { n: more })}</li>}
      {others && <li>{t('rubric.becauseOfOthers')}</li>}
    </ul>
  );
};
