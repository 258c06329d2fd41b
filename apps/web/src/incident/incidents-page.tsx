import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useUnits } from '../operations/queries.ts';
import { FilterSelect, SearchBox } from '../ui/filters.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { categories, statuses } from './vocabulary.ts';
import { IncidentTable } from './incident-table.tsx';
import { useIncidents } from './queries.ts';

/** 处理登记: what has been decided about whom in which unit, without saying who. */
export default function IncidentsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { data: units = [] } = useUnits();
  const page = Number(search.get('page') ?? 1);
  const status = statuses.find((each) => each === search.get('status'));
  const category = categories.find((each) => each === search.get('category'));
  const query = useIncidents({
    page,
    size: 20,
    ...(status && { status }),
    ...(category && { category }),
    unitId: search.get('unitId') ?? undefined,
    search: search.get('search') ?? undefined,
  });
  const change = (name: string, value: string) =>
    setSearch((current) => {
      const next = new URLSearchParams(current);
      if (name !== 'page') next.delete('page');
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  const filter = { search, onChange: change };
  const title = query.data ? t('incident.found', { n: query.data.total }) : t('incident.register');
  return (
    <Page
      title={title}
      crumb={t('incident.register')}
      actions={
        <Link className="ghost-button primary" to="/incidents/new">
          {t('incident.new')}
        </Link>
      }
    >
      <div className="filters" role="search">
        <FilterSelect
          {...filter}
          name="status"
          label={t('incident.statusTitle')}
          options={statuses.map((value) => ({ value, label: t(`incident.status.${value}`) }))}
        />
        <FilterSelect
          {...filter}
          name="category"
          label={t('incident.categoryTitle')}
          options={categories.map((value) => ({ value, label: t(`incident.category.${value}`) }))}
        />
        <FilterSelect
          {...filter}
          name="unitId"
          label={t('incident.unit')}
          options={units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
        />
        <SearchBox {...filter} label={t('incident.searchNumber')} />
      </div>
      <div className="card">
        <Loaded query={query} what={t('incident.listFailed')}>
          {(data) => (
            <IncidentTable
              page={data}
              current={page}
              loading={query.isPlaceholderData}
              empty={t(search.size ? 'incident.noneMatches' : 'incident.none')}
              onPage={(next) => change('page', next === 1 ? '' : String(next))}
            />
          )}
        </Loaded>
      </div>
    </Page>
  );
}
