import fs from 'node:fs';
import { LineCounter, parseDocument, visit, type Node } from 'yaml';
import { Fault } from '../fault.ts';

export interface JsonFile {
  file: string;
  text: string;
  value: unknown;
}

/** Reads a JSON file. Throws a Fault (exit code 2) that names the line and column where it cannot be read. */
export const readJson = (file: string): JsonFile => {
  const text = readText(file);
  try {
    return { file, text, value: JSON.parse(text) };
  } catch (error) {
    throw unusable({ file, text }, faultOffset(text, (error as Error).message), '不是有效的 JSON', 'not valid JSON');
  }
};

/** A Fault (exit code 2) at the given offset. */
export const unusable = ({ file, text }: Omit<JsonFile, 'value'>, offset: number, zh: string, en: string): Fault => {
  const before = text.slice(0, offset).split('\n');
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  return new Fault(`${file} 第 ${line} 行第 ${column} 列：${zh}。`, `${file}:${line}:${column}: ${en}`, 2);
};

/** Where the value at `path` stands in the text, or the nearest value around it that exists. */
export const offsetAt = ({ text }: JsonFile, path: readonly PropertyKey[]): number => {
  const document = parseDocument(text, { lineCounter: new LineCounter(), uniqueKeys: false });
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return text.search(/\S/);
};

/** Where an object with this id stands, or undefined. */
export const offsetOfId = ({ text }: JsonFile, id: string): number | undefined => {
  let found: number | undefined;
  visit(parseDocument(text, { uniqueKeys: false }), {
    Pair: (_, pair) => {
      const { key, value } = pair as { key: { value?: unknown }; value: { value?: unknown; range?: [number] } | null };
      if (key.value !== 'id' || value?.value !== id) return undefined;
      found = value.range?.[0];
      return visit.BREAK;
    },
  });
  return found;
};

const readText = (file: string): string => {
  try {
    return fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Fault(`读不了 ${file}（${code}）。`, `${file} cannot be read (${code}).`, 2);
  }
};

const positionIn = (message: string): number | undefined => {
  const named = /position (\d+)/.exec(message)?.[1];
  return named === undefined ? undefined : Number(named);
};

/** Node does not always name the offset. The longest start whose only fault is that it ends, ends there. */
const faultOffset = (text: string, message: string): number => {
  const named = positionIn(message);
  if (named !== undefined) return named;
  let [sound, broken] = [0, text.length + 1];
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    if (onlyEndsTooSoon(text.slice(0, middle))) sound = middle;
    else broken = middle;
  }
  return sound;
};

const onlyEndsTooSoon = (start: string): boolean => {
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    const { message } = error as Error;
    return /end of JSON input|Unterminated string/.test(message) || (positionIn(message) ?? -1) >= start.length;
  }
};
