import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { MessageEvent } from '@nestjs/common';
import type { Permission } from '@mofan/contracts/access';
import type { Changed } from '@mofan/contracts/operations';
import type { Change, Topic } from '@mofan/store/change';
import type { Database } from '@mofan/store/database';
import { concatMap, filter, interval, map, merge, Observable, share, Subject, takeUntil } from 'rxjs';
import type { Caller } from '../platform/caller.ts';
import { DATABASE } from '../platform/database.module.ts';
import { ReadPosition, type Heard } from '../platform/read-position.ts';

const HEARTBEAT_MS = 15_000;

/** What one must be allowed to read to be told that it changed. */
const PERMISSION: Record<Topic, Permission> = {
  scorecard: 'scorecard.read',
  evidence: 'evidence.read',
  incident: 'incident.read',
  notification: 'notification.read',
  unit: 'unit.read',
  cycle: 'cycle.read',
  ruling: 'rubric.read',
  rubric: 'rubric.read',
  'rubric-draft': 'rubric-draft.read',
};
/** These concern nobody's data in particular. */
const COMMON: ReadonlySet<Topic> = new Set(['cycle', 'ruling', 'rubric', 'rubric-draft']);

/** Whether a caller may be told of a change. The silence must be as tight as the lists. */
export const mayHear = (caller: Caller, { topic, unitId, role }: Change): boolean => {
  const reach = caller.reach(PERMISSION[topic]);
  if (!reach) return false;
  if (topic === 'notification') return role === caller.role || (unitId !== null && unitId === caller.unitId);
  // A case that is only recorded is nobody's news at the unit: it hears of its scorecard once the case counts.
  if (topic === 'incident') return reach === 'all';
  return COMMON.has(topic) || caller.mayReach(PERMISSION[topic], unitId);
};

/** The live stream: what changed, in each listener's scope, with sealed positions to resume from. */
@Injectable()
export class LiveStream implements BeforeApplicationShutdown {
  private readonly shutdown = new Subject<void>();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly readPosition: ReadPosition,
  ) {}

  beforeApplicationShutdown(): void {
    this.shutdown.next();
    this.shutdown.complete();
  }

  /**
   * `since`: the sealed position of the last message that the listener has; what changed after it is told first. The
   * stream ends when `stillSignedIn` says no: a session that was revoked must not go on listening.
   */
  async of(
    caller: Caller,
    since: string | undefined,
    stillSignedIn: () => Promise<boolean>,
  ): Promise<Observable<MessageEvent>> {
    const heard = await this.heardSince(since);
    // A comment, because a message without an id would be numbered and overwrite the position to resume from.
    const beats = interval(HEARTBEAT_MS).pipe(concatMap(stillSignedIn), share());
    const heartbeat = beats.pipe(map((): MessageEvent => ({ comment: 'heartbeat' })));
    const revoked = beats.pipe(filter((signedIn) => !signedIn));
    const changes = heard.pipe(
      map(({ position, changes }) => ({ position, changed: audible(caller, changes) })),
      filter(({ changed }) => changed.length > 0),
      concatMap(async ({ position, changed }): Promise<MessageEvent> => ({
        id: await this.readPosition.sealed(position),
        type: 'changed',
        data: changed,
      })),
    );
    return merge(changes, heartbeat).pipe(takeUntil(merge(this.shutdown, revoked)));
  }

  /** Listens before it looks back, so that nothing falls between the two. */
  private async heardSince(since: string | undefined): Promise<Observable<Heard>> {
    const waiting: Heard[] = [];
    let deliver = (heard: Heard): void => void waiting.push(heard);
    const listening = this.readPosition.heard.subscribe((heard) => deliver(heard));
    const missed = since === undefined ? [] : [await this.changesAfter(await this.readPosition.opened(since))];
    return new Observable<Heard>((listener) => {
      for (const heard of [...missed, ...waiting]) listener.next(heard);
      deliver = (heard) => listener.next(heard);
      return () => listening.unsubscribe();
    });
  }

  /** Which read models have rows that were written after a position. */
  private async changesAfter(position: number): Promise<Heard> {
    const { rows } = await this.database.pool.query<Change & { role: string | null }>(
      `select distinct 'evidence' as topic, unit_id as "unitId", null as role from evidence where position > $1
       union select distinct 'scorecard', unit_id, null from scorecard where position > $1
       union select distinct 'incident', unit_id, null from incident where position > $1
       union select distinct 'unit', unit_id, null from unit where position > $1
       union select distinct 'cycle', null, null from cycle where position > $1
       union select distinct 'ruling', null, null from signed_rulings where position > $1
       union select distinct 'rubric', null, null from rubric_version where position > $1
       union select distinct 'rubric-draft', null, null from rubric_draft where position > $1
       union select distinct 'notification', recipient_unit, recipient_role from notification where position > $1`,
      [position],
    );
    const changes = rows.map(({ topic, unitId, role }): Change => ({ topic, unitId, ...(role ? { role } : {}) }));
    return { position: this.readPosition.current, changes };
  }
}

const EVERYTHING: readonly Changed[] = [{ topic: 'everything', unitId: null }];

const audible = (caller: Caller, changes: Heard['changes']): readonly Changed[] =>
  changes === null
    ? EVERYTHING
    : changes.filter((change) => mayHear(caller, change)).map(({ topic, unitId }) => ({ topic, unitId }));
