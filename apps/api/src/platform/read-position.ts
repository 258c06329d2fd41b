import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { parseChangeNotice, type Change } from '@mofan/store/change';
import type { Database } from '@mofan/store/database';
import { listen } from '@mofan/store/doorbell';
import { PositionSeal } from '@mofan/store/sealed-position';
import { serverSecret } from '@mofan/store/server-secret';
import { Subject } from 'rxjs';
import { DATABASE } from './database.module.ts';
import { Refused } from './problem.ts';

/** How long a query waits for what the caller has just written; then it answers with what there is. */
const PATIENCE_MS = 2000;
const LOOK_MS = 50;

/** What the worker told: how far the read models are, and what changed; null: anything may have. */
export interface Heard {
  position: number;
  changes: readonly Change[] | null;
}

/** Knows how far the read models have come, and lets a query wait until they have what its caller wrote. */
@Injectable()
export class ReadPosition implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly heard = new Subject<Heard>();
  private position = 0;
  private ears: { stop(): Promise<void> } | undefined;
  private seal: Promise<PositionSeal> | undefined;

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.ears = listen(this.database.url, 'mofan_changed', (payload) => void this.hear(payload));
  }

  async onApplicationShutdown(): Promise<void> {
    this.heard.complete();
    await this.ears?.stop();
  }

  get current(): number {
    return this.position;
  }

  async sealed(position: number): Promise<string> {
    return (await this.sealer()).seal(position);
  }

  /** The position in a token. Throws `position.invalid` when this server did not make it. */
  async opened(token: string): Promise<number> {
    const position = (await this.sealer()).open(token);
    if (position === undefined) throw new Refused(400, 'position.invalid');
    return position;
  }

  /** Waits until the read models have what was written up to `after`, but not for ever. */
  async caughtUp(after: string | undefined): Promise<void> {
    if (after === undefined) return;
    const wanted = await this.opened(after);
    await this.until(async () => {
      if (this.position < wanted) await this.look();
      return this.position >= wanted;
    });
  }

  /** The same for a unit's scorecard: no recomputation is due any more for what was written up to `after`. */
  async scorecardCaughtUp(after: string | undefined, cycleId: string, unitId: string): Promise<void> {
    if (after === undefined) return;
    await this.caughtUp(after);
    const wanted = await this.opened(after);
    await this.until(async () => {
      const { rows } = await this.database.pool.query(
        `select from due where processor = 'recompute-scorecard' and key = $1 and first_position <= $2`,
        [`${cycleId}/${unitId}`, wanted],
      );
      return rows.length === 0;
    });
  }

  private async until(reached: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await reached()) && Date.now() < deadline) await this.nextNews();
  }

  private nextNews(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        news.unsubscribe();
        resolve();
      };
      const timer = setTimeout(done, LOOK_MS);
      const news = this.heard.subscribe(done);
    });
  }

  private async hear(payload: string): Promise<void> {
    const notice = parseChangeNotice(payload);
    if (notice) this.position = Math.max(this.position, notice.position);
    else await this.look().catch(() => {});
    this.heard.next({ position: this.position, changes: notice?.changes ?? null });
  }

  private async look(): Promise<void> {
    const { rows } = await this.database.pool.query<{ position: string | null }>(
      'select min(position) as position from checkpoint',
    );
    this.position = Math.max(this.position, Number(rows[0]?.position ?? 0));
  }

  private sealer(): Promise<PositionSeal> {
    this.seal ??= serverSecret(this.database.pool, 'position-seal').then((key) => new PositionSeal(key));
    this.seal.catch(() => (this.seal = undefined));
    return this.seal;
  }
}
