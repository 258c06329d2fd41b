import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { atTheEnd } from './clear-up.ts';
import { freePort } from '@mofan/store/free-port';

export interface Program {
  port: number;
  stop(): Promise<void>;
}

/** Starts a Node.js program on a free `PORT` and waits until a line of its output contains `readyWord`. */
export const programOf = async (
  args: readonly string[],
  env: Record<string, string | undefined>,
  readyWord: string,
): Promise<Program> => {
  const port = await freePort();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  atTheEnd(stop);
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (output.includes(readyWord)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${output}`)));
  });
  return { port, stop };
};
