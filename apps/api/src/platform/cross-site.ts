import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { Refused } from './problem.ts';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A request that changes something must come from our own pages: browsers say so by Fetch Metadata, older ones by
 * Origin. A client without either is no browser; it may act only without a cookie that a browser could have added.
 */
export const refuseCrossSite = (request: FastifyRequest, _: FastifyReply, done: HookHandlerDoneFunction): void =>
  done(comesFromElsewhere(request) ? new Refused(403, 'access.cross-site') : undefined);

const comesFromElsewhere = ({ method, headers }: FastifyRequest): boolean => {
  if (SAFE.has(method)) return false;
  const { origin, host, cookie, 'sec-fetch-site': site } = headers;
  if (site !== undefined) return site !== 'same-origin';
  if (origin !== undefined) return !URL.canParse(origin) || new URL(origin).host !== host;
  return cookie !== undefined;
};
