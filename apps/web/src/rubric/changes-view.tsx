import type { RubricChange, RubricDraftDetail } from '@mofan/contracts/rubric-draft';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/states.tsx';
import './compare.css';

/** 变更: what differs from the version that the draft is based on, in words, part by part of the table. */
export const ChangesView = ({ draft: { basedOn, changes, rubric } }: { draft: RubricDraftDetail }) => {
  const { t } = useTranslation();
  if (!basedOn) return <Empty>{t('rubric.noBase')}</Empty>;
  if (!rubric) return <Empty>{t('rubric.noTable')}</Empty>;
  if (changes.length === 0) return <Empty>{t('rubric.noChanges')}</Empty>;
  const parts = [...new Set(changes.map(({ part }) => part))];
  return (
    <section className="card" aria-label={t('rubric.tab.changes')} data-testid="changes">
      {parts.map((part) => (
        <Part key={part} name={t(`rubric.partOf.${part}`)} changes={changes.filter((change) => change.part === part)} />
      ))}
    </section>
  );
};

const Part = ({ name, changes }: { name: string; changes: readonly RubricChange[] }) => {
  const { i18n } = useTranslation();
  return (
    <section className="changed-part" aria-label={name}>
      <h3>
        {name} <small>{changes.length}</small>
      </h3>
      <ol>
        {changes.map((change, n) => (
          <li key={n}>{i18n.language === 'en' ? change.en : change.zh}</li>
        ))}
      </ol>
    </section>
  );
};
