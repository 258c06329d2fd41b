import { createRequire } from 'node:module';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { Refused } from '../../platform/problem.ts';
import { Settings } from '../../platform/settings.ts';
import type { TaskName, Tasks } from './tasks.ts';

/** As built, also where the api itself runs from its sources. */
const THREAD = createRequire(import.meta.url).resolve('@mofan/api/check-thread');
/** A thread that nobody needs ends: checks come in bursts, while somebody writes. */
const IDLE_MS = 60_000;
const MOST_THREADS = 2;

/** Reads, checks and compares tables beside the thread that answers requests, within limits of time and memory. */
@Injectable()
export class CheckThreads implements OnApplicationShutdown {
  private readonly pool: Piscina;

  constructor(private readonly settings: Settings) {
    this.pool = new Piscina({
      filename: THREAD,
      minThreads: 0,
      maxThreads: MOST_THREADS,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: settings.checkMegabytes },
    });
  }

  /**
   * Runs a task until `signal` is aborted, which ends it with the signal's reason. Throws `rubric-check.too-long` and
   * `rubric-check.too-large` at the limits; waiting for a thread counts as time.
   */
  async run<Name extends TaskName>(
    name: Name,
    takes: Tasks[Name]['takes'],
    signal: AbortSignal,
  ): Promise<Tasks[Name]['gives']> {
    const { checkMs, checkMegabytes } = this.settings;
    const late = AbortSignal.timeout(checkMs);
    try {
      return (await this.pool.run(takes, { name, signal: AbortSignal.any([signal, late]) })) as Tasks[Name]['gives'];
    } catch (error) {
      signal.throwIfAborted();
      if (late.aborted) throw new Refused(503, 'rubric-check.too-long', { details: { seconds: checkMs / 1000 } });
      if (isOutOfMemory(error)) {
        throw new Refused(422, 'rubric-check.too-large', { details: { megabytes: checkMegabytes } });
      }
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }
}

/** Whether a task came to the end of its time or its memory. */
export const isBeyondLimits = (error: unknown): boolean =>
  error instanceof Refused && ['rubric-check.too-long', 'rubric-check.too-large'].includes(error.code);

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
