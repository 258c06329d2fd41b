import { randomUUID } from 'node:crypto';

/** The secretary of 道路设施所, by way of the api. */
export class Secretary {
  private constructor(
    private readonly origin: string,
    private readonly cookie: string,
  ) {}

  static async signIn(origin: string, password: string): Promise<Secretary> {
    const answer = await post(`${origin}/api/session`, { account: 'road', password });
    if (!answer.ok) throw new Error(`sign in: ${answer.status} ${await answer.text()}`);
    return new Secretary(origin, answer.headers.getSetCookie()[0]!.split(';')[0]!);
  }

  /** Records a session of today; answers with the record's id. */
  async record(): Promise<string> {
    const evidenceId = randomUUID();
    const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format();
    const record = {
      evidenceId,
      cycleId: today.slice(0, 4),
      unitId: 'road',
      kind: 'group-study-session',
      title: '集中学习',
      occurredOn: today,
      session: 1,
      attendance: null,
      criteria: ['2.1'],
      attachments: [],
    };
    const headers = { cookie: this.cookie, 'idempotency-key': randomUUID() };
    const answer = await post(`${this.origin}/api/evidence`, record, headers);
    if (!answer.ok) throw new Error(`record: ${answer.status} ${await answer.text()}`);
    const { position } = (await answer.json()) as { position: string };
    await this.read(evidenceId, position);
    return evidenceId;
  }

  async read(evidenceId: string, after?: string): Promise<{ title: string; status: string }> {
    const query = after ? `?after=${encodeURIComponent(after)}` : '';
    const answer = await fetch(`${this.origin}/api/evidence/${evidenceId}${query}`, {
      headers: { cookie: this.cookie },
    });
    if (!answer.ok) throw new Error(`read: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { title: string; status: string };
  }
}

const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: JSON.stringify(body),
  });
