import { existsSync } from 'node:fs';
import path from 'node:path';
import staticFiles from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refused } from './problem.ts';

const YEAR_SECONDS = 31_536_000;

/** Serves the built web app from our own origin: hashed assets for ever, the page itself always asked for anew. */
export const serveWebApp = async (app: NestFastifyApplication, root: string): Promise<void> => {
  const folder = path.resolve(root);
  if (!existsSync(path.join(folder, 'index.html'))) throw new Error(`the web app is not built: ${folder}`);
  await app.register(staticFiles, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    maxAge: YEAR_SECONDS * 1000,
    immutable: true,
    preCompressed: true,
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', async (request, reply) => {
    const asked = decodeURIComponent(request.url.split('?')[0]!).slice(1);
    if (asked.startsWith('api/')) throw new Refused(404, 'not-found');
    const own = path.posix.normalize(asked);
    const named = /^[\w-]+\.[a-z]+$/.test(own) && existsSync(path.join(folder, own)) ? own : 'index.html';
    // Every path of the app is answered with the page; the app itself says when it knows no such path.
    return reply.header('cache-control', 'no-cache').sendFile(named, folder, { cacheControl: false });
  });
};
