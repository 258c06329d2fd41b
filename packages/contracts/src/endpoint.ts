import type { z } from 'zod';
import type { Permission } from './access.ts';

type Method = 'GET' | 'POST' | 'DELETE';

/** Who may call: anyone, anyone signed in, or who holds the permission for the data asked for. */
export type Policy = 'public' | 'signed-in' | Permission;

/** One route as both sides see it. Path parameters stand in braces: `/api/cycles/{cycleId}`. */
export interface Endpoint {
  method: Method;
  path: `/api/${string}`;
  summary: string;
  policy: Policy;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** how long a JSON body may be, where the general limit is too short */
  bodyBytes?: number;
  /** absent: 204 without a body, or a stream that its handler writes itself */
  response?: z.ZodType;
  /** a command: needs an `Idempotency-Key`, and its answer is kept under that key */
  command?: boolean;
  /** what a raw answer is made of, where it is not JSON */
  produces?: 'text/event-stream' | 'application/octet-stream';
  /** what a raw request is made of, where it is not JSON */
  consumes?: 'multipart/form-data';
}

/** Declares an endpoint without widening its types. */
export const endpoint = <const Declared extends Endpoint>(declared: Declared): Declared => declared;
