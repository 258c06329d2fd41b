import { type Grid, type PlacedCell, layOut } from '../grid.ts';
import type { ReportEntry } from '../report.ts';
import { documentMargins } from './docx-margins.ts';
import { type Labels, labelsOf } from './docx-numbering.ts';
import { blocksOf, holdsTable, numberOf, paragraphText, partsOf } from './docx-text.ts';
import { OfficeFileError } from './office-file-error.ts';
import type { OfficeZip } from './office-zip.ts';
import { struckIn } from './struck.ts';
import { type TableBudget, tableBudget } from './table-budget.ts';
import { type XmlElement, attributeOf, childOf, descend } from './xml.ts';

/**
 * Every table of a text document, in order, with the paragraphs between it and its neighbours.
 * Throws OfficeFileError, e.g. `file.malformed`, `file.too-large`.
 */
export async function readDocx(zip: OfficeZip): Promise<Grid[]> {
  const body = childOf(await zip.xml(zip.main), 'body');
  if (!body) throw new OfficeFileError('file.malformed', zip.main);
  const labels = await labelsOf(zip);
  const budget = tableBudget();
  const grids: Grid[] = [];
  let paragraphs: string[] = [];
  for (const block of blocksOf(body)) {
    if (block.name === 'p') {
      paragraphs.push(labelled(block, labels));
      continue;
    }
    grids.push(readTable(block, `表${grids.length + 1}`, paragraphs, labels, budget));
    paragraphs = grids.at(-1)?.after ?? [];
  }
  const struck = blocksOf(body).flatMap((block) => (block.name === 'p' ? struckIn(block, '正文') : []));
  const margins = await documentMargins(zip, body);
  return grids.map((grid, index) => ({
    ...grid,
    before: grids[index - 1]?.after ?? grid.before,
    ...(index === 0 && { remarks: [...struck, ...grid.remarks] }),
    ...(index === 0 && margins.length > 0 && { margins }),
  }));
}

interface DraftCell extends PlacedCell {
  continues: boolean;
}

function readTable(table: XmlElement, name: string, before: string[], labels: Labels, budget: TableBudget): Grid {
  const rows = partsOf(table, 'tr');
  const drafts = rows.flatMap((row, index) => readRow(row, index, labels));
  const size = budget(drafts, name);
  const placeOf = (row: number, column: number) => `${name} 第${row + 1}行第${column + 1}列`;
  const remarks = rows.flatMap((row, index) => [
    ...nestedTables(row, placeOf(index, 0)),
    ...struckIn(row, placeOf(index, 0)),
  ]);
  return { name, before, rows: layOut(mergeDown(drafts), size, placeOf), after: [], remarks };
}

function readRow(row: XmlElement, index: number, labels: Labels): DraftCell[] {
  let column = numberOf(descend(row, 'trPr', 'gridBefore'), 0);
  return partsOf(row, 'tc').map((cell) => {
    const properties = childOf(cell, 'tcPr');
    const colSpan = Math.max(1, numberOf(childOf(properties, 'gridSpan'), 1));
    const vMerge = childOf(properties, 'vMerge');
    const draft = {
      row: index,
      column,
      rowSpan: 1,
      colSpan,
      text: cellText(cell, labels),
      continues: vMerge !== undefined && attributeOf(vMerge, 'val') !== 'restart',
    };
    column += colSpan;
    return draft;
  });
}

/** Lengthens the cell above for each that continues it; one that continues nothing stands for itself. */
function mergeDown(drafts: readonly DraftCell[]): PlacedCell[] {
  const above = new Map<number, DraftCell>();
  return drafts.filter((draft) => {
    const origin = above.get(draft.column);
    const continued = draft.continues && origin?.colSpan === draft.colSpan && origin.row + origin.rowSpan === draft.row;
    if (continued) origin.rowSpan += 1;
    else above.set(draft.column, draft);
    return !continued;
  });
}

function cellText(cell: XmlElement, labels: Labels): string {
  const lines = blocksOf(cell).map((block) =>
    block.name === 'p'
      ? labelled(block, labels)
      : partsOf(block, 'tr')
          .flatMap((row) => partsOf(row, 'tc'))
          .map((inner) => cellText(inner, labels))
          .join('\n'),
  );
  return lines.join('\n');
}

const labelled = (paragraph: XmlElement, labels: Labels): string => labels(paragraph) + paragraphText(paragraph);

function nestedTables(row: XmlElement, place: string): ReportEntry[] {
  return partsOf(row, 'tc').some(holdsTable)
    ? [{ kind: 'guessed', place, zh: '单元格内有表格，按文字读入', en: 'a table inside a cell was read as text' }]
    : [];
}
