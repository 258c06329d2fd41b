import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANNEX_TABLE } from '../annex-table.fixture.ts';
import { importOutline } from '../import/outline-of.ts';
import type { Outline, OutlineNode } from '../outline.ts';
import { outlines } from '../outlines.fixture.ts';
import { writtenDocx } from '../written-files.fixture.ts';
import { writeDocx } from './write-docx.ts';
import { writeXlsx } from './write-xlsx.ts';

/** An outline without what belongs to one file: places, and the report of its reading. */
const substance = ({ report: _, ...outline }: Outline) => ({ ...outline, children: outline.children.map(placeless) });
const placeless = ({ place: _, ...node }: OutlineNode): unknown => ({
  ...node,
  children: node.children.map(placeless),
});

const WRITERS: [string, (outline: Outline) => Promise<Uint8Array>][] = [
  ['.xlsx', writeXlsx],
  ['.docx', writeDocx],
];

describe.each(WRITERS)('an outline written as %s', (_, write) => {
  it('is the same outline when it is read again', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(outlines, async (outline) => {
        expect(substance(await importOutline(await write(outline)))).toEqual(substance(outline));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the 2020 annex as it is', async () => {
    const annex = await importOutline(await writtenDocx(ANNEX_TABLE));
    expect(substance(await importOutline(await write(annex)))).toEqual(substance(annex));
  });
});
