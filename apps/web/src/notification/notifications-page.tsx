import { Button, Pagination } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../ui/page.tsx';
import { Empty, Loaded } from '../ui/states.tsx';
import { Notice } from './notice.tsx';
import { useMarkRead, useNotifications } from './queries.ts';
import './notification.css';

/** 提醒: all of them, the latest first. */
export default function NotificationsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const page = Number(search.get('page') ?? 1);
  const query = useNotifications({ page, size: 20 });
  const markRead = useMarkRead();
  const unread = query.data?.unread ?? 0;
  const fresh = query.data?.rows.filter(({ read }) => !read).map(({ notificationId }) => notificationId) ?? [];
  const title = !query.data
    ? t('notification.name')
    : unread
      ? t('notification.bell', { n: unread })
      : t('notification.allRead');
  return (
    <Page
      title={title}
      crumb={t('notification.name')}
      actions={
        fresh.length > 0 && (
          <Button loading={markRead.isPending} onClick={() => markRead.mutate(fresh)}>
            {t('notification.markRead')}
          </Button>
        )
      }
    >
      <div className="card narrow">
        <Loaded query={query} what={t('notification.failed')} rows={8}>
          {({ rows, total }) => (
            <>
              {rows.length ? (
                rows.map((notice) => <Notice key={notice.notificationId} notice={notice} />)
              ) : (
                <Empty>{t('notification.none')}</Empty>
              )}
              <Pagination
                style={{ padding: 12 }}
                current={page}
                pageSize={20}
                total={total}
                hideOnSinglePage
                showSizeChanger={false}
                onChange={(next) => setSearch(next === 1 ? {} : { page: String(next) })}
              />
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}
