import { randomUUID } from 'node:crypto';
import { DomainError } from '@mofan/domain/kernel/error';
import type { RubricDraftCommand } from '@mofan/domain/rubric-draft/messages';
import { table } from '@mofan/domain/rubric-draft/table.fixture';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOn, type Commands } from './commands.ts';
import { PostgresEventLog } from './postgres-event-log.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
let pool: Pool;
let doors: [Commands, Commands];
let log: PostgresEventLog;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 10 });
  pool.on('error', () => {}); // dropping the database may overtake the goodbye of an idle connection
  log = new PostgresEventLog(pool);
  // Neither knows a list of versions: it is as far behind as it can be.
  doors = [commandsOn(log), commandsOn(new PostgresEventLog(pool))];
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const request = (key?: string) => ({
  envelope: {
    actor: randomUUID(),
    correlation: randomUUID(),
    recordedAt: '2026-03-01T01:00:00.000Z',
    demonstration: false,
  },
  key,
});

/** A draft that nothing stands against but perhaps its name. */
const drafted = async (version: string) => {
  const [first] = doors;
  const draftId = randomUUID();
  const content = table({ version });
  const draft = { type: 'DraftRubric', basedOn: null, origin: 'import', text: `version: ${version}` } as const;
  await first.rubricDraft({ ...draft, draftId, content }, request());
  const signature = { edition: 1, rulings: ['A01'], office: '机关党委' };
  await first.rubricDraft({ type: 'SignDraftRulings', draftId, ...signature }, request());
  return { type: 'PublishRubric', draftId, edition: 1, content, contradictions: [] } satisfies RubricDraftCommand;
};

const outcomes = async (publications: Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(publications)).map((each) =>
    each.status === 'fulfilled'
      ? 'published'
      : each.reason instanceof DomainError
        ? each.reason.code
        : `${each.reason}`,
  );
const publishedIn = async (version: string) => {
  const events = await log.readAfter(0, 1e6);
  const named = (data: unknown) => (data as { rubric: { version: string } }).rubric.version === version;
  return events.filter(({ type, data }) => type === 'RubricPublished' && named(data)).length;
};

describe('the name of a published version', () => {
  it('is given once, however many drafts are published under it at the same time by two processes', async () => {
    const drafts = await Promise.all(Array.from({ length: 12 }, () => drafted('2027')));
    const said = await outcomes(drafts.map((draft, n) => doors[n % 2]!.rubricDraft(draft, request(randomUUID()))));
    expect(said.toSorted()).toEqual(['published', ...said.slice(1).map(() => 'rubric-draft.version-taken')]);
    expect(await publishedIn('2027')).toBe(1);
  });

  it('is given to each that asks for another one', async () => {
    const drafts = await Promise.all(['2028', '2028.1', '2029'].map(drafted));
    const said = await outcomes(drafts.map((draft, n) => doors[n % 2]!.rubricDraft(draft, request(randomUUID()))));
    expect(said).toEqual(['published', 'published', 'published']);
  });

  it('is told from a draft that was published already', async () => {
    const draft = await drafted('2030');
    const said = await outcomes(doors.map((door) => door.rubricDraft(draft, request(randomUUID()))));
    expect(said.toSorted()).toEqual(['published', 'rubric-draft.is-published']);
    expect(await publishedIn('2030')).toBe(1);
  });

  it('is answered alike to one command that comes twice', async () => {
    const draft = await drafted('2031');
    const [first] = doors;
    const once = request(randomUUID());
    expect(await first.rubricDraft(draft, once)).toEqual(await first.rubricDraft(draft, once));
  });
});
