import type { ImportReport, RubricDraftDetail, TextFault } from '@mofan/contracts/rubric-draft';
import { problemSentence } from '@mofan/contracts/problem-sentences';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../ui/icon.tsx';

const useLanguage = () => (useTranslation().i18n.language === 'en' ? 'en' : 'zh');

/** Why the draft cannot be published yet, each in the words of the refusal that would come. */
export const Obstacles = ({ obstacles }: { obstacles: RubricDraftDetail['obstacles'] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="rubric-notice ochre no-print" aria-label={t('rubric.obstacles')} data-testid="obstacles">
      <b>{t('rubric.obstacles')}</b>
      <ul>
        {obstacles.map(({ code, details }) => (
          <li key={code}>{problemSentence(code, language, details) ?? code}</li>
        ))}
      </ul>
    </section>
  );
};

/** Where the text stands in the way of reading it as a table. */
export const FaultNotice = ({ fault }: { fault: TextFault }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="rubric-notice plum" role="alert" data-testid="fault">
      <b>{t('rubric.faultAt', { line: fault.line, column: fault.column })}</b> {fault[language]}{' '}
      <Link to="?view=text" className="link">
        {t('rubric.toText')}
      </Link>
    </section>
  );
};

const KINDS = [
  ['not-understood', 'warning', 'plum'],
  ['guessed', 'clock', 'ochre'],
  ['left-aside', 'minus', 'ochre'],
  ['understood', 'check', 'green'],
] as const;

/** What the reading of an uploaded file understood, guessed, left aside, and could not make sense of. */
export const ImportNotice = ({ report }: { report: ImportReport }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="rubric-notice" aria-label={t('rubric.importReport')} data-testid="import-report">
      <b>{t('rubric.importReport')}</b>
      {KINDS.map(([kind, icon, tone]) => {
        const entries = report.filter((entry) => entry.kind === kind);
        return (
          entries.length > 0 && (
            <details key={kind} open={kind === 'not-understood'}>
              <summary className={tone}>
                <Icon name={icon} /> {t(`rubric.report.${kind}`, { n: entries.length })}
              </summary>
              <ul>
                {entries.map((entry, n) => (
                  <li key={n}>
                    {entry.place && <span className="text3">{entry.place}</span>} {entry[language]}
                  </li>
                ))}
              </ul>
            </details>
          )
        );
      })}
    </section>
  );
};
