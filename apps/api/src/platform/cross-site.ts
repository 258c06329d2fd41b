import type { FastifyRequest } from 'fastify';
import { Refused } from './problem.ts';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A request that changes something must come from our own pages: browsers say so by Fetch Metadata, older ones by
 * Origin. A client without either is no browser; it may act only without a cookie that a browser could have added.
 */
export const refuseCrossSite = async ({ method, headers }: FastifyRequest): Promise<void> => {
  if (SAFE.has(method)) return;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site !== 'same-origin') throw new Refused(403, 'access.cross-site');
    return;
  }
  const { origin, host } = headers;
  if (origin !== undefined) {
    if (!URL.canParse(origin) || new URL(origin).host !== host) throw new Refused(403, 'access.cross-site');
    return;
  }
  if (headers.cookie !== undefined) throw new Refused(403, 'access.cross-site');
};
