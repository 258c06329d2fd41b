import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { offsetAt, offsetOfId, readJson } from './read-json.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mofan-json-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const file = (text: string) => {
  const name = path.join(folder, 'file.json');
  fs.writeFileSync(name, text);
  return name;
};

describe('a JSON file', () => {
  it.each([
    ['{"a": 1,}', '1:9'],
    ['{\n  "a": x\n}', '2:8'],
    ['{\n  "a": [1, 2', '2:13'],
    ['', '1:1'],
    ['{"a": 1}\n{"b": 2}', '2:1'],
    ['{"a": tru}', '1:10'],
  ])('%j cannot be used, at %s', (text, place) => {
    const name = file(text);
    expect(() => readJson(name)).toThrow(
      expect.objectContaining({ exitCode: 2, en: `${name}:${place}: not valid JSON` }),
    );
  });

  it('may begin with a byte order mark', () => {
    expect(readJson(file('\uFEFF{"a": 1}')).value).toEqual({ a: 1 });
  });

  it('knows where a value stands, or the nearest one around it', () => {
    const read = readJson(file('{"list": [{"id": "x", "n": 1}]}'));
    expect(offsetAt(read, ['list', 0, 'n'])).toBe(27);
    expect(offsetAt(read, ['list', 0, 'gone'])).toBe(10);
    expect(offsetOfId(read, 'x')).toBe(17);
    expect(offsetOfId(read, 'y')).toBeUndefined();
  });

  it('that is missing is unusable', () => {
    expect(() => readJson(path.join(folder, 'gone.json'))).toThrow(expect.objectContaining({ exitCode: 2 }));
  });
});
