import { problemSentences } from '@mofan/contracts/problem-sentences';
import type { Endpoint } from '@mofan/contracts/endpoint';
import { Problem } from '@mofan/contracts/wire';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

/** Shapes that refer to themselves, by the names that the document gives them. */
type Named = Record<string, unknown>;

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output', named: Named) => {
  const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  if (Object.keys($defs).length === 0) return rest;
  const prefix = `Shape${Object.keys(named).length}_`;
  const renamed = <Part>(part: Part): Part =>
    JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', `"#/components/schemas/${prefix}`)) as Part;
  for (const [name, shape] of Object.entries($defs)) named[prefix + name] = renamed(shape);
  return renamed(rest);
};

const json = (schema: z.ZodType, io: 'input' | 'output', named: Named) => ({
  'application/json': { schema: jsonSchema(schema, io, named) },
});

const parametersIn = (place: 'path' | 'query', schema: z.ZodObject | undefined, named: Named) =>
  Object.entries(schema?.shape ?? {}).map(([name, part]) => ({
    name,
    in: place,
    required: place === 'path' || !(part as z.ZodType).safeParse(undefined).success,
    schema: jsonSchema(part as z.ZodType, 'input', named),
  }));

const KEY_PARAMETER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: '同一请求重发时不变；换了内容须换新的。 8–128 visible ASCII characters.',
  schema: { type: 'string', minLength: 8, maxLength: 128 },
};

const requestBody = ({ body, consumes }: Endpoint, named: Named) => {
  if (consumes) {
    const file = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] };
    return { requestBody: { required: true, content: { [consumes]: { schema: file } } } };
  }
  return body ? { requestBody: { required: true, content: json(body, 'input', named) } } : {};
};

const success = ({ response, produces }: Endpoint, named: Named) => {
  if (response) return { 200: { description: 'OK', content: json(response, 'output', named) } };
  if (produces) return { 200: { description: 'OK', content: { [produces]: { schema: { type: 'string' } } } } };
  return { 204: { description: 'No content' } };
};

const operation = (endpoint: Endpoint, named: Named) => ({
  summary: endpoint.summary,
  tags: [endpoint.path.split('/')[2]!],
  'x-policy': endpoint.policy,
  ...(endpoint.policy === 'public' ? { security: [] } : {}),
  parameters: [
    ...parametersIn('path', endpoint.params, named),
    ...parametersIn('query', endpoint.query, named),
    ...(endpoint.command ? [KEY_PARAMETER] : []),
  ],
  ...requestBody(endpoint, named),
  responses: {
    ...success(endpoint, named),
    default: {
      description: 'RFC 9457 problem details',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
});

/** The contract as OpenAPI 3.1: made from the same objects that route, validate and authorise. */
export const openApi = (endpoints: readonly Endpoint[]): OpenAPIObject => {
  const named: Named = {};
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint, named) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '模范 Mofan', version: '1', description: codeList() },
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(Problem, 'output', named), ...named },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'mofan' } },
    },
  } as unknown as OpenAPIObject;
};

const codeList = () =>
  ['Problem codes:', ...Object.entries(problemSentences).map(([code, { zh }]) => `- \`${code}\` ${zh}`)].join('\n');
