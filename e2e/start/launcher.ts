import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
const READY_MS = 60_000;
/** What would have it start with another database, another queue or other programs than people get. */
const OURS_ALONE = ['DATABASE_URL', 'REDIS_URL', 'NODE_ENV', 'MOFAN_LOG', 'MOFAN_DEMO', 'NODE_OPTIONS'];

/** `npm start`, as somebody types it into a terminal. */
export interface Launcher {
  origin: string;
  /** all that it has printed */
  said(): string;
  /** Waits until it has printed this. */
  says(words: string | RegExp): Promise<void>;
  ready(): Promise<void>;
  /** To everything in the terminal, as Ctrl-C does: npm, its shell and the launcher. */
  signal(name: 'SIGINT' | 'SIGKILL'): void;
  /** its exit code; null where a signal ended it, as Ctrl-C does with the shell between npm and the launcher */
  ended: Promise<number | null>;
}

/** `within` is a command to run it by, say in another mount namespace. */
export const npmStart = (port: number, env: Record<string, string>, within: readonly string[] = []): Launcher => {
  const [command, ...args] = [...within, ...npm(), 'start', '--silent'];
  const terminal = spawn(command!, args, {
    cwd: root,
    env: { ...surroundings(), NPM_CONFIG_UPDATE_NOTIFIER: 'false', PORT: `${port}`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  return new Terminal(terminal, `http://127.0.0.1:${port}`);
};

class Terminal implements Launcher {
  readonly ended: Promise<number | null>;
  private heard = '';

  constructor(
    private readonly process: ChildProcess,
    readonly origin: string,
  ) {
    for (const stream of [process.stdout, process.stderr]) {
      stream!.setEncoding('utf8').on('data', (text: string) => (this.heard += text));
    }
    this.ended = new Promise((resolve, reject) => process.once('error', reject).once('close', resolve));
  }

  said() {
    return this.heard;
  }

  async says(words: string | RegExp) {
    const end = Date.now() + READY_MS;
    let over = false;
    void this.ended.finally(() => (over = true));
    while (!this.heard.match(words)) {
      if (over || Date.now() > end) throw new Error(`${over ? 'ended' : 'waited'} without ${words}:\n${this.heard}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  ready() {
    return this.says(/^ready http/m);
  }

  signal(name: 'SIGINT' | 'SIGKILL') {
    process.kill(-this.process.pid!, name);
  }
}

const npm = (): string[] => {
  const own = process.env['npm_execpath'];
  return own && /npm-cli\.c?js$/.test(own) ? [process.execPath, own] : ['npm'];
};

const surroundings = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS_ALONE.includes(name)));
