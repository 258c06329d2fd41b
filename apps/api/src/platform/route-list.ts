import 'reflect-metadata';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Endpoint } from '@mofan/contracts/endpoint';
import { endpointOf } from './implements.ts';

/** A handler as Nest routes it, and the endpoint that it implements, if any. */
export interface HandlerRoute {
  handler: string;
  method: string;
  /** as Fastify writes it: `/api/cycles/:cycleId` */
  path: string;
  endpoint: Endpoint | undefined;
}

/** Every route that a module's controllers have. Nothing is constructed, so no database is needed. */
export const listHandlers = async (module: Type): Promise<HandlerRoute[]> => {
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  const controllers = [...app.get(ModulesContainer).values()].flatMap((each) => [...each.controllers.values()]);
  const routes = controllers.flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(metatype) : []));
  await app.close();
  return routes;
};

/** `/api/cycles/{cycleId}` as Fastify writes it. */
export const fastifyPath = ({ path }: Pick<Endpoint, 'path'>): string => path.replace(/\{(\w+)\}/g, ':$1');

type Paths = string | string[];
type Handler = (...args: unknown[]) => unknown;

const routesOf = (controller: Function): HandlerRoute[] => {
  const prototype = controller.prototype as Record<string, Handler>;
  const bases = [Reflect.getMetadata(PATH_METADATA, controller) as Paths].flat();
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name]!;
    const paths = Reflect.getMetadata(PATH_METADATA, handler) as Paths | undefined;
    if (paths === undefined) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
    return bases.flatMap((base) =>
      [paths].flat().map((path) => ({
        handler: `${controller.name}.${name}`,
        method,
        path: joined(base, path),
        endpoint: endpointOf(handler),
      })),
    );
  });
};

const joined = (...parts: string[]) => `/${parts.join('/').split('/').filter(Boolean).join('/')}`;
