import { endpoints } from '@mofan/contracts/api';
import { problemSentences } from '@mofan/contracts/problem-sentences';
import type { Endpoint } from '@mofan/contracts/endpoint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from './testing/world.ts';
import { expectProblem, routeOf, type Client } from './testing/client.ts';

interface Operation {
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, unknown>;
  'x-policy': string;
}
interface Document {
  openapi: string;
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> };
}

let world: World;
let reader: Client;
let document: Document;
beforeAll(async () => {
  world = await createWorld({ worker: false });
  reader = await world.as('clerk');
  document = await reader.read<Document>('/api/openapi.json');
});
afterAll(() => world.close());

const operationOf = ({ method, path }: Endpoint) => document.paths[path]?.[method.toLowerCase()];

describe('the OpenAPI document', () => {
  it('is of version 3.1 and says what it is', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.info.title).toContain('模范');
    expect(document.info.version).not.toBe('');
  });

  it('has every endpoint of the contract and no other', () => {
    const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(documented.toSorted()).toEqual(endpoints.map(routeOf).toSorted());
  });

  it.each(endpoints.map((endpoint) => [routeOf(endpoint), endpoint] as const))('describes %s', (_, endpoint) => {
    const operation = operationOf(endpoint)!;
    expect(operation['x-policy']).toBe(endpoint.policy);
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(endpoint.path.match(/\{\w+\}/g) ?? []);
    expect(inPath.every(({ required }) => required)).toBe(true);
    const key = operation.parameters.find(({ name }) => name === 'Idempotency-Key');
    expect(key !== undefined).toBe(endpoint.command === true);
    expect(Object.keys(operation.requestBody?.content ?? {})).toEqual(
      endpoint.body ? ['application/json'] : endpoint.consumes ? [endpoint.consumes] : [],
    );
    expect(Object.keys(operation.responses)).toEqual([
      endpoint.response || endpoint.produces ? '200' : '204',
      'default',
    ]);
  });

  it('refers to nothing that it does not hold', () => {
    const references = JSON.stringify(document).match(/"\$ref":"[^"]*"/g) ?? [];
    const targets = [...new Set(references.map((reference) => reference.slice('"$ref":"'.length, -1)))];
    expect(targets).toContain('#/components/schemas/Problem');
    expect(targets.filter((target) => !resolves(document, target))).toEqual([]);
  });

  it('lists every problem code with its sentence', () => {
    for (const [code, { zh }] of Object.entries(problemSentences)) {
      expect(document.info.description).toContain(`\`${code}\` ${zh}`);
    }
  });
});

describe('the documentation page', () => {
  it.each(['/api/docs', '/api/docs/swagger-ui-bundle.js', '/api/openapi.json'])(
    '%s is for who has signed in',
    async (url) => expectProblem(await world.anonymous.get(url), 401, 'session.required'),
  );

  it('loads nothing from elsewhere', async () => {
    const page = await reader.get('/api/docs');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('swagger-ui');
    const loaded = [...page.body.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => url!);
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((url) => /^(?:[a-z]+:)?\/\//i.test(url))).toEqual([]);
    const start = await reader.get('/api/docs/swagger-ui-init.js');
    expect(start.body).not.toMatch(/validator\.swagger\.io/);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('is served with its script and its style', async () => {
    for (const name of ['swagger-ui-bundle.js', 'swagger-ui.css', 'swagger-ui-init.js']) {
      expect((await reader.get(`/api/docs/${name}`)).statusCode).toBe(200);
    }
  });
});

const resolves = (root: unknown, reference: string): boolean => {
  if (!reference.startsWith('#/')) return false;
  let at = root;
  for (const step of reference.slice(2).split('/')) {
    const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return false;
    at = (at as Record<string, unknown>)[name];
  }
  return true;
};
