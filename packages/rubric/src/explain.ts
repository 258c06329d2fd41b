import type { CompiledLeaf, CompiledRubric } from './compile.ts';
import { type Exact, ZERO, add, compare, exact, multiply, subtract, toDecimal } from './exact.ts';
import { RubricError } from './rubric-error.ts';
import type { Contribution, LeafScore, Scorecard } from './scorecard.ts';
import { type Wording, contributionWording, gradeWording, range, shown } from './wording.ts';

/** Why a criterion's figure is what it is, as data. */
export interface Explanation {
  leaf: string;
  /** the criterion, verbatim */
  text: string;
  /** the phrases of `text` that set the rates charged: UTF-16 offsets, the end excluded */
  quotes: { rate: string; from: number; to: number }[];
  /** "12 − 1 × 1 例 = 11", "8 − 2 = 6", or "0–8" while it is open */
  arithmetic: string;
  /** one line for every contribution, with its facts and the rulings that it was read with */
  lines: (Wording & { facts: string[]; rulings: string[] })[];
  /** the whole in a sentence */
  sentences: Wording;
}

interface Charged {
  rate: string;
  /** points of one case or occurrence */
  amount: string;
  unit: '例' | '次';
  times: number;
}

/** Explains one line of a scorecard that `rubric` has scored. Throws RubricError `rubric.unknown-leaf`. */
export function explainLeaf(rubric: CompiledRubric, scorecard: Scorecard, leafId: string): Explanation {
  const leaf = rubric.leaves[rubric.indexOf.get(leafId) ?? -1];
  const line = scorecard.leaves.find(({ id }) => id === leafId);
  if (!leaf || !line) throw new RubricError('rubric.unknown-leaf', leafId, 'no such criterion');
  const charged = chargedRates(leaf, line);
  return {
    leaf: leafId,
    text: leaf.source.text,
    quotes: quotesOf(leaf, charged),
    arithmetic: line.byRule ? deductArithmetic(line, charged) : judgedArithmetic(line),
    lines: line.contributions.map((contribution) => ({
      ...contributionWording(rubric, contribution),
      facts: factsOf(contribution),
      rulings: 'rulings' in contribution ? contribution.rulings : [],
    })),
    sentences: line.byRule ? deductSentences(line, charged) : judgedSentences(rubric, line),
  };
}

/** How often each rate was charged, in the order of the text. */
function chargedRates({ source: { rule } }: CompiledLeaf, line: LeafScore): Charged[] {
  if (rule.kind !== 'deduct') return [];
  const deductions = line.contributions.filter((each) => each.kind === 'deduction');
  return rule.rates.flatMap(({ id, per }) => {
    const mine = deductions.filter(({ rate }) => rate === id);
    const unit = per === 'case' ? '例' : '次';
    return mine[0] ? [{ rate: id, amount: mine[0].amount, unit, times: mine.length } as const] : [];
  });
}

function quotesOf({ source: { text, rule } }: CompiledLeaf, charged: readonly Charged[]): Explanation['quotes'] {
  if (rule.kind !== 'deduct') return [];
  return rule.rates
    .filter(({ id }) => charged.some(({ rate }) => rate === id))
    .map(({ id, quote }) => ({ rate: id, from: text.indexOf(quote), to: text.indexOf(quote) + quote.length }));
}

/** Where a floor holds, the figure that it replaces stands before the arrow: "12 − 5 × 3 例 = −3 → 0". */
function deductArithmetic(line: LeafScore, charged: readonly Charged[]): string {
  if (charged.length === 0) return shown(line.points);
  const terms = charged.map(({ amount, unit, times }) => ` − ${amount} × ${times} ${unit}`).join('');
  const rest = toDecimal(subtract(exact(line.points), totalOf(charged)));
  const floored = rest === line.floor ? '' : ` → ${shown(line.floor)}`;
  return `${line.points}${terms} = ${shown(rest)}${floored}`;
}

function judgedArithmetic({ points, floor, ceiling, settled }: LeafScore): string {
  const cut = subtract(exact(points), exact(floor));
  if (!settled || compare(cut, ZERO) === 0) return range(floor, ceiling);
  return `${points} − ${toDecimal(cut)} = ${floor}`;
}

function deductSentences(line: LeafScore, charged: readonly Charged[]): Wording {
  const owed = toDecimal(totalOf(charged));
  const excess = line.contributions.find((each) => each.kind === 'excess')?.amount;
  const figure = shown(line.floor);
  const zh = `${line.id}满分${line.points}分，应扣${owed}分，得${figure}分`;
  const en = `${line.id}: ${owed} deducted from ${line.points} leaves ${figure}`;
  if (excess === undefined) return { zh: `${zh}。`, en: `${en}.` };
  return { zh: `${zh}，超出的${excess}分只作记录。`, en: `${en}; the excess of ${excess} is only recorded.` };
}

function judgedSentences(rubric: CompiledRubric, line: LeafScore): Wording {
  const { id, points, floor, ceiling, grade, gradeAtMost } = line;
  const figure = range(floor, ceiling);
  if (grade !== null) {
    const { zh, en } = gradeWording(rubric, grade);
    return { zh: `${id}满分${points}分，评为${zh}，得${figure}分。`, en: `${id}: ${en}, ${figure} of ${points}.` };
  }
  const open = line.contributions.some(({ kind }) => kind === 'open');
  const most = gradeAtMost === null ? null : gradeWording(rubric, gradeAtMost);
  return {
    zh: `${id}满分${points}分，${open ? '尚未评定，可得' : '尚未审定，评审为'}${figure}分${most ? `，等次最高为${most.zh}` : ''}。`,
    en: `${id}: ${open ? 'not judged yet' : 'reviewed, not decided yet'}, ${figure} of ${points}${most ? `, at most ${most.en}` : ''}.`,
  };
}

const totalOf = (charged: readonly Charged[]): Exact =>
  charged.reduce((sum, { amount, times }) => add(sum, multiply(exact(amount), { n: times, d: 1 })), ZERO);

function factsOf(contribution: Contribution): string[] {
  if ('facts' in contribution) return contribution.facts;
  return 'fact' in contribution ? [contribution.fact] : [];
}
