import { z } from 'zod';
import { Uuid } from '@mofan/domain/kernel/message';
import { endpoint } from './endpoint.ts';
import { After, Instant, Paging } from './wire.ts';

export const NotificationKind = z.enum([
  'incident-confirmed',
  'incident-reversed',
  'evidence-returned',
  'incident-to-confirm',
]);

export const NotificationRow = z.strictObject({
  notificationId: z.uuid(),
  kind: NotificationKind,
  at: Instant,
  read: z.boolean(),
  /** what it is about, to open on a click */
  subject: z.strictObject({
    type: z.enum(['evidence', 'incident', 'leaf']),
    id: z.string(),
    cycleId: z.string().nullable(),
    unitId: z.string().nullable(),
  }),
  /** values that the sentence shows: title, document number, reason, amount */
  details: z.record(z.string(), z.string()),
});
export type NotificationRow = z.infer<typeof NotificationRow>;

/** Latest first. */
export const listNotifications = endpoint({
  method: 'GET',
  path: '/api/notifications',
  summary: '提醒',
  policy: 'notification.read',
  query: z.strictObject({ ...After, ...Paging }),
  response: z.strictObject({ rows: z.array(NotificationRow), total: z.int(), unread: z.int() }),
});

/** Marks those of the asker's own as read; others are passed over. */
export const readNotifications = endpoint({
  method: 'POST',
  path: '/api/notifications/read',
  summary: '标为已读',
  policy: 'notification.read',
  body: z.strictObject({ notificationIds: z.array(Uuid).min(1).max(200) }),
  response: z.strictObject({ unread: z.int() }),
});
