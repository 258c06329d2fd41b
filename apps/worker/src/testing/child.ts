import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A process of its own, to be killed. */
export interface Child {
  pid: number;
  lines: string[];
  /** the process itself, not a parent that could tell it: kill -9 */
  kill(): Promise<void>;
  /** asks it to end; answers with its exit code, or null when it had to be killed after `ms` */
  end(ms?: number): Promise<number | null>;
}

export const startNode = (file: string, env: Record<string, string>): Child => {
  const process_ = spawn(process.execPath, [file], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: process_.stdout }).on('line', (line) => lines.push(line));
  return { pid: process_.pid!, lines, kill: () => stop(process_, 'SIGKILL'), end: (ms) => end(process_, ms) };
};

const stop = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
};

const end = async (child: ChildProcess, ms = 8000): Promise<number | null> => {
  const impatience = setTimeout(() => child.kill('SIGKILL'), ms);
  await stop(child, 'SIGTERM');
  clearTimeout(impatience);
  return child.exitCode;
};
