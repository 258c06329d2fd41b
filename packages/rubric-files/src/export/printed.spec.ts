import ExcelJS from '@protobi/exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ANNEX_TABLE } from '../annex-table.fixture.ts';
import { importOutline } from '../import/outline-of.ts';
import { openOffice } from '../office/office-zip.ts';
import { type XmlElement, attributeOf, childrenOf, descend, isElement } from '../office/xml.ts';
import type { Outline } from '../outline.ts';
import { writtenDocx } from '../written-files.fixture.ts';
import { writeDocx } from './write-docx.ts';
import { writeXlsx } from './write-xlsx.ts';

let annex: Outline;
beforeAll(async () => {
  annex = await importOutline(await writtenDocx(ANNEX_TABLE));
});

const every = (element: XmlElement, name: string): XmlElement[] =>
  element.children
    .filter((child) => isElement(child))
    .flatMap((child) => [...(child.name === name ? [child] : []), ...every(child, name)]);

async function bodyOf(outline: Outline): Promise<XmlElement> {
  const zip = await openOffice(await writeDocx(outline));
  const body = descend(await zip.xml(zip.main), 'body');
  if (!body) throw new Error('the document has no body');
  return body;
}

describe('the text document', () => {
  it('is on A4, across', async () => {
    const size = descend(await bodyOf(annex), 'sectPr', 'pgSz');
    expect(['w', 'h', 'orient'].map((each) => attributeOf(size, each))).toEqual(['16838', '11906', 'landscape']);
  });

  it('repeats its header on every page and breaks no row', async () => {
    const rows = every(await bodyOf(annex), 'tr');
    expect(rows).toHaveLength(55);
    expect(rows.map((row) => every(row, 'tblHeader').length)).toEqual([1, ...Array.from({ length: 54 }, () => 0)]);
    expect(rows.every((row) => every(row, 'cantSplit').length === 1)).toBe(true);
  });

  it('names the fonts of official documents', async () => {
    const fonts = new Set(every(await bodyOf(annex), 'rFonts').map((font) => attributeOf(font, 'eastAsia')));
    expect([...fonts]).toEqual(['方正小标宋简体', '仿宋']);
  });
});

describe('the workbook', () => {
  const sheetOf = async (outline: Outline) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeXlsx(outline)).buffer as ArrayBuffer);
    return book.worksheets[0];
  };

  it('is on A4 and repeats its header on every page', async () => {
    const sheet = await sheetOf(annex);
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      printTitlesRow: '2:2',
      fitToWidth: 1,
      fitToHeight: 0,
    });
  });

  it('has points as numbers, so that people can add them up', async () => {
    const sheet = await sheetOf(annex);
    expect([sheet?.getCell('C2').value, sheet?.getCell('C3').value]).toEqual(['分值', 38]);
  });

  it('writes what looks like a formula as text', async () => {
    const [category] = annex.children;
    const sheet = await sheetOf({ ...annex, title: '=1+1', children: category ? [category] : [] });
    expect(sheet?.getCell('A1').value).toBe('=1+1');
  });

  it('merges the cells of a group over all its criteria', async () => {
    const zip = await openOffice(await writeXlsx(annex));
    const merges = childrenOf(descend(await zip.xml('xl/worksheets/sheet1.xml'), 'mergeCells'), 'mergeCell');
    expect(merges.map((merge) => attributeOf(merge, 'ref'))).toEqual(
      expect.arrayContaining(['A1:D1', 'A3:A15', 'C3:C7']),
    );
  });
});
