import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../fault.ts';
import { say } from '../say.ts';
import type { SupervisedProcess } from './supervised-process.ts';

/** Wrong, but nothing that waiting longer would mend or that keeps people from working. */
const bearable = new Set(['event.parked', 'projection.lagging']);
const PATIENCE = 120_000;
const PATIENCE_WITH_BEARABLE = 20_000;

/** Waits until the api says that all is well. Throws a Fault with a child's last words when one keeps ending. */
export const waitUntilHealthy = async (
  port: number,
  children: { api: SupervisedProcess; worker: SupervisedProcess },
  signal: AbortSignal,
): Promise<void> => {
  const begun = Date.now();
  for (;;) {
    signal.throwIfAborted();
    const health = await readHealth(port);
    if (health === 'ok') return;
    if (health && bearable.has(health) && Date.now() - begun > PATIENCE_WITH_BEARABLE) {
      say(`服务已启动，但需留意：${health}。请运行 npm run mofan -- doctor。`, `Up, but look at: ${health}`);
      return;
    }
    for (const [name, child] of Object.entries(children))
      if (child.failures >= 3) throw givingUp(name, child.lastLines());
    if (Date.now() - begun > PATIENCE) throw givingUp('api', health ?? children.api.lastLines());
    await sleep(10);
  }
};

/** 'ok', a reason code, or undefined while nobody answers. */
const readHealth = (port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const request = http.get(
      { host: '127.0.0.1', port, path: '/api/health', agent: false, timeout: 5000 },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () => resolve(response.statusCode === 200 ? 'ok' : codeOf(body)));
        response.on('error', () => resolve(undefined));
      },
    );
    request.on('error', () => resolve(undefined)).on('timeout', () => request.destroy());
  });

const codeOf = (body: string): string | undefined => {
  try {
    return (JSON.parse(body) as { code?: string }).code;
  } catch {
    return undefined;
  }
};

const givingUp = (name: string, words: string): Fault =>
  new Fault(`${name} 未能启动，最后的日志如下。\n${words}`, `${name} did not start; its last words are above.`);
