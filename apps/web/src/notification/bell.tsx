import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import { Empty } from '../ui/states.tsx';
import { Notice } from './notice.tsx';
import { useMarkRead, useNotifications } from './queries.ts';
import './notification.css';

/** What is new, and how much of it is unread. */
export const Bell = () => {
  const { t } = useTranslation();
  const { data } = useNotifications({ page: 1, size: 8 });
  const markRead = useMarkRead();
  const unread = data?.unread ?? 0;
  const fresh = data?.rows.filter(({ read }) => !read).map(({ notificationId }) => notificationId) ?? [];
  return (
    <Popover
      label={unread ? t('notification.bell', { n: unread }) : t('notification.bellNone')}
      testId="bell"
      button={
        <span className="row bell">
          <Icon name="bell" />
          {unread > 0 && (
            <span className="small" data-testid="unread">
              {unread}
            </span>
          )}
        </span>
      }
    >
      {(close) => (
        <div className="notices">
          {data?.rows.length ? (
            data.rows.map((notice) => <Notice key={notice.notificationId} notice={notice} onOpen={close} />)
          ) : (
            <Empty>{t('notification.none')}</Empty>
          )}
          <div className="row between foot">
            <Link className="link small" to="/notifications" onClick={close}>
              {t('notification.all')}
            </Link>
            {fresh.length > 0 && (
              <Button size="small" onClick={() => markRead.mutate(fresh)}>
                {t('notification.markRead')}
              </Button>
            )}
          </div>
        </div>
      )}
    </Popover>
  );
};
