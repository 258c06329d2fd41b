import { describe, expect, it } from 'vitest';
import { copyLine } from './copy-line.ts';

const columns = ['a', 'b', 'c'].map((property) => ({ property, isArray: property === 'c' }));

describe('a row as a line of COPY', () => {
  it('has a field for every column, an empty text in front too', () =>
    expect(copyLine(columns, { a: '', b: '', c: [] })).toBe('\t\t{}\n'));

  it('tells nothing from an empty text', () => expect(copyLine(columns, { a: null, b: '' })).toBe('\\N\t\t\\N\n'));

  it('escapes what would end a field or a line, within arrays too', () =>
    expect(copyLine(columns, { a: 'x\ty\nz\\', b: 1, c: ['"', '\\'] })).toBe(
      'x\\ty\\nz\\\\\t1\t{"\\\\"","\\\\\\\\"}\n',
    ));
});
