import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const Lag = z.strictObject({ name: z.string(), version: z.int(), eventsBehind: z.int() });
const Parked = z.strictObject({
  subscription: z.string(),
  subject: z.string(),
  error: z.string(),
  at: z.iso.datetime(),
});

const FailedRebuild = z.strictObject({ name: z.string(), error: z.string(), at: z.iso.datetime() });

/** `status` alone for anyone; the rest with a right to operations. 503 with `code` when something is wrong. */
export const Health = z.strictObject({
  status: z.enum(['ok', 'unavailable']),
  code: z
    .enum(['database.unreachable', 'worker.silent', 'projection.lagging', 'rebuild.failed', 'event.parked'])
    .optional(),
  database: z.strictObject({ version: z.string() }).optional(),
  worker: z.strictObject({ seenAt: z.iso.datetime().nullable() }).optional(),
  projections: z.array(Lag).optional(),
  due: z.array(z.strictObject({ processor: z.string(), waiting: z.int() })).optional(),
  parked: z.array(Parked).optional(),
  /** read models whose new table was not put in place: the old one is still in use */
  failedRebuilds: z.array(FailedRebuild).optional(),
});
export type Health = z.infer<typeof Health>;

export const readHealth = endpoint({
  method: 'GET',
  path: '/api/health',
  summary: '健康',
  policy: 'public',
  response: Health,
});

/**
 * The live stream: messages of type `changed` hold a list of what changed in the asker's scope; their ids are sealed
 * positions, which `Last-Event-ID` resumes from.
 */
export const Changed = z.strictObject({
  /** `everything`: too much happened to name it, or the server itself had to catch up */
  topic: z.enum([
    'everything',
    'scorecard',
    'evidence',
    'incident',
    'notification',
    'unit',
    'cycle',
    'ruling',
    'rubric',
    'rubric-draft',
  ]),
  unitId: z.string().nullable(),
});
export type Changed = z.infer<typeof Changed>;

/** The data of one live message: at least one change. */
export const LiveMessage = z.array(Changed);
export type LiveMessage = z.infer<typeof LiveMessage>;

export const readLive = endpoint({
  method: 'GET',
  path: '/api/live',
  summary: '实时变化 (SSE)',
  policy: 'signed-in',
  produces: 'text/event-stream',
});
