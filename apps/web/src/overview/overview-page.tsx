import type { Overview } from '@mofan/contracts/cycle';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useRubric } from '../rubric/queries.ts';
import { isClosed, useCycle } from '../shell/cycle.ts';
import { useMe } from '../shell/session.ts';
import { AsOfField, PastBar } from '../ui/as-of.tsx';
import { Page } from '../ui/page.tsx';
import { Empty, ProblemAlert, SkeletonRows } from '../ui/states.tsx';
import { HeatMap } from './heat-map.tsx';
import { Legend } from './legend.tsx';
import { useOverview } from './queries.ts';
import './overview.css';

/** A unit needs a hand when some item has no evidence at all. */
const blank = ({ cells }: Overview['units'][number]) =>
  cells.some(({ covered, coverable }) => coverable > 0 && covered === 0);

/** 年度进度: where evidence is missing. Units stand in the organisational order; nothing is summed or ranked. */
export default function OverviewPage() {
  const { t } = useTranslation();
  const { cycleId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const me = useMe();
  const { cycle } = useCycle();
  const asOf = search.get('asOf');
  const overview = useOverview(cycleId, asOf);
  const rubric = useRubric(cycle?.rubric.hash);
  const setAsOf = (date: string | null) => setSearch(date ? { asOf: date } : {});

  const { data } = overview;
  const needy = data?.units.filter(blank).length ?? 0;
  const says = cycle && isClosed(cycle) ? 'overview.gaps' : 'overview.needy';
  const title = !data ? t('overview.name') : needy ? t(says, { n: needy }) : t('overview.covered');
  const error = overview.error ?? rubric.error;
  return (
    <>
      {asOf && <PastBar asOf={asOf} onBack={() => setAsOf(null)} />}
      <Page
        title={title}
        crumb={data && t('overview.crumb', { units: data.units.length })}
        actions={<AsOfField asOf={asOf} today={me.today} from={cycle?.from ?? me.today} onChange={setAsOf} />}
      >
        {data && rubric.data ? (
          data.units.length ? (
            <div className={overview.isPlaceholderData ? 'stale' : undefined}>
              <HeatMap overview={data} rubric={rubric.data.rubric} cycleId={cycleId} asOf={asOf} />
              <Legend />
            </div>
          ) : (
            <div className="card">
              <Empty>{t('overview.empty')}</Empty>
            </div>
          )
        ) : error ? (
          <ProblemAlert
            error={error}
            what={t('overview.failed')}
            safe={t('ui.recordsSafe')}
            retry={() => void Promise.all([overview.refetch(), rubric.refetch()])}
          />
        ) : (
          <div className="card">
            <SkeletonRows rows={14} height={31} />
          </div>
        )}
      </Page>
    </>
  );
}
