import { useTranslation } from 'react-i18next';
import { takesRecords } from '../shell/cycle.ts';
import { Page } from '../ui/page.tsx';
import { Empty, ProblemAlert, SkeletonRows } from '../ui/states.tsx';
import { RecordForm } from './record-form.tsx';
import { useRecordContext } from './use-record-context.ts';

/** 记一笔 on a page of its own. */
export default function NewEvidencePage() {
  const { t } = useTranslation();
  const { context, error, refetch } = useRecordContext();
  return (
    <Page title={t('evidence.newTitle')} crumb={context && (context.home.unit.branchName ?? context.home.unit.name)}>
      <div className="card narrow">
        {error ? (
          <ProblemAlert error={error} what={t('home.failed')} retry={() => void refetch()} />
        ) : !context ? (
          <SkeletonRows rows={8} height={48} />
        ) : takesRecords(context.cycle) ? (
          <RecordForm context={context} />
        ) : (
          <Empty>{t('evidence.closed')}</Empty>
        )}
      </div>
    </Page>
  );
}
