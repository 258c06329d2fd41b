import { problemSentences } from '@mofan/contracts/problem-sentences';
import type { Endpoint } from '@mofan/contracts/endpoint';
import { Problem } from '@mofan/contracts/wire';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

const json = (schema: z.ZodType, io: 'input' | 'output') => ({
  'application/json': { schema: jsonSchema(schema, io) },
});

const parametersIn = (place: 'path' | 'query', schema: z.ZodObject | undefined) =>
  Object.entries(schema?.shape ?? {}).map(([name, part]) => ({
    name,
    in: place,
    required: place === 'path' || !(part as z.ZodType).safeParse(undefined).success,
    schema: jsonSchema(part as z.ZodType, 'input'),
  }));

const KEY_PARAMETER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: '同一请求重发时不变；换了内容须换新的。 8–128 visible ASCII characters.',
  schema: { type: 'string', minLength: 8, maxLength: 128 },
};

const requestBody = ({ body, consumes }: Endpoint) => {
  if (consumes) {
    const file = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] };
    return { requestBody: { required: true, content: { [consumes]: { schema: file } } } };
  }
  return body ? { requestBody: { required: true, content: json(body, 'input') } } : {};
};

const success = ({ response, produces }: Endpoint) => {
  if (response) return { 200: { description: 'OK', content: json(response, 'output') } };
  if (produces) return { 200: { description: 'OK', content: { [produces]: { schema: { type: 'string' } } } } };
  return { 204: { description: 'No content' } };
};

const operation = (endpoint: Endpoint) => ({
  summary: endpoint.summary,
  tags: [endpoint.path.split('/')[2]!],
  'x-policy': endpoint.policy,
  ...(endpoint.policy === 'public' ? { security: [] } : {}),
  parameters: [
    ...parametersIn('path', endpoint.params),
    ...parametersIn('query', endpoint.query),
    ...(endpoint.command ? [KEY_PARAMETER] : []),
  ],
  ...requestBody(endpoint),
  responses: {
    ...success(endpoint),
    default: {
      description: 'RFC 9457 problem details',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
});

/** The contract as OpenAPI 3.1: made from the same objects that route, validate and authorise. */
export const openApi = (endpoints: readonly Endpoint[]): OpenAPIObject => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '模范 Mofan', version: '1', description: codeList() },
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(Problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'mofan' } },
    },
  } as unknown as OpenAPIObject;
};

const codeList = () =>
  ['Problem codes:', ...Object.entries(problemSentences).map(([code, { zh }]) => `- \`${code}\` ${zh}`)].join('\n');
