import type { Wording } from '@mofan/rubric/explain/wording';
import type { Cases, Mark } from '@mofan/rubric/language/source';
import type { Step } from '@mofan/rubric/language/step';
import type { Input, Leaf } from '@mofan/rubric/rubric';
import type { MeasureRow, OutlineNode, RateRow, RuleSheets } from '../outline.ts';
import { sidesOf } from '../import/measure-rows.ts';
import { listedFigures, wayIn } from '../import/template-table.ts';
import type { ReportEntry } from '../report.ts';
import { GRADES, MEASURES, RATES, type ScoringWay, VALUES, WAY } from '../template-sheets.ts';

/** The rule that a filled template says outright, and the input that it reads. */
export interface TemplateRule {
  rule: Pick<Leaf, 'from' | 'steps'>;
  way: string;
  input: Input | null;
}

/** `number`: by which the other sheets call the line; `code`: its id as a code; `graded`: how a grade is given. */
interface Line {
  node: OutlineNode;
  number: string;
  code: string;
  graded: Mark | null;
}

/** Null where the line is of no template, or no way of scoring is chosen; `lacking`: what the chosen way needs is not filled in. */
export function templateRule(line: Line, sheets: RuleSheets | null): TemplateRule | { lacking: ReportEntry } | null {
  const way = wayIn(line.node.extra[WAY] ?? '') as ScoringWay | null;
  if (sheets === null || way === null) return null;
  const made = WAYS[way](line, sheets);
  return made ? { way, input: null, ...made } : { lacking: lackingFor(way, line) };
}

const NEEDS: Partial<Record<ScoringWay, string>> = {
  评等次: GRADES.name,
  扣分加分: RATES.name,
  按数值: MEASURES.name,
};

/** Figures to choose from that are more than the line is worth. */
const tooHigh = ({ points, extra }: OutlineNode): string[] =>
  (listedFigures(extra[VALUES] ?? '') ?? []).filter((value) => points !== null && Number(value) > Number(points));

const noFigures = (node: OutlineNode): Wording => {
  const high = tooHigh(node);
  return high.length === 0
    ? { zh: `“${VALUES}”没有可打的分`, en: `${VALUES} lists no figures` }
    : {
        zh: `“${VALUES}”的 ${high.join('、')} 高于本条的 ${node.points} 分，没有读入`,
        en: `${VALUES} lists ${high.join(', ')}, more than the ${node.points} points of the line, and is not read`,
      };
};

function lackingFor(way: ScoringWay, { node, number }: Line): ReportEntry {
  const sheet = NEEDS[way];
  const lacking =
    sheet === undefined
      ? noFigures(node)
      : way === '评等次'
        ? { zh: `工作表“${sheet}”没有“每条不低于”的等次`, en: `the sheet ${sheet} has no grades for lines` }
        : { zh: `工作表“${sheet}”没有序号 ${number} 的行`, en: `the sheet ${sheet} has no row of line ${number}` };
  return {
    kind: 'not-understood',
    place: node.place,
    zh: `序号 ${number} 的${WAY}是“${way}”，但${lacking.zh}`,
    en: `line ${number} is scored by ${way}, but ${lacking.en}`,
  };
}

type Made = Pick<TemplateRule, 'rule'> & { input?: Input };

const marked = (mark: Mark): Made => ({ rule: { from: { mark } } });

const WAYS: Record<ScoringWay, (line: Line, sheets: RuleSheets) => Made | null> = {
  打分: () => marked({ step: '0.5' }),
  百分比: () => marked({ percent: '1' }),
  列举值: ({ node }) => {
    const values = listedFigures(node.extra[VALUES] ?? '');
    return values && tooHigh(node).length === 0 ? marked({ values }) : null;
  },
  评等次: ({ graded }) => graded && marked(graded),
  扣分加分: (line, { lines, rates }) =>
    casesOf(
      line,
      rates.filter((rate) => rate.line === line.number && lines.includes(rate.line)),
    ),
  按数值: (line, { lines, measures }) =>
    measured(
      line,
      measures.filter((row) => row.line === line.number && lines.includes(row.line)),
    ),
};

function casesOf({ node, code }: Line, rates: readonly RateRow[]): Made | null {
  if (rates.length === 0) return null;
  const drafted = rates.map(({ title, points, most, adds }, n) => {
    const id = `${code}-${n + 1}`;
    return {
      adds,
      rate: { id, title, category: id, per: 'occurrence' as const, points, ...(most !== null && { most }) },
    };
  });
  const [deduct, add] = [false, true].map((adds) =>
    drafted.filter((each) => each.adds === adds).map(({ rate }) => rate),
  );
  const cases: Cases = {
    ...(deduct!.length > 0 && { deduct: deduct! }),
    ...(add!.length > 0 && { add: add! }),
    charge: 'every',
  };
  const most = node.counts === 'points' && add!.length > 0 && node.points !== null ? { most: node.points } : {};
  const steps: Step[] = node.counts === 'penalty' ? [] : [{ clamp: { least: '0', ...most } }];
  return { rule: { from: { cases }, ...(steps.length > 0 && { steps }) } };
}

function measured({ code }: Line, rows: readonly MeasureRow[]): Made | null {
  const [first] = rows;
  if (!first) return null;
  const id = `${code}-value`;
  const band = bandsOf(rows);
  return {
    rule: { from: { formula: id }, steps: [{ band }] },
    input: {
      id,
      title: first.title,
      kind: 'number',
      ...(first.unit !== '' && { unit: first.unit }),
      least: '0',
      ...(first.unit === '%' && { most: '100' }),
    },
  };
}

/** Each band up to the better one, or down to the worse one, whichever it leaves unsaid. */
function bandsOf(rows: readonly MeasureRow[]): NonNullable<Step['band']> {
  const { upwards, downwards } = sidesOf(rows);
  const begin = upwards.map(({ side, figure, points }, at) => {
    const better = upwards[at - 1];
    const rest = side === 'from' && Number(figure) === 0 && better !== undefined;
    const end = better && { [better.side === 'from' ? 'below' : 'to']: better.figure };
    return { ...(!rest && { [side]: figure }), ...end, points };
  });
  const end = downwards.map(({ side, figure, points }, at) => {
    const worse = downwards[at + 1];
    const start = worse && { [worse.side === 'to' ? 'above' : 'from']: worse.figure };
    return { ...start, [side]: figure, points };
  });
  return [...begin, ...end];
}
