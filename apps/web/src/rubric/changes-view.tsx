import type { RubricDraftDetail } from '@mofan/contracts/rubric-draft';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/states.tsx';

/** 变更: what differs from the version that the draft is based on, in words. */
export const ChangesView = ({ draft: { basedOn, changes, rubric } }: { draft: RubricDraftDetail }) => {
  const { t, i18n } = useTranslation();
  if (!basedOn) return <Empty>{t('rubric.noBase')}</Empty>;
  if (!rubric) return <Empty>{t('rubric.noTable')}</Empty>;
  if (changes.length === 0) return <Empty>{t('rubric.noChanges')}</Empty>;
  return (
    <section className="card" aria-label={t('rubric.tab.changes')}>
      <ol className="changes" data-testid="changes">
        {changes.map((change, n) => (
          <li key={n}>
            <span className="change-kind">{t(`rubric.changeOf.${change.kind}` as 'rubric.changeOf.text')}</span>
            <span>{i18n.language === 'en' ? change.en : change.zh}</span>
          </li>
        ))}
      </ol>
    </section>
  );
};
