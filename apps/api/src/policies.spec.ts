import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Controller, Get, Module } from '@nestjs/common';
import { permissions, reachOf, roles, type Permission } from '@mofan/contracts/access';
import { endpoints } from '@mofan/contracts/api';
import { listCycles } from '@mofan/contracts/cycle';
import { createTestDatabase, type TestDatabase } from '@mofan/store/testing/test-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppModule } from './app.module.ts';
import { Implements } from './platform/implements.ts';
import { fastifyPath, listHandlers, type HandlerRoute } from './platform/route-list.ts';
import { routeOf } from './testing/client.ts';
import { openApp } from './testing/world.ts';

const declared = endpoints.map((endpoint) => `${endpoint.method} ${fastifyPath(endpoint)}`);

/** Handlers that no policy guards. */
const unguarded = (routes: readonly HandlerRoute[]) =>
  routes.filter(({ endpoint }) => !endpoint?.policy).map(({ handler }) => handler);

/** Handlers that are reached otherwise than their endpoint says. */
const misplaced = (routes: readonly HandlerRoute[]) =>
  routes
    .filter(
      ({ method, path, endpoint }) => endpoint && `${method} ${path}` !== `${endpoint.method} ${fastifyPath(endpoint)}`,
    )
    .map(({ handler }) => handler);

describe('every handler implements an endpoint of the contract', () => {
  let routes: HandlerRoute[];
  beforeAll(async () => {
    routes = await listHandlers(AppModule);
  });

  it('and with it has a policy', () => {
    expect(routes.length).toBeGreaterThan(0);
    expect(unguarded(routes)).toEqual([]);
  });

  it('at the endpoint’s own method and path', () => {
    expect(misplaced(routes)).toEqual([]);
  });

  it('and every endpoint is implemented, once', () => {
    const implemented = routes.flatMap(({ endpoint }) => (endpoint ? [routeOf(endpoint)] : []));
    expect(implemented.toSorted()).toEqual(endpoints.map(routeOf).toSorted());
    expect(new Set(declared).size).toBe(declared.length);
  });
});

describe('the check itself', () => {
  @Controller('planted')
  class Planted {
    @Get('secrets')
    secrets() {
      return [];
    }

    @Implements(listCycles)
    moved() {
      return [];
    }
  }
  @Module({ controllers: [Planted] })
  class PlantedModule {}

  it('finds a planted handler without an endpoint, and one that stands elsewhere', async () => {
    const routes = await listHandlers(PlantedModule);
    expect(unguarded(routes)).toEqual(['Planted.secrets']);
    expect(misplaced(routes)).toEqual(['Planted.moved']);
  });
});

describe('every policy', () => {
  it('is public, signed-in, or a permission that some role holds', () => {
    const guarded = endpoints
      .map(({ policy }) => policy)
      .filter((policy) => policy !== 'public' && policy !== 'signed-in');
    const held = permissions.filter((permission) => roles.some((role) => reachOf(role, permission)));
    expect(guarded.filter((policy) => !held.includes(policy))).toEqual([]);
  });

  it('that is public is one of two: to sign in, and whether the service works', () => {
    const open = endpoints.filter(({ policy }) => policy === 'public').map(routeOf);
    expect(open.toSorted()).toEqual(['GET /api/health', 'POST /api/session']);
  });

  it('and every permission guards a route, save that to operations, which only adds to the public health', () => {
    const policies = new Set<string>(endpoints.map(({ policy }) => policy));
    const unused = permissions.filter((permission: Permission) => !policies.has(permission));
    expect(unused).toEqual(['operations.read']);
  });

  it('of a command is never open to anyone', () => {
    const open = endpoints.filter(({ command, policy }) => command && (policy === 'public' || policy === 'signed-in'));
    expect(open).toEqual([]);
  });
});

/** What Fastify serves beside the contract: the documentation, and the web app’s own files. */
const BESIDE = [/^\/api\/docs(\/|$)/, /^\/api\/openapi\.json$/, /^\/assets\/\*$/, /^\/\*$/];

const strangers = (routes: readonly string[]) =>
  routes.filter((route) => {
    const [method, url] = route.split(' ') as [string, string];
    const reading = method === 'HEAD' ? `GET ${url}` : route;
    return !declared.includes(reading) && !(/^(GET|HEAD)$/.test(method) && BESIDE.some((known) => known.test(url)));
  });

describe('Fastify', () => {
  const raw: string[] = [];
  let database: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(path.join(os.tmpdir(), 'mofan-web-'));
    await mkdir(path.join(folder, 'assets'));
    await writeFile(path.join(folder, 'index.html'), '<!doctype html>');
    const env = { DATABASE_URL: database.url, MOFAN_DATA: folder, MOFAN_WEB_ROOT: folder };
    const app = await openApp(env, { onRoute: (method, url) => raw.push(`${method} ${url}`) });
    await app.close();
  });

  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('knows every endpoint', () => {
    expect(declared.filter((route) => !raw.includes(route))).toEqual([]);
  });

  it('knows no route beside the contract but the documentation and the web app', () => {
    expect(strangers(raw)).toEqual([]);
  });

  it('would be seen to serve another', () => {
    expect(strangers([...raw, 'GET /api/secrets', 'POST /api/docs'])).toEqual(['GET /api/secrets', 'POST /api/docs']);
  });
});
