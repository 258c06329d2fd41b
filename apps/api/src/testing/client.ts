import { randomUUID } from 'node:crypto';
import { Problem } from '@mofan/contracts/wire';
import type { Route } from '@mofan/contracts/api';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { expect } from 'vitest';

export type Reply = Awaited<ReturnType<NestFastifyApplication['inject']>>;
type Sent = string | Buffer | object;

interface Asked {
  body?: Sent | undefined;
  headers?: Record<string, string>;
}

/** One browser on our own pages: it carries its cookie and says where its requests come from. */
export class Client {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly cookie?: string,
  ) {}

  get headers(): Record<string, string> {
    return { 'sec-fetch-site': 'same-origin', ...(this.cookie ? { cookie: this.cookie } : {}) };
  }

  ask(method: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'HEAD', url: string, { body, headers }: Asked = {}): Promise<Reply> {
    return this.app.inject({
      method,
      url,
      headers: { ...this.headers, ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.ask('GET', url, { headers });
  }

  /** The JSON of an answer that must be 200. */
  async read<Answer>(url: string): Promise<Answer> {
    const reply = await this.get(url);
    expect(reply.statusCode, `GET ${url}: ${reply.body}`).toBe(200);
    return reply.json<Answer>();
  }

  /** A command under a key, of its own unless one is given. */
  command(url: string, body?: Sent, key: string = randomUUID()): Promise<Reply> {
    return this.ask('POST', url, { body, headers: { 'idempotency-key': key } });
  }

  /** A command that must succeed; answers with the position to read after. */
  async carryOut(url: string, body?: Sent): Promise<string> {
    const reply = await this.command(url, body);
    expect(reply.statusCode, `POST ${url}: ${reply.body}`).toBe(200);
    return reply.json<{ position: string }>().position;
  }
}

/** `GET /api/cycles/{cycleId}` with its parameters in place. */
export const fillPath = (path: string, params: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

export const routeOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}` as Route;

export const cookieIn = (header: string | string[] | undefined): string => String(header).split(';')[0]!;

/** The answer to an attempt to sign in, from a browser that may have a cookie already. */
export const signInWith = (
  app: NestFastifyApplication,
  account: string,
  password: string,
  cookie?: string,
): Promise<Reply> => new Client(app, cookie).ask('POST', '/api/session', { body: { account, password } });

const GENERAL = '系统出错';

/** A refusal as people and programs can rely on it: its status, its stable code, a Chinese sentence of its own. */
export const expectProblem = (reply: Reply, status: number, code: string): void => {
  expect(`${reply.statusCode} ${reply.body}`).toContain(`${status} {`);
  const problem = expectAnyProblem(reply);
  expect(problem.code).toBe(code);
};

/** The same where the code may differ: some 4xx problem. */
export const expectAnyProblem = (reply: Reply): Problem => {
  expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = Problem.parse(reply.json());
  expect(problem.status).toBe(reply.statusCode);
  expect(problem.status, reply.body).toBeGreaterThanOrEqual(400);
  expect(problem.status, reply.body).toBeLessThan(500);
  expect(problem.detail).toMatch(/\p{Script=Han}/u);
  expect(problem.detail, problem.code).not.toContain(GENERAL);
  return problem;
};
