import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dice } from './dice.ts';

export interface Answer {
  status: number;
  body: { position?: string; version?: number; code?: string };
  cookie: string | undefined;
}

interface Sent {
  path: string;
  body: object;
  key?: string;
  cookie?: string | undefined;
  /** the client hangs up after so many milliseconds, and never learns what became of it */
  patience?: number;
}

export const post = (port: number, { path, body, key, cookie, patience = 5000 }: Sent): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const sent = request({
      port,
      path,
      host: '127.0.0.1',
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        'sec-fetch-site': 'same-origin',
        ...(key && { 'idempotency-key': key }),
        ...(cookie && { cookie }),
      },
    });
    const hangUp = setTimeout(() => sent.destroy(new Error('no patience')), patience);
    sent.on('error', reject).on('close', () => clearTimeout(hangUp));
    sent.on('response', (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (part: string) => (answer += part));
      response.on('error', reject).on('end', () => {
        try {
          const [set] = response.headers['set-cookie'] ?? [];
          resolve({ status: response.statusCode!, body: JSON.parse(answer || '{}'), cookie: set?.split(';')[0] });
        } catch (error) {
          reject(error);
        }
      });
    });
    sent.end(text);
  });

/** Somebody signed in, who does not let go of a command before it is acknowledged or refused for good. */
export class Person {
  private cookie: string | undefined;
  retries = 0;

  constructor(
    private readonly port: number,
    private readonly login: string,
    private readonly password: string,
    readonly dice: Dice,
  ) {}

  /** Repeats under one key. Every now and then hangs up early, or repeats though it has the answer. */
  async command(path: string, body: object): Promise<Answer> {
    const key = randomUUID();
    const answer = await this.persist(() => this.once(path, body, key));
    if (this.dice.roll() < 0.1) {
      const again = await this.persist(() => this.once(path, body, key));
      if (again.status !== answer.status || again.body.version !== answer.body.version) {
        throw new Error(`repeated, ${path} answered ${JSON.stringify(again)} after ${JSON.stringify(answer)}`);
      }
    }
    return answer;
  }

  /** One try; throws where it remains unknown what became of it. */
  async once(path: string, body: object, key: string, hangUp = 0.08): Promise<Answer> {
    this.cookie ??= await this.signIn();
    const patience = this.dice.roll() < hangUp ? 2 + this.dice.upTo(12) : 5000;
    const answer = await post(this.port, { path, body, key, cookie: this.cookie, patience });
    if (answer.status === 401) this.cookie = undefined;
    if (answer.status >= 500 || answer.status === 401 || answer.status === 409) {
      throw new Error(`${answer.status} ${answer.body.code}`);
    }
    return answer;
  }

  async persist(attempt: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      try {
        return await attempt();
      } catch {
        this.retries += 1;
        await sleep(10 + this.dice.upTo(60));
      }
    }
  }

  private async signIn(): Promise<string> {
    const body = { account: this.login, password: this.password };
    const { status, cookie } = await post(this.port, { path: '/api/session', body });
    if (status !== 200 && status !== 201) throw new Error(`sign in: ${status}`);
    return cookie!;
  }
}
