import type { Wording } from '@mofan/rubric/explain/wording';
import type { Cell } from '../grid.ts';
import type { ReportEntry } from '../report.ts';
import { TABLE, type TemplateColumn, VALUES, WAY } from '../template-sheets.ts';
import type { BodyRow } from './body-rows.ts';
import type { Column } from './header.ts';
import { type Draft, draftsOf } from './draft.ts';
import { readCell } from './template-cell.ts';
import { narrow } from './wording.ts';

/** The way of scoring that a cell names, in the word of the list; null where it names none. */
export function wayIn(cell: string): string | null {
  const reading = readCell(templateColumn(WAY), cell);
  return 'value' in reading ? reading.value : null;
}

const FIGURES = /^\d{1,9}(?:\.\d{1,6})?(?:\s*[、,;/\s]\s*\d{1,9}(?:\.\d{1,6})?)*$/;

/** The figures that a cell of 计分说明 lists, `0、4、10`, as far as it lists nothing else. */
export function listedFigures(cell: string): string[] | null {
  const text = narrow(cell).replaceAll('分', '').trim();
  return FIGURES.test(text) ? text.split(/[、,;/\s]+/) : null;
}

/** What the columns of a filled template say of the ways of scoring that cannot be used, each by its cell. */
export function wayFaults(
  rows: readonly Cell[][],
  body: readonly BodyRow[],
  columns: readonly Pick<Column, 'heading' | 'index'>[],
): ReportEntry[] {
  const [way, values] = [WAY, VALUES].map((heading) => columns.find((column) => column.heading === heading)?.index);
  return body.flatMap(({ kind, row }) => {
    if (kind !== 'entry') return [];
    const at = (column: number | undefined) => (column === undefined ? undefined : rows[row]?.[column]);
    return [...unknownWay(at(way)), ...unusedFigures(at(values), wayIn(at(way)?.text ?? ''))];
  });
}

function unknownWay(cell: Cell | undefined): ReportEntry[] {
  if (!cell || cell.text.trim() === '') return [];
  const reading = readCell(templateColumn(WAY), cell.text);
  return 'fault' in reading ? [{ kind: 'not-understood', place: cell.place, ...reading.fault }] : [];
}

function unusedFigures(cell: Cell | undefined, way: string | null): ReportEntry[] {
  const text = cell?.text.trim() ?? '';
  if (!cell || text === '' || (way === '列举值' && listedFigures(text))) return [];
  const said =
    way === '列举值'
      ? { zh: `“${text}”不全是分值，应写可打的分，如“0、4、10”`, en: `“${text}” is not figures alone, as 0、4、10 is` }
      : {
          zh: `“${text}”没有用上：只有“列举值”用到${VALUES}`,
          en: `“${text}” is not used: only 列举值 reads ${VALUES}`,
        };
  return [{ kind: 'not-understood', place: cell.place, ...said }];
}

/** The column of the template's table with that heading. */
export const templateColumn = (heading: string): TemplateColumn =>
  TABLE.columns.find((column) => column.heading === heading)!;

/**
 * A line without a number, or with one that an earlier line has, gets the next for now. `lines`: the numbers that stand on
 * the sheet, each at one line; null where none does, so that the lines are counted.
 */
export function numberLines(children: readonly Draft[]): { report: ReportEntry[]; lines: string[] | null } {
  const drafts = [...draftsOf(children)].filter((draft) => draft.children.length === 0);
  const printed = drafts.map(({ ownNumber }) => ownNumber);
  if (printed.every((own) => own === '')) return { report: [], lines: null };
  let last = Math.max(...printed.map((own) => Number(own) || 0));
  const report = drafts.flatMap((line, at) => {
    const { ownNumber: own } = line;
    if (own !== '' && printed.indexOf(own) === at) return [];
    last += 1;
    line.ownNumber = String(last);
    return [{ kind: 'not-understood' as const, place: line.place, ...renumbered(line.text, own, last) }];
  });
  const isSingle = (own: string) => own !== '' && printed.indexOf(own) === printed.lastIndexOf(own);
  return { report, lines: printed.filter(isSingle) };
}

const renumbered = (text: string, own: string, number: number): Wording =>
  own === ''
    ? {
        zh: `“${text}”没有填序号，或填的不是数，暂作 ${number}`,
        en: `“${text}” has no number: it is called ${number} for now`,
      }
    : {
        zh: `“${text}”的序号 ${own} 前面已有，暂作 ${number}；其他工作表中序号 ${own} 的行分不清是哪一条，不读入`,
        en: `the number ${own} of “${text}” stands above already: it is called ${number} for now, and rows of ${own} on other sheets, which may be of either, are not read`,
      };
