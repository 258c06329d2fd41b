import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@mofan/store/embedded/start-embedded-postgres';
import { say } from '../say.ts';
import { logFolder, postgresFolder } from '../settings.ts';
import { explainFolder } from './data-folder.ts';

const LOOK = 500;
const LONGEST_PAUSE = 30_000;

/** The embedded PostgreSQL, started again on the same port when it ends. */
export class SupervisedPostgres {
  private timer: NodeJS.Timeout | undefined;
  private restarting: Promise<void> | undefined;
  private stopping = false;

  private constructor(
    private readonly dataDir: string,
    private server: EmbeddedPostgres,
  ) {
    this.watch();
  }

  static async start(dataDir: string): Promise<SupervisedPostgres> {
    try {
      return new SupervisedPostgres(dataDir, await startIn(dataDir));
    } catch (error) {
      throw explainFolder(error, dataDir);
    }
  }

  get url(): string {
    return this.server.url;
  }

  get adopted(): boolean {
    return this.server.adopted;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.restarting;
    await this.server.stop();
  }

  private watch() {
    this.timer = setTimeout(() => {
      if (this.server.isRunning()) this.watch();
      else this.restarting = this.restart();
    }, LOOK);
  }

  private async restart(pause = LOOK): Promise<void> {
    say('数据库意外停止，正在重启。', 'PostgreSQL ended, starting it again.');
    while (!this.stopping) {
      try {
        this.server = await startIn(this.dataDir, this.server.port);
        say('数据库已恢复。', 'PostgreSQL is back.');
        this.watch();
        return;
      } catch (error) {
        const fault = explainFolder(error, this.dataDir) as Error & { zh?: string };
        say(fault.zh ?? '数据库未能启动。', fault.message);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
        await this.rest(pause);
      }
    }
  }

  /** Waits, but not longer than until it is told to stop. */
  private async rest(pause: number): Promise<void> {
    for (const end = Date.now() + pause; Date.now() < end && !this.stopping;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const startIn = (dataDir: string, port?: number): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({
    dataDir: postgresFolder(dataDir),
    logFile: path.join(logFolder(dataDir), 'postgres.log'),
    port,
  });
