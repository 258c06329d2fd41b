import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../shell/session.ts';
import { weekday } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { Empty, Loaded } from '../ui/states.tsx';
import './home.css';

interface Props<Row> {
  query: { data: { rows: Row[]; total: number } | undefined; error: unknown; refetch: () => unknown };
  /** the conclusion, when something waits */
  titleOf: (total: number) => string;
  heading: string;
  /** where the whole list stands */
  more: string;
  action?: ReactNode;
  children: (row: Row) => ReactNode;
}

/** A home that shows the first of what waits, and where the rest is. */
export function Waiting<Row>({ query, titleOf, heading, more, action, children }: Props<Row>) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const total = query.data?.total ?? 0;
  const title = !query.data ? t('home.title') : total ? titleOf(total) : t('home.nothing');
  return (
    <Page title={title} crumb={`${me.name} · ${me.today} ${weekday(me.today, i18n.language)}`} actions={action}>
      <section className="card" aria-label={heading}>
        <header>
          <Icon name="clock" />
          <h2>{heading}</h2>
          {query.data && <small>{t('home.items', { n: total })}</small>}
        </header>
        <Loaded query={query} what={t('home.failed')}>
          {({ rows }) => (
            <>
              {rows.length ? rows.map(children) : <Empty>{t('home.nothingWaits')}</Empty>}
              {total > rows.length && (
                <div className="line">
                  <Link className="link" to={more}>
                    {t('home.all', { n: total })}
                  </Link>
                </div>
              )}
            </>
          )}
        </Loaded>
      </section>
    </Page>
  );
}
