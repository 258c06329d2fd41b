import type { Governed, Group, Leaf, Rubric, Ruling } from '../rubric.ts';
import { isLeaf, linesOf } from '../tree.ts';
import type { Finding, FindingCode } from './finding.ts';
import { isOpen, type Linted } from './lint.ts';
import { findingWording } from './wording.ts';

/**
 * Rulings that would settle what is open, one for each kind of finding, with the reading that lies nearest: to be put
 * right by whoever signs it. What no reading can settle, because the table itself has to change, has none.
 */
export function rulingsFor(table: Rubric, found: readonly Linted[]): Ruling[] {
  const open = found.filter(isOpen).map(({ finding }) => finding);
  const codes = [...new Set(open.map(({ code }) => code))].filter((code) => READINGS[code] !== undefined);
  const ids = freeIds(table);
  return codes.map((code) =>
    rulingFor(
      table,
      ids(),
      open.filter((finding) => finding.code === code),
    ),
  );
}

function rulingFor(table: Rubric, id: string, findings: readonly Finding[]): Ruling {
  const [{ code }] = findings as [Finding];
  const lines = new Map(linesOf(table).map((line) => [line.id, line]));
  const leaves = [...new Set(findings.flatMap((finding) => finding.leaves))].filter((line) => lines.has(line));
  const [first] = leaves.flatMap((line) => lines.get(line) ?? []);
  const on = first === undefined ? table.title : 'text' in first ? first.text : first.title;
  return {
    id,
    on: on.length > SHORT ? `${on.slice(0, SHORT)}…` : on,
    problem: findings
      .map((finding) => findingWording(table, finding).zh)
      .join('；')
      .slice(0, LONGEST),
    reading: READINGS[code]!,
    alternatives: [],
    leaves,
    ...governing(leaves.flatMap((line) => subjectOf(code, lines.get(line)!))),
    ...(code === 'deduction.unbounded' ? { patch: { lines: endingAtZero(table, leaves) } } : { settles: [code] }),
  };
}

/** What the reading is the ground of on a line, so that explanations name it beside the figures that rest on it. */
function subjectOf(code: FindingCode, { from, steps = [] }: Leaf | Group | Rubric): Governed[] {
  if (code === 'deduction.unbounded' || code === 'rate.beyond-limit') return ['excess'];
  if (code === 'text.discretion' && from?.mark?.discretion) return ['discretion'];
  if (from?.cases) return ['deduction'];
  if (from?.mark || from?.votes) return ['mark'];
  return from?.formula !== undefined || steps.length > 0 ? ['step'] : [];
}

const governing = (subjects: readonly Governed[]): Pick<Ruling, 'governs'> =>
  subjects.length > 0 ? { governs: [...new Set(subjects)] } : {};

const SHORT = 40;
/** What the language takes as words. */
const LONGEST = 2000;

/** 扣完为止, after the steps that the lines have already. */
const endingAtZero = (table: Rubric, leaves: readonly string[]) =>
  Object.fromEntries(
    linesOf(table)
      .filter((line) => isLeaf(line) && leaves.includes(line.id))
      .map(({ id, steps = [] }) => [id, { steps: [...steps, { clamp: { least: '0' } }] }]),
  ) as NonNullable<NonNullable<Ruling['patch']>['lines']>;

/** The ids that follow on the highest of the table's own: A20, A21 …. */
function freeIds({ rulings }: Rubric): () => string {
  const numbers = rulings.items.flatMap(({ id }) => (id.startsWith('A') ? [Number(id.slice(1))] : []));
  let last = Math.max(0, ...numbers);
  return () => {
    last += 1;
    return `A${String(last).padStart(2, '0')}`;
  };
}

const READINGS: Partial<Record<FindingCode, string>> = {
  'band.overlap': '两个等次都可评，由评审人决定',
  'band.touch': '两个等次都可评，由评审人决定',
  'band.gap': '没有对应等次的分数不予受理',
  'scale.no-step': '打分不设最小单位',
  'mark.uneven-step': '最高打到打分单位的整数倍为止',
  'rate.beyond-limit': '以限额为准，超出部分不计',
  'deduction.unbounded': '扣完为止，超出部分予以列明，不计入其他条目',
  'deduction.stacked': '同一行为适用多项的，各项分别计算',
  'deduction.beside-grades': '本条只按规定扣分，不另评等次',
  'text.threshold': '达不到的，由评审人在打分时考虑',
  'text.discretion': '扣多少由评审人决定，并书面说明理由',
  'evidence.none': '评分不收佐证材料',
  'document.superseded': '考核期内仍按原文件执行',
  'group.beyond-points': '部分条目不适用的，本项仍按原规则计算',
  'points.missing': '全表满分以下级合计为准',
  'line.uncounted': '只作记录，不计分',
  'selection.no-tie-break': '并列的由评审组集体认定',
};
