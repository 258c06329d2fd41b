import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { bundleOf } from './bundle.ts';
import { freePort } from '@mofan/store/free-port';

export interface ApiProcess {
  origin: string;
  /** Asks it to end, as the launcher and containers do. */
  terminate(): void;
  /** how it ended: by which code or signal */
  ended: Promise<number | NodeJS.Signals>;
}

/** The api as it is run, once it listens. */
export const startApi = async (env: Record<string, string>): Promise<ApiProcess> => {
  const port = await freePort();
  const child = spawn(process.execPath, ['--enable-source-maps', bundleOf('api')], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: `${port}`, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit').then(([code, signal]) => {
    process.off('exit', kill);
    return (signal ?? code) as number | NodeJS.Signals;
  });
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('"listening"')) break;
  child.stdout.resume();
  return { origin: `http://127.0.0.1:${port}`, terminate: () => child.kill('SIGTERM'), ended };
};
