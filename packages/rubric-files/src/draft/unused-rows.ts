import { rowNotRead } from '../import/template-cell.ts';
import { wayIn } from '../import/template-table.ts';
import { type Counting, type OutlineNode, type RateRow, type RuleSheets, nodesOf } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { MEASURES, RATES, type ScoringWay, WAY } from '../template-sheets.ts';

/**
 * Rows of a filled template's sheets that no line reads: of a line that is not there, or that is scored otherwise; and rows
 * that take off what the line adds, or add to what it takes off.
 */
export function unusedRows(children: readonly OutlineNode[], { lines, rates, measures }: RuleSheets): ReportEntry[] {
  const ways = new Map(
    [...nodesOf(children)]
      .filter((node) => node.children.length === 0 && lines.includes(node.number))
      .map(({ number, extra }) => [number, wayIn(extra[WAY] ?? '')]),
  );
  const counting = new Map([...nodesOf(children)].map(({ number, counts }) => [number, counts]));
  return [
    ...rates.flatMap((row) => against(row, counting.get(row.line))),
    ...rates.flatMap((row) => unused(row, RATES.name as ScoringWay, ways)),
    ...measures.flatMap((row) => unused(row, MEASURES.name as ScoringWay, ways)),
  ];
}

function against({ line, adds, place, said }: RateRow, counts: Counting | undefined): ReportEntry[] {
  if (!((counts === 'bonus' && !adds) || (counts === 'penalty' && adds))) return [];
  const [zh, en] = adds
    ? [
        '序号 LINE 计入扣分，这一行却是加，仍按所填读入',
        'line LINE is a penalty, this row adds, and is read as it stands',
      ]
    : [
        '序号 LINE 计入加分，这一行却是扣，仍按所填读入',
        'line LINE is a bonus, this row takes off, and is read as it stands',
      ];
  return [
    {
      kind: 'not-understood',
      place,
      zh: `${zh!.replace('LINE', line)}：${said}`,
      en: `${en!.replace('LINE', line)}: ${said}`,
    },
  ];
}

function unused(
  { line, place, said }: { line: string; place: string; said: string },
  way: ScoringWay,
  ways: ReadonlyMap<string, string | null>,
): ReportEntry[] {
  const own = ways.get(line);
  if (own === way) return [];
  const open = [...ways].filter(([, each]) => each === way).map(([number]) => number);
  const numbers = open.length === 0 ? { zh: '没有', en: 'none' } : { zh: open.join('、'), en: open.join(', ') };
  const reason =
    own === undefined
      ? { zh: `“考核指标”中没有序号“${line}”，或不止一条`, en: `the table has no line ${line}, or several` }
      : {
          zh: `序号 ${line} 的${WAY}${own === null ? '没有选' : `是“${own}”`}，不是“${way}”`,
          en: `line ${line} is scored ${own === null ? 'in no way that was chosen' : `by ${own}`}, not by ${way}`,
        };
  const told = {
    zh: `${reason.zh}；按“${way}”计的序号：${numbers.zh}`,
    en: `${reason.en}; lines by ${way}: ${numbers.en}`,
  };
  return [{ kind: 'not-understood', place, ...rowNotRead(told, said) }];
}
