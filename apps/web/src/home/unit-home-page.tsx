import { useTranslation } from 'react-i18next';
import { useRecordContext } from '../evidence/use-record-context.ts';
import { RecordForm } from '../evidence/record-form.tsx';
import type { RecordContext } from '../evidence/draft.ts';
import { takesRecords, useCycle, useCycles } from '../shell/cycle.ts';
import { useMe } from '../shell/session.ts';
import { weekday } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { Empty, ProblemAlert, SkeletonRows } from '../ui/states.tsx';
import { AgainstUs } from './against-us.tsx';
import { Returned } from './returned.tsx';
import './home.css';

/** What a branch secretary sees first: what came back, what counts against the unit, and the quick record. */
export const UnitHomePage = () => {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const cycles = useCycles();
  const { cycle } = useCycle();
  const { context, error, refetch } = useRecordContext();
  const returned = context?.home.returned.length ?? 0;
  const title = !context ? t('home.title') : returned ? t('home.returnedTitle', { n: returned }) : t('home.nothing');
  const name = context?.home.unit.branchName ?? me.unit?.name;
  return (
    <Page title={title} crumb={`${name} · ${me.today} ${weekday(me.today, i18n.language)}`}>
      {context ? (
        <Desk context={context} />
      ) : error || cycles.error ? (
        <ProblemAlert
          error={error ?? cycles.error}
          what={t('home.failed')}
          safe={t('ui.recordsSafe')}
          retry={() => void (cycles.error ? cycles.refetch() : refetch())}
        />
      ) : cycles.data && !cycle ? (
        <div className="card">
          <Empty>{t('home.noCycle')}</Empty>
        </div>
      ) : (
        <div className="card">
          <SkeletonRows rows={8} height={48} />
        </div>
      )}
    </Page>
  );
};

const Desk = ({ context }: { context: RecordContext }) => {
  const { t } = useTranslation();
  const { home } = context;
  return (
    <div className="home">
      <div className="column">
        {home.returned.length > 0 && <Returned records={home.returned} />}
        <AgainstUs context={context} />
      </div>
      <div className="column">
        <section className="card quick" aria-labelledby="quick-record">
          <header>
            <Icon name="pen" />
            <h2 id="quick-record" className="grow">
              {t('home.quickRecord')}
            </h2>
            <small>{t('home.quickHint')}</small>
          </header>
          {takesRecords(context.cycle) ? <RecordForm context={context} /> : <Empty>{t('evidence.closed')}</Empty>}
        </section>
      </div>
    </div>
  );
};
