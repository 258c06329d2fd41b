import type { Database } from '@mofan/store/database';
import { afterEach } from 'vitest';
import { lead } from '../platform/leader.ts';
import type { Projection } from '../platform/projection.ts';
import { processors, projections } from '../read-models.ts';
import { rowsOf } from './reading.ts';

/** The worker that leads, and the rebuilds that are asked of it; it is stopped after each test. */
export const useLeader = (database: () => Database) => {
  const toStop: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const stop of toStop.splice(0)) await stop();
  });

  const leading = (led: readonly Projection[] = projections) => {
    const control = new AbortController();
    const reported: unknown[] = [];
    const done = lead(
      {
        database: database(),
        projections: led,
        processors,
        knock: async () => {},
        report: (...said) => reported.push(said),
      },
      control.signal,
    );
    const stop = () => (control.abort(), done);
    toStop.push(stop);
    return { reported, stop };
  };
  const request = (names: readonly string[]) =>
    database().pool.query(
      `insert into rebuild_request (projection) select unnest($1::text[]) on conflict (projection)
       do update set requested_at = now(), done = 0, total = null, finished_at = null, error = null`,
      [names],
    );
  const requests = () => rowsOf(database(), 'rebuild_request');
  const isFinished = async () => (await requests()).every(({ finished_at }) => finished_at !== null);
  return { leading, request, requests, isFinished };
};
