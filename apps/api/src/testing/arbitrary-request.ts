import type { Endpoint } from '@mofan/contracts/endpoint';
import fc from 'fast-check';
import { z } from 'zod';

/** As much of JSON Schema as the contract needs. */
interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
}

/** What tends to break a program that trusts its callers. */
const NASTY: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '0000-01-01',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "' or 1=1 --",
  '%00',
  '\u202E',
  '😀'.repeat(40),
  'x'.repeat(5000),
  '2026-02-30',
  '9999-12-31',
  -1,
  0,
  1e9,
  1e308,
  0.1,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  [[[[]]]],
  {},
  { toString: null },
];

/** Values that exist, by the name of the field: with them a request comes further than its first check. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

const jsonSchemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

const nasty = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NASTY) }, { weight: 1, arbitrary: fc.jsonValue() });

/** Mostly what the schema asks for, now and then a value that exists, now and then trouble. */
const valueOf = (schema: Schema, name: string, known: Known): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 12, arbitrary: known[name] ? fc.constantFrom(...known[name]) : soundOf(schema, known) },
    { weight: 3, arbitrary: soundOf(schema, known) },
    { weight: 1, arbitrary: nasty },
  );

const soundOf = (schema: Schema, known: Known): fc.Arbitrary<unknown> => {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => soundOf(each, known)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? -5, -(2 ** 31)),
        max: Math.min(schema.maximum ?? 500, 2 ** 31 - 1),
      });
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 5 } = schema;
      return fc.array(soundOf(items, known), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) });
    }
    case 'object':
      return objectOf(schema, known);
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
};

const textOf = ({ format, pattern }: Schema): fc.Arbitrary<string> => {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') {
    const between = { min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true };
    return fc.date(between).map((date) => date.toISOString().slice(0, 10));
  }
  // Classes of Unicode characters are more than stringMatching knows.
  if (pattern && !pattern.includes('\\p{')) return fc.stringMatching(new RegExp(pattern));
  return fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('集中学习', '乐市政效〔2026〕5号'));
};

const objectOf = ({ properties = {}, required = [] }: Schema, known: Known): fc.Arbitrary<object> => {
  const fields = Object.entries(properties).map(([name, schema]) => [name, valueOf(schema, name, known)] as const);
  const sound = fc.record(Object.fromEntries(fields), { requiredKeys: required });
  const lacking = fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  return fc.oneof(
    { weight: 10, arbitrary: sound },
    { weight: 1, arbitrary: lacking },
    {
      weight: 1,
      arbitrary: fc
        .tuple(sound, fc.string({ minLength: 1 }), nasty)
        .map(([object, key, value]) => ({ ...object, [key]: value })),
    },
  );
};

export interface ArbitraryRequest {
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
}

/** Requests as the contract describes them, sound and not. */
export const arbitraryRequest = (endpoint: Endpoint, known: Known): fc.Arbitrary<ArbitraryRequest> => {
  const part = (schema: z.ZodType | undefined) =>
    (schema ? objectOf(jsonSchemaOf(schema), known) : fc.constant({})) as fc.Arbitrary<Record<string, unknown>>;
  const body = endpoint.body
    ? fc.oneof({ weight: 12, arbitrary: part(endpoint.body) }, { weight: 1, arbitrary: nasty })
    : fc.constant(undefined);
  return fc.record({ params: part(endpoint.params), query: part(endpoint.query), body });
};
