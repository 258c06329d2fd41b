import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from '../say.ts';

interface Program {
  name: string;
  script: string;
  /** of Node.js */
  flags: readonly string[];
  env: NodeJS.ProcessEnv;
  logFile: string;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** whoever lived this long had started well */
const SETTLED = 60_000;
const LARGEST_LOG = 20 * 1024 * 1024;

/**
 * A program of ours that runs as its own process, writes to its own log and is started again when it ends. It loads at
 * once, but begins only when it is released.
 */
export class SupervisedProcess {
  /** how often it has ended by itself since it last ran well */
  failures = 0;
  private child: ChildProcess | undefined;
  private again: NodeJS.Timeout | undefined;
  private stopping = false;
  private released: NodeJS.ProcessEnv | undefined;

  constructor(private readonly program: Program) {
    this.start();
  }

  /** Lets it begin, with what its environment still lacks. */
  release(env: NodeJS.ProcessEnv): void {
    this.released = env;
    this.child?.send(env);
  }

  /** Asks it to end, and makes it end when it does not. */
  async stop(patience = 10_000): Promise<void> {
    this.stopping = true;
    clearTimeout(this.again);
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => child.kill('SIGKILL'), patience);
      child.once('exit', () => {
        clearTimeout(force);
        resolve();
      });
      child.kill('SIGTERM');
    });
  }

  /** What it wrote last. */
  lastLines(): string {
    const text = fs.readFileSync(this.program.logFile, 'utf8');
    return text.trimEnd().split('\n').slice(-8).join('\n');
  }

  private start() {
    const { script, flags, env, logFile } = this.program;
    const startedAt = Date.now();
    const log = openLog(logFile);
    const leash = pathToFileURL(path.join(import.meta.dirname, 'leash.js')).href;
    // detached: Ctrl-C in the terminal reaches the launcher alone, which then stops all in order
    this.child = spawn(process.execPath, ['--enable-source-maps', ...flags, '--import', leash, script], {
      env,
      stdio: ['ignore', log, log, 'ipc'],
      detached: true,
    });
    fs.closeSync(log);
    this.child.on('error', () => {}); // it is gone already: 'exit' tells
    if (this.released) this.child.send(this.released);
    this.child.once('exit', (code, signal) => this.onExit(startedAt, signal ?? `code ${code}`));
  }

  private onExit(startedAt: number, how: string) {
    if (this.stopping) return;
    this.failures = Date.now() - startedAt > SETTLED ? 1 : this.failures + 1;
    const pause = Math.min(FIRST_PAUSE * 2 ** (this.failures - 1), LONGEST_PAUSE);
    const { name, logFile } = this.program;
    say(
      `${name} 意外退出（${how}），${pause / 1000} 秒后重启。`,
      `${name} ended (${how}), again in ${pause / 1000} s: ${logFile}`,
    );
    this.again = setTimeout(() => this.start(), pause);
  }
}

/** Opens a log to append to; one that has grown too large steps aside once. */
const openLog = (file: string): number => {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) fs.renameSync(file, `${file}.1`);
  return fs.openSync(file, 'a', 0o640);
};
