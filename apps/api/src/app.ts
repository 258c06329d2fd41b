import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import session, { type SessionStore } from '@fastify/session';
import * as fastifySession from '@fastify/session';
import { endpoints } from '@mofan/contracts/api';
import type { Endpoint } from '@mofan/contracts/endpoint';
import type { Database } from '@mofan/store/database';
import { serverSecret } from '@mofan/store/server-secret';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import connectPg from 'connect-pg-simple';
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import helmet from 'helmet';
import { AppModule } from './app.module.ts';
import { MOST_FILE_BYTES } from './file/file.controller.ts';
import { callerOf } from './platform/caller.ts';
import { refuseCrossSite } from './platform/cross-site.ts';
import { DATABASE } from './platform/database.module.ts';
import { fastifyPath } from './platform/route-list.ts';
import { openApi } from './platform/open-api.ts';
import { Refused, toProblem } from './platform/problem.ts';
import { CachedSessionStore } from './platform/session-store.ts';
import { Settings } from './platform/settings.ts';
import { serveWebApp } from './platform/web-app.ts';
import { SESSION_COOKIE } from './session/session.controller.ts';

const BODY_BYTES = 256 * 1024;
const SESSION_MS = 12 * 3_600_000;
const PRUNE_SECONDS = 600;
const UNREAD_MS = 5000;

/** Swagger's page styles itself inline; nothing else may. */
const DOCS_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

interface Options {
  logger?: FastifyBaseLogger;
  /** hears of every route that Fastify knows, raw ones too */
  onRoute?: (method: string, url: string) => void;
}

/** The whole api, ready to listen or to be asked by tests. */
export const createApp = async ({ logger, onRoute }: Options = {}): Promise<NestFastifyApplication> => {
  const { secureCookies } = new Settings();
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    // Behind a proxy that ends TLS the proxy alone knows that the connection is secure.
    trustProxy: secureCookies,
    exposeHeadRoutes: false,
    // Errors before any route is known pass by filters and hooks.
    frameworkErrors: (error: FastifyError, _: FastifyRequest, reply: FastifyReply) => {
      const problem = toProblem(error);
      void reply.code(problem.status).type('application/problem+json').send(problem);
    },
    ...(logger ? { loggerInstance: logger } : {}),
  });
  const fastify = adapter.getInstance();
  if (onRoute) {
    fastify.addHook('onRoute', ({ method, url }) => [method].flat().forEach((each) => onRoute(each, url)));
  }
  fastify.addHook('onRoute', (route) => {
    const bytes = [route.method].flat().map((method) => longBodies.get(`${method} ${route.url}`))[0];
    if (bytes) route.bodyLimit = bytes;
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: ['warn', 'error'],
  });
  fastify.removeContentTypeParser('text/plain');
  await secure(app);
  // One byte more than is kept: a larger file is told from one that just fits.
  await app.register(multipart, { limits: { files: 1, fields: 5, fileSize: MOST_FILE_BYTES + 1 } });
  SwaggerModule.setup('/api/docs', app, openApi(endpoints), {
    raw: ['json'],
    jsonDocumentUrl: '/api/openapi.json',
    swaggerOptions: { validatorUrl: null },
  });
  const { webRoot } = app.get(Settings);
  if (webRoot) await serveWebApp(app, webRoot);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.init();
  await fastify.ready();
  return app;
};

/** Routes whose bodies may be longer than others. */
const longBodies = new Map<string, number>(
  endpoints.flatMap((each: Endpoint) =>
    each.bodyBytes ? [[`${each.method} ${fastifyPath(each)}`, each.bodyBytes] as const] : [],
  ),
);

const secure = async (app: NestFastifyApplication): Promise<void> => {
  const { secureCookies } = app.get(Settings);
  const { pool } = app.get<Database>(DATABASE);
  const fastify = app.getHttpAdapter().getInstance();
  // Not as a plugin of Fastify: that computes the same headers anew for each request.
  const setSafeHeaders = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // antd writes its styles into the page; scripts stay strict.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: secureCookies,
  });
  fastify.addHook('onRequest', ({ raw }, reply, done) => setSafeHeaders(raw, reply.raw, () => done()));
  fastify.addHook('onRequest', (request, reply, done) => {
    if (isDocumentation(request.url)) reply.header('content-security-policy', DOCS_POLICY);
    else if (request.url.startsWith('/api/')) reply.header('cache-control', 'private, no-store');
    done();
  });
  await app.register(cookie);
  const PgStore = connectPg(fastifySession as never);
  const store = new PgStore({ pool, tableName: 'session', pruneSessionInterval: PRUNE_SECONDS });
  await app.register(session, {
    secret: (await serverSecret(pool, 'session-cookie')).toString('hex'),
    cookieName: SESSION_COOKIE,
    store: new CachedSessionStore(store as unknown as SessionStore),
    saveUninitialized: false,
    rolling: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: secureCookies, path: '/', maxAge: SESSION_MS },
  });
  fastify.addHook('onRequest', refuseCrossSite);
  fastify.addHook('onRequest', (request, _, done) => {
    const shut = isDocumentation(request.url) && !callerOf(request);
    done(shut ? new Refused(401, 'session.required') : undefined);
  });
  fastify.addHook('onResponse', ({ raw }, _, done) => {
    leaveNothingUnread(raw);
    done();
  });
  endConnectionsOnLeaving(fastify);
};

/** A connection that is kept for the next request, after the last answer, would keep the process from ending. */
const endConnectionsOnLeaving = (fastify: FastifyInstance): void => {
  let leaving = false;
  fastify.addHook('preClose', async () => {
    leaving = true;
  });
  fastify.addHook('onSend', (_, reply, payload, done) => {
    if (leaving) reply.header('connection', 'close');
    done(null, payload);
  });
};

const isDocumentation = (url: string) => url.startsWith('/api/docs') || url.startsWith('/api/openapi.json');

/** A body that nobody reads any more keeps its connection, and with it the shutdown, waiting: read it off, not for ever. */
const leaveNothingUnread = (raw: IncomingMessage): void => {
  if (raw.complete || raw.destroyed) return;
  const patience = setTimeout(() => raw.destroy(), UNREAD_MS).unref();
  raw.once('close', () => clearTimeout(patience));
  raw.unpipe();
  raw.resume();
};
