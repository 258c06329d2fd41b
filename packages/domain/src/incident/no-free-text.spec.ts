import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BusinessDate, OpaqueRef, Slug, Text } from '../kernel/message.ts';
import { DocumentNumber, IncidentCommand, IncidentEvent } from './messages.ts';

/** Leaves that leave no room for a name: by identity where a pattern makes them so, by kind otherwise. */
const named: ReadonlySet<unknown> = new Set([Slug, BusinessDate, OpaqueRef, DocumentNumber]);
const kinds = [z.ZodUUID, z.ZodISODate, z.ZodEnum, z.ZodBoolean, z.ZodLiteral];

/** The paths of a schema that are anything else. An unknown kind of schema is reported too, so nothing slips through. */
const freeFields = (schema: unknown, path = ''): string[] => {
  if (named.has(schema) || kinds.some((kind) => schema instanceof kind)) return [];
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return freeFields(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return freeFields(schema.element, `${path}[]`);
  if (schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodNever) {
    return Object.entries(schema.shape).flatMap(([name, field]) => freeFields(field, `${path}.${name}`));
  }
  return [path];
};

describe('no name and no free text in an incident', () => {
  it.each(IncidentEvent.options.map((option) => [option.shape.type.value, option] as const))('%s', (_, option) =>
    expect(freeFields(option)).toEqual([]),
  );
  it.each(IncidentCommand.options.map((option) => [option.shape.type.value, option] as const))('%s', (_, option) =>
    expect(freeFields(option)).toEqual([]),
  );

  it.each([
    ['a string', z.strictObject({ note: z.string() }), ['.note']],
    ['a short text', z.strictObject({ note: Text(10) }), ['.note']],
    ['a pattern', z.strictObject({ note: z.string().regex(/^.*$/) }), ['.note']],
    ['one that may be missing', z.strictObject({ note: z.string().nullable().optional() }), ['.note']],
    ['one inside', z.strictObject({ inner: z.strictObject({ notes: z.array(z.string()) }) }), ['.inner.notes[]']],
    ['room for unknown fields', z.looseObject({}), ['']],
    ['anything', z.strictObject({ note: z.unknown() }), ['.note']],
  ])('would show with %s', (_, planted, expected) => expect(freeFields(planted)).toEqual(expected));
});

describe('a document number 发文字号', () => {
  const accepts = (text: string) => DocumentNumber.safeParse(text).success;

  it.each(['乐市政党〔2020〕5号', '乐纪〔2026〕1号', '乐行服〔2026〕12345号'])('may be %s', (text) =>
    expect(accepts(text)).toBe(true),
  );
  it.each([
    '张三',
    '张三 〔2026〕5号',
    '张三〔2026〕5号。',
    '张三因酒后驾驶被行政拘留',
    '关于给予张三同志效能告诫的决定〔2026〕5号',
    '乐行服〔2026〕5号 张三',
    '乐行服〔2026〕5号\n张三',
    '乐行服(2026)5号',
    '乐行服〔26〕5号',
    '乐行服〔2026〕号',
    '乐行服〔2026〕05号',
    '乐行服〔2026〕123456号',
    'Zhang San〔2026〕5号',
    '〔2026〕5号',
    '',
  ])('may not be %j', (text) => expect(accepts(text)).toBe(false));
});
