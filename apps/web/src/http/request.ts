import type { InputOf, OutputOf, Route } from '@mofan/contracts/api';
import { problemOf, unreachable } from './problem.ts';

interface Options {
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
}

interface Input {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Calls one route of the contract: `request('GET /api/cycles', {})`. Throws ProblemError. */
export async function request<R extends Route>(
  route: R,
  input: InputOf<R>,
  options: Options = {},
): Promise<OutputOf<R>> {
  const [method = 'GET', template = ''] = route.split(' ');
  const { params, query, body } = input as Input;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;

  const response = await fetch(pathOf(template, params) + queryOf(query), {
    method,
    headers,
    signal: options.signal ?? null,
    body: body === undefined ? null : JSON.stringify(body),
  }).catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : unreachable();
  });

  if (!response.ok) throw problemOf(response.status, await response.text());
  return (response.status === 204 ? undefined : await response.json()) as OutputOf<R>;
}

const pathOf = (template: string, params: Record<string, string> = {}) =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

const queryOf = (query: Record<string, unknown> = {}) => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return given.length ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : '';
};
