import type { z } from 'zod';
import * as cycle from './cycle.ts';
import type { Endpoint } from './endpoint.ts';
import * as evidence from './evidence.ts';
import * as file from './file.ts';
import * as incident from './incident.ts';
import * as notification from './notification.ts';
import * as operations from './operations.ts';
import * as rubric from './rubric.ts';
import * as rubricDraft from './rubric-draft.ts';
import * as scorecard from './scorecard.ts';
import * as session from './session.ts';
import * as unit from './unit.ts';
import * as whatIf from './what-if.ts';

const modules = {
  ...session,
  ...unit,
  ...cycle,
  ...rubric,
  ...rubricDraft,
  ...whatIf,
  ...evidence,
  ...incident,
  ...scorecard,
  ...file,
  ...notification,
  ...operations,
};

type Modules = typeof modules;
type Declared = { [Name in keyof Modules]: Modules[Name] extends Endpoint ? Modules[Name] : never }[keyof Modules];

/** Every endpoint of the system, to document and to check. */
export const endpoints: readonly Endpoint[] = Object.values(modules).filter(
  (value): value is Declared => typeof value === 'object' && 'method' in value && 'path' in value && 'policy' in value,
);

/**
 * Every endpoint by what a caller writes: `'GET /api/cycles'`. A caller that imports this type alone carries
 * nothing of it into its bundle.
 */
export type Api = { [E in Declared as `${E['method']} ${E['path']}`]: E };
export type Route = keyof Api;

type Part<E, Key extends string> = E extends Record<Key, infer Schema extends z.ZodType> ? z.input<Schema> : undefined;
type Given<Name extends string, Value> = Value extends undefined ? unknown : Record<Name, Value>;

/** What a caller of the route gives: its `params`, `query` and `body`, as far as it has them. */
export type InputOf<R extends Route> = Given<'params', Part<Api[R], 'params'>> &
  Partial<Given<'query', Part<Api[R], 'query'>>> &
  Given<'body', Part<Api[R], 'body'>>;

/** What the route answers with, parsed. */
export type OutputOf<R extends Route> = Api[R] extends { response: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : undefined;
