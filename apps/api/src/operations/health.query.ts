import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Health } from '@mofan/contracts/operations';
import type { Database } from '@mofan/store/database';
import { DATABASE } from '../platform/database.module.ts';

export class ReadHealth extends Query<Health> {}

/** The leading worker beats every two seconds; another takes over within a few. */
const SILENT_MS = 15_000;
/** So many events behind, figures are plainly out of date. */
const LAGGING_EVENTS = 10_000;

@QueryHandler(ReadHealth)
export class ReadHealthHandler implements IQueryHandler<ReadHealth> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async execute(): Promise<Health> {
    try {
      return await this.look();
    } catch {
      return { status: 'unavailable', code: 'database.unreachable' };
    }
  }

  private async look(): Promise<Health> {
    const { pool } = this.database;
    const [server, pulse, projections, due, parked, failed] = await Promise.all([
      pool.query<{ version: string }>(`select current_setting('server_version') as version`),
      pool.query<{ seen_at: Date }>('select seen_at from worker_pulse'),
      pool.query<{ name: string; version: number; behind: string }>(
        `select projection as name, version, h.position - c.position as behind
         from checkpoint c, log_head h order by projection`,
      ),
      pool.query<{ processor: string; waiting: string }>(
        'select processor, count(*) as waiting from due where parked_at is null group by processor order by processor',
      ),
      pool.query<{ subscription: string; subject: string; error: string; at: Date }>(
        `select subscription, stream as subject, error, at from parked_stream
         union all
         select processor, key, coalesce(error, ''), parked_at from due where parked_at is not null
         order by at desc limit 100`,
      ),
      pool.query<{ name: string; error: string; at: Date }>(
        `select projection as name, error, finished_at as at from rebuild_request
         where error is not null and finished_at is not null order by projection`,
      ),
    ]);
    const seenAt = pulse.rows[0]?.seen_at;
    const lags = projections.rows.map(({ name, version, behind }) => ({ name, version, eventsBehind: Number(behind) }));
    const code = faultOf(seenAt, lags, failed.rows.length, parked.rows.length);
    return {
      status: code && !BEARABLE.has(code) ? 'unavailable' : 'ok',
      ...(code ? { code } : {}),
      database: { version: server.rows[0]!.version },
      worker: { seenAt: seenAt?.toISOString() ?? null },
      projections: lags,
      due: due.rows.map(({ processor, waiting }) => ({ processor, waiting: Number(waiting) })),
      parked: parked.rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
      failedRebuilds: failed.rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
    };
  }
}

/** What needs somebody, but makes the service no less available: one record, or a table that is not the newest. */
const BEARABLE = new Set<Health['code']>(['event.parked', 'rebuild.failed']);

const faultOf = (
  seenAt: Date | undefined,
  lags: { eventsBehind: number }[],
  failedRebuilds: number,
  parked: number,
): Health['code'] => {
  if (!seenAt || Date.now() - seenAt.getTime() > SILENT_MS) return 'worker.silent';
  if (lags.some(({ eventsBehind }) => eventsBehind > LAGGING_EVENTS)) return 'projection.lagging';
  if (failedRebuilds > 0) return 'rebuild.failed';
  return parked > 0 ? 'event.parked' : undefined;
};
