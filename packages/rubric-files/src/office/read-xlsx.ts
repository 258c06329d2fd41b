import { type Grid, type PlacedCell, layOut } from '../grid.ts';
import type { ReportEntry } from '../report.ts';
import type { OfficeZip } from './office-zip.ts';
import { isStruck, struckAt } from './struck.ts';
import { type TableBudget, tableBudget } from './table-budget.ts';
import { addressOf, areaOf, columnOf } from './xlsx-address.ts';
import { sheetMargins } from './xlsx-margins.ts';
import { type NumberFormats, numberFormats } from './xlsx-numbers.ts';
import { type XmlElement, attributeOf, childOf, childrenOf, textOf } from './xml.ts';

/** The words of a cell: those in force, and those that are struck through. */
interface Words {
  text: string;
  struck: string;
}

interface Workbook {
  budget: TableBudget;
  strings: Words[];
  numbers: NumberFormats;
  /** by style, whether the whole cell is struck through */
  isStruck: (style: number) => boolean;
}

/**
 * Every sheet that people can see, in order. Of a formula its stored result is read, and told with its cell.
 * Throws OfficeFileError, e.g. `file.malformed`, `file.too-large`.
 */
export async function readXlsx(zip: OfficeZip): Promise<Grid[]> {
  const parts = await zip.relationships(zip.main);
  const partOf = (type: string) => zip.xml(parts.find((each) => each.type === type)?.target ?? '');
  const root = await zip.xml(zip.main);
  const strings = childrenOf(await partOf('sharedStrings'), 'si').map(richText);
  const styles = await partOf('styles');
  const workbook = { budget: tableBudget(), strings, numbers: numberFormats(styles), isStruck: struckStyles(styles) };
  const grids: Grid[] = [];
  const hidden: ReportEntry[] = [];
  for (const sheet of childrenOf(childOf(root, 'sheets'), 'sheet')) {
    const name = attributeOf(sheet, 'name') ?? '';
    const target = parts.find(({ id }) => id === attributeOf(sheet, 'id'))?.target ?? '';
    if (isHidden(sheet)) hidden.push(guessed(name, '工作表已隐藏，未读入', 'the sheet is hidden and was not read'));
    else grids.push(await readVisible(zip, target, name, workbook));
  }
  return grids.map((grid, index) => (index === 0 ? { ...grid, remarks: [...hidden, ...grid.remarks] } : grid));
}

async function readVisible(zip: OfficeZip, target: string, name: string, workbook: Workbook): Promise<Grid> {
  const sheet = await zip.xml(target);
  const margins = await sheetMargins(zip, target, { sheet, name });
  return { ...readSheet(sheet, name, workbook), ...(margins.length > 0 && { margins }) };
}

function readSheet(sheet: XmlElement | undefined, name: string, workbook: Workbook): Grid {
  const rows = childrenOf(childOf(sheet, 'sheetData'), 'row');
  const { cells, told } = readCells(rows, name, workbook);
  const size = workbook.budget(cells, name);
  const merges = new Map(
    childrenOf(childOf(sheet, 'mergeCells'), 'mergeCell').map((each) => {
      const { row, column, ...span } = areaOf(attributeOf(each, 'ref') ?? '');
      return [addressOf(row, column), span];
    }),
  );
  const spanned = cells.map((cell) => ({ ...cell, ...merges.get(addressOf(cell.row, cell.column)) }));
  const placeOf = (row: number, column: number) => `${name}!${addressOf(row, column)}`;
  const remarks = [...hiddenParts(sheet, rows, name), ...told];
  return { name, before: [], rows: layOut(spanned, size, placeOf), after: [], remarks };
}

