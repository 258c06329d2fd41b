import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'pg';

/**
 * The base of `http`: node:http and pg, nothing else. GET reads the row of one scorecard and answers with the api's
 * own body; POST reads one stream, inserts one row into `plain_event` and answers. As many connections as the api.
 */
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10, keepAlive: true });

const { cycleId, unitId, audience, frame } = JSON.parse(process.env['BASE_SUBJECT']!) as {
  cycleId: string;
  unitId: string;
  audience: string;
  /** what the api's answer carries beside the row */
  frame: object;
};

const answer = (response: ServerResponse, body: unknown) => {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
};

const readScorecard = async (response: ServerResponse) => {
  const { rows } = await pool.query<{ body: unknown; facts_at: Date | null }>({
    name: 'scorecard',
    text: 'select body, facts_at from scorecard where cycle_id = $1 and unit_id = $2 and audience = $3',
    values: [cycleId, unitId, audience],
  });
  const { body, facts_at } = rows[0]!;
  answer(response, { ...frame, factsAt: facts_at?.toISOString() ?? null, scorecard: body });
};

const readBody = async (request: IncomingMessage): Promise<{ evidenceId: string }> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as { evidenceId: string };
};

const HASH = Buffer.alloc(32, 7);
const NOBODY = '00000000-0000-4000-8000-000000000000';

const recordEvidence = async (request: IncomingMessage, response: ServerResponse) => {
  const body = await readBody(request);
  const stream = `evidence-${body.evidenceId}`;
  const { rows } = await pool.query<{ version: number }>({
    name: 'stream',
    text: `select position, stream, version, type, schema, data, actor, correlation, recorded_at, demonstration, hash
           from plain_event where stream = $1 and version > $2 order by version`,
    values: [stream, 0],
  });
  const version = (rows.at(-1)?.version ?? 0) + 1;
  const inserted = await pool.query<{ position: string }>({
    name: 'insert',
    text: `insert into plain_event (stream, version, type, schema, data, actor, correlation, recorded_at, demonstration,
             previous_hash, hash)
           values ($1, $2, 'EvidenceSubmitted', 1, $3, $4, $5, now(), false, null, $6) returning position`,
    values: [stream, version, JSON.stringify(body), NOBODY, NOBODY, HASH],
  });
  answer(response, { position: inserted.rows[0]!.position, version });
};

const server = createServer((request, response) => {
  const work = request.method === 'POST' ? recordEvidence(request, response) : readScorecard(response);
  work.catch((error: unknown) => {
    console.error(error);
    response.statusCode = 500;
    response.end();
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('listening'));
process.once('SIGTERM', () => process.exit(0));
