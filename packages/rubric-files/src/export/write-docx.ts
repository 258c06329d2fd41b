import {
  AlignmentType,
  Document,
  Footer,
  type IRunOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { Outline } from '../outline.ts';
import { BODY, docxTable, font, line } from './docx-table.ts';
import type { TableLayout } from './layout.ts';
import { type Appendix, NOTHING_AROUND, type Surroundings } from './surroundings.ts';
import { tableLayout } from './table-layout.ts';

const TITLE: IRunOptions = { font: font('方正小标宋简体'), size: 44 };
const SUBTITLE: IRunOptions = { font: font('黑体'), size: 28 };
const SMALL: IRunOptions = { font: font('仿宋'), size: 18 };
/** Twentieths of a point; the long side is the width of a page across. */
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = 1134;
const WIDTH = A4.height - 2 * MARGIN;
const SHARES = { level: 3, leaf: 9, figure: 1.4, extra: 4 };

/**
 * The outline as a text document on A4 across, laid out like a printed annex, the header of the table on every page.
 * Importing it again gives an equal outline; what stands around the table is left aside then.
 */
export async function writeDocx(outline: Outline, around: Surroundings = NOTHING_AROUND): Promise<Uint8Array> {
  const layout = tableLayout(outline);
  const size = { ...A4, orientation: PageOrientation.LANDSCAPE };
  const margin = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };
  const title = layout.title === null ? [] : [line(layout.title, TITLE, AlignmentType.CENTER)];
  const notes = layout.notes.map((note) => line(note, BODY, AlignmentType.LEFT));
  const children = [...title, tableOf(layout), ...notes, ...around.appendices.flatMap(appendix)];
  const footers = around.imprint === null ? {} : { footers: { default: footerOf(around.imprint) } };
  const document = new Document({ sections: [{ properties: { page: { size, margin } }, ...footers, children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

const tableOf = ({ columns, rows, rowCount }: TableLayout): Table =>
  docxTable({
    width: WIDTH,
    columns: columns.map(({ heading, kind }) => ({
      heading,
      share: SHARES[kind],
      centred: kind === 'figure' || kind === 'level',
    })),
    cells: rows,
    rowCount,
    run: BODY,
  });

/** An empty paragraph ends the notes above it. */
const appendix = ({ title, columns, rows }: Appendix): (Paragraph | Table)[] => [
  new Paragraph(''),
  line(title, SUBTITLE, AlignmentType.LEFT),
  docxTable({
    width: WIDTH,
    columns: columns.map((column) => ({ ...column, centred: false })),
    cells: rows.flatMap((texts, row) => texts.map((text, column) => ({ row, column, rowSpan: 1, text }))),
    rowCount: rows.length,
    run: SMALL,
  }),
];

const footerOf = (imprint: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            ...SMALL,
            children: [`${imprint}  第 `, PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'],
          }),
        ],
      }),
    ],
  });
