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

/** A line without a number, or with one that an earlier line has, gets the next, since the other sheets call lines by it. */
export function numberLines(children: readonly Draft[]): ReportEntry[] {
  const lines = [...draftsOf(children)].filter((draft) => draft.children.length === 0);
  if (lines.every(({ ownNumber }) => ownNumber === '')) return [];
  let last = Math.max(...lines.map(({ ownNumber }) => Number(ownNumber) || 0));
  const taken = new Set<string>();
  return lines.flatMap((line) => {
    const { ownNumber: own } = line;
    if (own !== '' && !taken.has(own)) {
      taken.add(own);
      return [];
    }
    last += 1;
    line.ownNumber = String(last);
    return [{ kind: 'not-understood' as const, place: line.place, ...renumbered(line.text, own, last) }];
  });
}

const renumbered = (text: string, own: string, number: number): Wording =>
  own === ''
    ? {
        zh: `“${text}”没有填序号，或填的不是数，暂作 ${number}`,
        en: `“${text}” has no number: it is called ${number} for now`,
      }
    : {
        zh: `“${text}”的序号 ${own} 前面已有，暂作 ${number}；其他工作表中的 ${own} 是前面那一条`,
        en: `the number ${own} of “${text}” stands above already: it is called ${number} for now, and ${own} on other sheets is the line above`,
      };
