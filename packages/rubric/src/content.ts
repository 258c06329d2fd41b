import type { z } from 'zod';
import { codeWanted } from './code-wanted.ts';
import { readAs } from './first-fault.ts';
import { FirstRubric } from './first-schema/rubric.ts';
import { upcast } from './first-schema/upcast.ts';
import { RubricError } from './rubric-error.ts';
import { Rubric } from './rubric.ts';

/** A table as it was written, and the canonical text of that writing, whose hash is what a cycle pins. */
export interface Content {
  rubric: Rubric;
  canonical: string;
}

/**
 * Reads a table of either schema. Numbers and truths may stand bare, as YAML and JSON write them: the content holds them
 * as text. Throws RubricError `rubric.malformed` with the path of the first fault, e.g. `children.0.points`.
 */
export function readContent(input: unknown): Content {
  refuseFacts(input);
  const first = typeof input === 'object' && input !== null && 'schema' in input && input.schema === 'mofan-rubric/1';
  if (first) {
    const content = parsed(FirstRubric, input);
    return { rubric: parsed(Rubric, upcast(content)), canonical: canonical(content) };
  }
  const rubric = parsed(Rubric, asTexts(input));
  return { rubric, canonical: canonical(rubric) };
}

/** Facts have a part that no table has, and no schema. */
function refuseFacts(input: unknown): void {
  if (isObject(input) && !('schema' in input) && FACTS.some((part) => part in input))
    throw new RubricError('rubric.malformed', 'schema', {
      zh: '这是事实文件，不是考核表；两个文件的先后可能写反了',
      en: 'these are facts, not a table; the two files may stand the wrong way round',
    });
}

const FACTS = ['units', 'marks', 'numbers', 'statements', 'cases', 'records', 'tallies', 'attributes'];

/** The table alone. Throws RubricError `rubric.malformed`. */
export const parseRubric = (input: unknown): Rubric => readContent(input).rubric;

/** Canonical JSON, keys sorted at every level: equal tables give equal text. */
function canonical(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

function parsed<T>(shape: z.ZodType<T>, input: unknown): T {
  const read = readAs(shape, input);
  if ('data' in read) return read.data;
  const { path, named, said } = read.fault;
  const title = named ? null : codeWanted(input, path);
  throw new RubricError('rubric.malformed', path.join('.') || '(root)', title ?? said, { path, named });
}

/** Bare numbers as text; nothing of a table is a truth value. */
function asTexts(value: unknown): unknown {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return value.map(asTexts);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asTexts(each)]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
