import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Status } from '../ui/status.tsx';
import { stateOf } from './finding-button.tsx';
import { findingKey, type Reading } from './reading.ts';
import { Rulings } from './rulings.tsx';

/** 检查: every finding with the place that it leads to, and every ruling; first what waits for who is looking. */
export const CheckView = ({ reading }: { reading: Reading }) => {
  const waits = reading.sign && reading.rubric.rulings.items.some(({ id }) => !reading.signatures.has(id));
  return (
    <div className="form">
      {waits && <Rulings reading={reading} />}
      <Findings reading={reading} />
      {!waits && <Rulings reading={reading} />}
    </div>
  );
};

const Findings = ({ reading: { findings, unchecked } }: { reading: Reading }) => {
  const { t, i18n } = useTranslation();
  const open = findings.filter(({ settledBy }) => settledBy.length === 0).length;
  return (
    <section className="card" aria-labelledby="all-findings">
      <header>
        <h2 id="all-findings">{t('rubric.found')}</h2>
        <small>{unchecked ? t('rubric.unchecked') : t('rubric.findings', { found: findings.length, open })}</small>
      </header>
      {findings.length === 0 && (
        <p className="empty">{t(unchecked ? 'rubric.uncheckedLong' : 'rubric.nothingFound')}</p>
      )}
      <ul className="changes" data-testid="all-findings">
        {findings.map((finding) => {
          const { word, icon, tone } = stateOf(finding);
          const key = findingKey(finding);
          return (
            <li key={key}>
              <span className="change-kind">
                <Status icon={icon} tone={tone} bare>
                  {t(`rubric.${word}`)}
                </Status>
              </span>
              <Link to={`?view=table&finding=${encodeURIComponent(key)}`}>
                {i18n.language === 'en' ? finding.en : finding.zh}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