/** The cells that hold something. Rows and cells may leave out where they stand: then each follows the one before. */
function readCells(
  rows: readonly XmlElement[],
  name: string,
  workbook: Workbook,
): { cells: PlacedCell[]; told: ReportEntry[] } {
  const cells: PlacedCell[] = [];
  const told: ReportEntry[] = [];
  let row = -1;
  for (const line of rows) {
    row = Number(attributeOf(line, 'r') ?? row + 2) - 1;
    let column = -1;
    for (const cell of childrenOf(line, 'c')) {
      const address = attributeOf(cell, 'r');
      column = address === undefined ? column + 1 : columnOf(address);
      const isFormula = childOf(cell, 'f') !== undefined;
      const place = `${name}!${addressOf(row, column)}`;
      const { text, struck } = isFormula && attributeOf(cell, 't') === 'e' ? NOTHING : cellWords(cell, workbook);
      if (isFormula) told.push(formulaAt(place, text));
      if (struck !== '') told.push(struckAt(place, struck));
      if (text !== '') cells.push({ row, column, rowSpan: 1, colSpan: 1, text });
    }
  }
  return { cells, told };
}

/** What a formula shows is what it came to when the file was last computed. */
const formulaAt = (place: string, result: string): ReportEntry =>
  result === ''
    ? {
        kind: 'not-understood',
        place,
        zh: '是公式，文件中没有保存它的结果，本格未读入，请改为数值',
        en: 'a formula without a stored result: the cell was not read, put the value instead',
      }
    : guessed(place, `是公式，按文件中保存的结果“${result}”读入`, `a formula: its stored result “${result}” is read`);

function cellWords(cell: XmlElement, workbook: Workbook): Words {
  const style = Number(attributeOf(cell, 's') ?? 0);
  const words = wordsIn(cell, style, workbook);
  return workbook.isStruck(style) ? { text: '', struck: words.text + words.struck } : words;
}

function wordsIn(cell: XmlElement, style: number, { strings, numbers }: Workbook): Words {
  const value = textOf(childOf(cell, 'v'));
  switch (attributeOf(cell, 't') ?? 'n') {
    case 's':
      return strings[Number(value)] ?? NOTHING;
    case 'inlineStr':
      return richText(childOf(cell, 'is'));
    case 'n':
      return { text: value === '' ? '' : numbers(value, style), struck: '' };
    default:
      return { text: unescape(value), struck: '' };
  }
}

const NOTHING: Words = { text: '', struck: '' };

/** A string with its runs joined; the reading aids (拼音) of East Asian text are left out. */
function richText(item: XmlElement | undefined): Words {
  const runs = childrenOf(item, 'r');
  const joined = (parts: readonly XmlElement[]) => parts.map((run) => textOf(childOf(run, 't'))).join('');
  const struck = runs.filter((run) => isStruck(childOf(run, 'rPr')));
  const inForce = runs.filter((run) => !struck.includes(run));
  return { text: unescape(textOf(childOf(item, 't')) + joined(inForce)), struck: unescape(joined(struck)) };
}

function struckStyles(styles: XmlElement | undefined): Workbook['isStruck'] {
  const fonts = childrenOf(childOf(styles, 'fonts'), 'font').map(isStruck);
  const fontOf = childrenOf(childOf(styles, 'cellXfs'), 'xf').map((xf) => Number(attributeOf(xf, 'fontId') ?? 0));
  return (style) => fonts[fontOf[style] ?? 0] ?? false;
}

/** `_x000D_` stands for a character that XML has no place for. */
const unescape = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');

function hiddenParts(sheet: XmlElement | undefined, rows: readonly XmlElement[], name: string): ReportEntry[] {
  const hiddenRows = rows.filter(isHidden).map((row) => attributeOf(row, 'r') ?? '');
  const columns = childrenOf(childOf(sheet, 'cols'), 'col').filter(isHidden);
  return [
    ...hiddenRows.map((row) => guessed(`${name}!${row}`, '隐藏行，已读入', 'a hidden row, read all the same')),
    ...columns.map((column) => {
      const first = addressOf(0, Number(attributeOf(column, 'min') ?? 1) - 1).replace(/\d+$/, '');
      return guessed(`${name}!${first}`, '隐藏列，已读入', 'a hidden column, read all the same');
    }),
  ];
}

const isHidden = (element: XmlElement): boolean =>
  /^(1|true)$/.test(attributeOf(element, 'hidden') ?? '') || /hidden/i.test(attributeOf(element, 'state') ?? '');

const guessed = (place: string, zh: string, en: string): ReportEntry => ({ kind: 'guessed', place, zh, en });
