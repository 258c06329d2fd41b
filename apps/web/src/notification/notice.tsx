import type { NotificationRow } from '@mofan/contracts/notification';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment } from '../ui/format.ts';
import { useMarkRead } from './queries.ts';
import { pathOf } from './subject-path.ts';

/** One notice as a sentence. A click opens what it is about and marks it read. */
export const Notice = ({ notice, onOpen }: { notice: NotificationRow; onOpen?: () => void }) => {
  const { t, i18n } = useTranslation();
  const markRead = useMarkRead();
  const { notificationId, kind, at, read, subject, details } = notice;
  const { category, reason = '', title, documentNumber = '', outcomeDocument = '' } = details;
  const worded = (key: string, otherwise: string) =>
    i18n.exists(key) ? t(key as 'incident.category.other-handling') : otherwise;
  const said = {
    title: title ? t('notification.titled', { title }) : t('notification.untitled'),
    reason: worded(`incident.reversalReason.${reason}`, reason),
    documentNumber,
    outcomeDocument,
    category: worded(`incident.category.${category}`, ''),
  };
  return (
    <Link
      to={pathOf(subject)}
      className={`notice${read ? '' : ' unread'}`}
      data-testid={`notice-${kind}`}
      onClick={() => {
        if (!read) markRead.mutate([notificationId]);
        onOpen?.();
      }}
    >
      <span>
        {!read && <span className="sr-only">{t('notification.unread')}</span>}
        {t(`notification.sentence.${kind}`, said)}
      </span>
      <time className="note" dateTime={at}>
        {moment(at)}
      </time>
    </Link>
  );
};
