import fc from 'fast-check';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  binaryArray,
  boolean,
  bytea,
  integer,
  json,
  smallint,
  text,
  timestamptz,
  uuid,
  type BinaryType,
} from './binary-array.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 1 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const instant = fc
  .date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const wellFormed = fc.string({ unit: 'binary' }).map((each) => each.replaceAll('\u0000', ''));
const samples: [string, BinaryType<never>, fc.Arbitrary<unknown>, (element: string) => string][] = [
  ['boolean', boolean, fc.boolean(), (element) => element],
  ['smallint', smallint, fc.integer({ min: -32_768, max: 32_767 }), (element) => element],
  ['integer', integer, fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (element) => element],
  ['text', text, wellFormed, (element) => element],
  ['json', json, fc.json(), (element) => `${element}::text`],
  ['uuid', uuid, fc.uuid(), (element) => element],
  ['bytea', bytea, fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('hex')), (e) => `encode(${e}, 'hex')`],
  [
    'timestamptz',
    timestamptz,
    instant,
    (element) => `to_char(${element} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  ],
];

describe('an array in binary form', () => {
  it.each(samples)('of %s arrives as it was', async (name, type, value, shown) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(value), { maxLength: 20 }), async (values) => {
        const { rows } = await pool.query<{ value: unknown }>(
          `select ${shown('value')} as value from unnest($1::${name}[]) with ordinality as a(value, place) order by place`,
          [binaryArray(type, values as never[])],
        );
        expect(rows.map((row) => row.value)).toEqual(values);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['uuid', uuid, 'registrar-1'],
    ['uuid of the right length', uuid, 'zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz'],
    ['bytea', bytea, 'abc'],
    ['instant', timestamptz, '2026-02-30T00:00:00.000Z'],
    ['smallint', smallint, 70_000],
  ])('refuses what is no %s', (_, type, value) => {
    expect(() => binaryArray(type as BinaryType<never>, [value as never])).toThrow();
  });
});
