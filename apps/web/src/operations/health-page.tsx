import type { Health } from '@mofan/contracts/operations';
import { useTranslation } from 'react-i18next';
import { moment } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { Empty, Loaded } from '../ui/states.tsx';
import { Status } from '../ui/status.tsx';
import { useHealth } from './queries.ts';

/** 健康: the database, the worker, how far each projection lags, what is parked. */
export default function HealthPage() {
  const { t } = useTranslation();
  const query = useHealth();
  const code = query.data?.code;
  const title = !query.data ? t('operations.health') : code ? t(`operations.code.${code}`) : t('operations.healthy');
  return (
    <Page title={title} crumb={t('operations.health')}>
      <Loaded query={query} what={t('operations.failed')}>
        {(health) => <Report health={health} />}
      </Loaded>
    </Page>
  );
}

const Report = ({ health }: { health: Health }) => {
  const { t } = useTranslation();
  const { projections = [], due = [], parked = [], failedRebuilds = [] } = health;
  return (
    <div className="form">
      <section className="card" style={{ padding: '12px 14px' }}>
        <dl className="details">
          <dt>{t('operations.database')}</dt>
          <dd>{health.database?.version ?? t('operations.unknown')}</dd>
          <dt>{t('operations.worker')}</dt>
          <dd>
            {health.worker?.seenAt
              ? t('operations.seen', { at: moment(health.worker.seenAt) })
              : t('operations.neverSeen')}
          </dd>
        </dl>
      </section>
      <section className="card" aria-label={t('operations.projections')} style={{ overflowX: 'auto' }}>
        <table className="grid-table">
          <thead>
            <tr>
              <th>{t('operations.projection')}</th>
              <th>{t('operations.version')}</th>
              <th>{t('operations.behind')}</th>
              <th>{t('operations.state')}</th>
            </tr>
          </thead>
          <tbody>
            {projections.map(({ name, version, eventsBehind }) => (
              <tr key={name}>
                <td>{name}</td>
                <td>{version}</td>
                <td>{eventsBehind}</td>
                <td>
                  {eventsBehind === 0 ? (
                    <Status icon="check" tone="green" bare>
                      {t('operations.current')}
                    </Status>
                  ) : (
                    <Status icon="clock" bare>
                      {t('operations.catchingUp')}
                    </Status>
                  )}
                </td>
              </tr>
            ))}
            {due.map(({ processor, waiting }) => (
              <tr key={processor}>
                <td>{processor}</td>
                <td />
                <td>{waiting}</td>
                <td>
                  <Status icon="clock" bare>
                    {t('operations.waiting')}
                  </Status>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {failedRebuilds.length > 0 && (
        <section className="card">
          <header>
            <h2>{t('operations.failedRebuilds')}</h2>
          </header>
          {failedRebuilds.map(({ name, error, at }) => (
            <p key={name} className="medium" style={{ padding: '8px 14px' }}>
              <b>{name}</b> <span className="plum">{error}</span> <span className="text3">{moment(at)}</span>
            </p>
          ))}
        </section>
      )}
      <section className="card">
        <header>
          <h2>{t('operations.parked')}</h2>
          <small>{t('home.items', { n: parked.length })}</small>
        </header>
        {parked.length === 0 && <Empty>{t('operations.noneParked')}</Empty>}
        {parked.map(({ subscription, subject, error, at }) => (
          <p key={subscription + subject} className="medium" style={{ padding: '8px 14px' }}>
            <b>{subscription}</b> {subject} <span className="plum">{error}</span>{' '}
            <span className="text3">{moment(at)}</span>
          </p>
        ))}
      </section>
    </div>
  );
};
