import { Controller, Inject } from '@nestjs/common';
import { listNotifications, readNotifications, type NotificationRow } from '@mofan/contracts/notification';
import type { Database, Prisma } from '@mofan/store/database';
import { CalledBy, type Caller } from '../platform/caller.ts';
import { DATABASE } from '../platform/database.module.ts';
import { Implements, Input, type InputOf } from '../platform/implements.ts';
import { ReadPosition } from '../platform/read-position.ts';

/** What was told to the caller's unit or role; whoever stands for the unit today reads what was told to it. */
const toldTo = (caller: Caller): Prisma.NotificationWhereInput => ({
  OR: [{ recipientRole: caller.role }, ...(caller.unitId ? [{ recipientUnit: caller.unitId }] : [])],
});

@Controller()
export class NotificationController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly readPosition: ReadPosition,
  ) {}

  @Implements(listNotifications)
  async list(@Input() { query: { after, page, size } }: InputOf<typeof listNotifications>, @CalledBy() caller: Caller) {
    await this.readPosition.caughtUp(after);
    const where = toldTo(caller);
    const { prisma } = this.database;
    const [rows, total, unread] = await Promise.all([
      prisma.notification.findMany({
        where,
        orderBy: [{ at: 'desc' }, { notificationId: 'asc' }],
        skip: (page - 1) * size,
        take: size,
        include: { readBy: { where: { accountId: caller.accountId } } },
      }),
      prisma.notification.count({ where }),
      this.unread(caller),
    ]);
    return { rows: rows.map(notificationRow), total, unread };
  }

  @Implements(readNotifications)
  async read(@Input() { body }: InputOf<typeof readNotifications>, @CalledBy() caller: Caller) {
    const { prisma } = this.database;
    const own = await prisma.notification.findMany({
      where: { AND: [toldTo(caller), { notificationId: { in: body.notificationIds } }] },
      select: { notificationId: true },
    });
    await prisma.notificationRead.createMany({
      data: own.map(({ notificationId }) => ({ notificationId, accountId: caller.accountId })),
      skipDuplicates: true,
    });
    return { unread: await this.unread(caller) };
  }

  private unread(caller: Caller): Promise<number> {
    return this.database.prisma.notification.count({
      where: { AND: [toldTo(caller), { readBy: { none: { accountId: caller.accountId } } }] },
    });
  }
}

type Stored = Prisma.NotificationGetPayload<{ include: { readBy: true } }>;

const notificationRow = ({ notificationId, kind, at, subject, details, readBy }: Stored): NotificationRow => ({
  notificationId,
  kind: kind as NotificationRow['kind'],
  at: at.toISOString(),
  read: readBy.length > 0,
  subject: subject as unknown as NotificationRow['subject'],
  details: details as unknown as NotificationRow['details'],
});
