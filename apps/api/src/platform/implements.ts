import { applyDecorators, createParamDecorator, Delete, Get, HttpCode, Post, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Endpoint } from '@mofan/contracts/endpoint';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Refused } from './problem.ts';

/** Where a handler's endpoint is kept; a handler without one has no policy and is refused by the build. */
export const ENDPOINT = Symbol('endpoint');

const ROUTES = { GET: Get, POST: Post, DELETE: Delete } as const;

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Part<E, Key extends string> = E extends Record<Key, infer Schema> ? Parsed<Schema> : undefined;

/** What a handler is given: each part of the request that the endpoint declares, parsed. */
export interface InputOf<E extends Endpoint> {
  params: Part<E, 'params'>;
  query: Part<E, 'query'>;
  body: Part<E, 'body'>;
}

/** What a handler must answer: what the contract says. A raw endpoint may answer anything. */
type Answer<E extends Endpoint> = E extends { response: infer Schema extends z.ZodType } ? z.input<Schema> : unknown;
type Handler<E extends Endpoint> = (...args: never[]) => Promise<Answer<E>> | Answer<E>;

/** Makes a method the handler of an endpoint: route, status, policy and types all come from the contract. */
export const Implements = <const E extends Endpoint>(endpoint: E) => {
  const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1');
  const status = endpoint.response || endpoint.produces ? 200 : 204;
  const apply = applyDecorators(ROUTES[endpoint.method](path), HttpCode(status), SetMetadata(ENDPOINT, endpoint));
  return <H extends Handler<E>>(target: object, name: string | symbol, descriptor: TypedPropertyDescriptor<H>): void =>
    apply(target, name, descriptor as TypedPropertyDescriptor<unknown>);
};

export const endpointOf = (handler: object): Endpoint | undefined => Reflect.getMetadata(ENDPOINT, handler);

/** The request as the endpoint declares it. Every fault of every part is named at once: `request.invalid`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const endpoint = endpointOf(context.getHandler());
  if (!endpoint) throw new Error(`@Input() without @Implements() on ${context.getHandler().name}`);
  return parseRequest(endpoint, context.switchToHttp().getRequest<FastifyRequest>());
});

const PARTS = ['params', 'query', 'body'] as const;

const parseRequest = (endpoint: Endpoint, request: FastifyRequest) => {
  const issues: { path: string; message: string }[] = [];
  const parsed: Record<string, unknown> = {};
  for (const part of PARTS) {
    const result = endpoint[part]?.safeParse(request[part]);
    if (!result) continue;
    if (result.success) parsed[part] = result.data;
    else for (const { path, message } of result.error.issues) issues.push({ path: [part, ...path].join('.'), message });
  }
  if (issues.length > 0) throw new Refused(400, 'request.invalid', { issues });
  return parsed;
};
