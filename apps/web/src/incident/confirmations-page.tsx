import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { IncidentTable } from './incident-table.tsx';
import { useIncidentsToConfirm } from './queries.ts';

/** 待确认: what a first person entered and a second person has to look at. */
export default function ConfirmationsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const page = Number(search.get('page') ?? 1);
  const query = useIncidentsToConfirm({ page, size: 20 });
  const title = !query.data
    ? t('incident.confirmations')
    : query.data.total
      ? t('home.toConfirm', { n: query.data.total })
      : t('home.nothing');
  return (
    <Page title={title} crumb={t('incident.confirmations')}>
      <div className="card">
        <Loaded query={query} what={t('incident.listFailed')}>
          {(data) => (
            <IncidentTable
              page={data}
              current={page}
              loading={query.isPlaceholderData}
              empty={t('incident.noneToConfirm')}
              onPage={(next) => setSearch(next === 1 ? {} : { page: String(next) })}
            />
          )}
        </Loaded>
      </div>
    </Page>
  );
}
