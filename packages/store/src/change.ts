import type { Pool } from 'pg';
import { Doorbell } from './doorbell.ts';

export type Topic =
  'scorecard' | 'evidence' | 'incident' | 'notification' | 'unit' | 'cycle' | 'ruling' | 'rubric' | 'rubric-draft';

/** A read model has changed: of which topic, and for which unit or role where it is of one. */
export interface Change {
  topic: Topic;
  unitId: string | null;
  role?: string;
}

/** What the worker tells the api after each commit. */
export interface ChangeNotice {
  /** how far the projections have read */
  position: number;
  /** null: too many to name, anything may have changed */
  changes: Change[] | null;
}

/** Tells every api that read models changed; several notices become one. */
export const changeBell = (pool: Pool) =>
  new Doorbell<ChangeNotice & { changes: Change[] }>(pool, 'mofan_changed', (notices) => {
    const changes = new Map(
      notices.flatMap((notice) => notice.changes.map((change) => [JSON.stringify(change), change])),
    );
    return JSON.stringify({
      position: Math.max(...notices.map(({ position }) => position)),
      changes: [...changes.values()],
    } satisfies ChangeNotice);
  });

/** The notice in a payload; undefined for an empty one, which means that anything may have happened. */
export const parseChangeNotice = (payload: string): ChangeNotice | undefined =>
  payload === '' ? undefined : (JSON.parse(payload) as ChangeNotice);

/** Tells the worker that the log has grown. */
export const appendBell = (pool: Pool) => new Doorbell<null>(pool, 'mofan_appended', () => '');
