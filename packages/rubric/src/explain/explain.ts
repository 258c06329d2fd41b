import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { negate, written } from '../exact.ts';
import type { Rate } from '../language/source.ts';
import { RubricError } from '../rubric-error.ts';
import type { Contribution, GroupScore, LeafScore, Scorecard } from '../scorecard.ts';
import { type Charged, arithmeticOf, changeOf } from './arithmetic.ts';
import { ruleWording } from './rule-wording.ts';
import { type Wording, contributionWording, figureWording, gradeWording, outcomeWording, range } from './wording.ts';

/** Why a line's figure is what it is, as data. */
export interface Explanation {
  leaf: string;
  /** the criterion, verbatim, or the group's title */
  text: string;
  /** the phrases of `text` that set the rates charged: UTF-16 offsets, the end excluded */
  quotes: { rate: string; from: number; to: number }[];
  /** the rule that the line is computed by, in words */
  rule: Wording;
  /** "12 − 1 × 1 例 = 11", "8 − 2 = 6", or "0–8" while it is open */
  arithmetic: string;
  /** one line for every contribution, with its facts and the rulings that it was read with */
  lines: (Wording & { facts: string[]; rulings: string[] })[];
  /** the whole in a sentence */
  sentences: Wording;
}

/** The same with all that the line is computed from: rule, inputs, arithmetic, result. */
export interface ExplanationTree extends Explanation {
  floor: string;
  ceiling: string;
  points: string;
  parts: ExplanationTree[];
}

type Score = LeafScore | GroupScore;

/** Explains one line of a scorecard that `rubric` has scored. Throws RubricError `rubric.unknown-leaf`. */
export function explainLeaf(rubric: CompiledRubric, scorecard: Scorecard, id: string): Explanation {
  const { line, score } = lineAndScore(rubric, scorecard, id);
  return explanationOf(rubric, scorecard, line, score);
}

/** Explains a line and everything below it; the whole table by the rubric's id. Throws RubricError `rubric.unknown-leaf`. */
export function explainTree(rubric: CompiledRubric, scorecard: Scorecard, id: string): ExplanationTree {
  const { line, score } = lineAndScore(rubric, scorecard, id);
  const { floor, ceiling, points } = score;
  const parts = line.children.map((child) => explainTree(rubric, scorecard, child.id));
  return { ...explanationOf(rubric, scorecard, line, score), floor, ceiling, points, parts };
}

function lineAndScore(rubric: CompiledRubric, scorecard: Scorecard, id: string): { line: CompiledLine; score: Score } {
  const line = rubric.inOrder.find((each) => each.id === id);
  const score = scoresOf(scorecard).find((each) => each.id === id);
  if (!line || !score) throw new RubricError('rubric.unknown-leaf', id, 'no such criterion');
  return { line, score };
}

const scoresOf = ({ total, groups, leaves, figures = [] }: Scorecard): Score[] => [
  total,
  ...groups,
  ...leaves,
  ...figures,
];

function explanationOf(rubric: CompiledRubric, scorecard: Scorecard, line: CompiledLine, score: Score): Explanation {
  const said = score.contributions ?? [];
  const charged = chargedRates(line, said);
  const parts = line.children.map((child) => scoresOf(scorecard).find(({ id }) => id === child.id)!);
  return {
    leaf: line.id,
    text: textOf(line),
    quotes: quotesOf(line, charged),
    rule: ruleWording(rubric, line),
    arithmetic: arithmeticOf(line, score, parts, charged),
    lines: said.map((contribution) => ({
      ...contributionWording(rubric, contribution),
      facts: factsOf(contribution),
      rulings: 'rulings' in contribution ? contribution.rulings : [],
    })),
    sentences: sentencesOf(rubric, line, score, charged),
  };
}

const textOf = (line: CompiledLine): string =>
  'source' in line ? (line.source as { text: string }).text : (line as { title?: string }).title!;

const ratesOf = (line: CompiledLine): Rate[] => {
  const cases =
    'source' in line ? (line.source as { from: { cases?: { deduct?: Rate[]; add?: Rate[] } } }).from.cases : undefined;
  return [...(cases?.deduct ?? []), ...(cases?.add ?? [])];
};

/** How often each rate was charged and at which amount, in the order of the text. */
function chargedRates(line: CompiledLine, said: readonly Contribution[]): Charged[] {
  const charges = said.filter((each) => each.kind === 'deduction' || each.kind === 'addition');
  return ratesOf(line).flatMap(({ id, per }) => {
    const mine = charges.filter(({ rate }) => rate === id);
    const amounts = [...new Set(mine.map(({ amount }) => amount))];
    return amounts.map((amount) => {
      const same = mine.filter((charge) => charge.amount === amount);
      return {
        rate: id,
        amount,
        deducts: same[0]!.kind === 'deduction',
        unit: per === 'case' ? '例' : '次',
        times: same.length,
      };
    });
  });
}

function quotesOf(line: CompiledLine, charged: readonly Charged[]): Explanation['quotes'] {
  const text = textOf(line);
  return ratesOf(line).flatMap(({ id, quote }) =>
    quote !== undefined && charged.some(({ rate }) => rate === id)
      ? [{ rate: id, from: text.indexOf(quote), to: text.indexOf(quote) + quote.length }]
      : [],
  );
}

function sentencesOf(rubric: CompiledRubric, line: CompiledLine, score: Score, charged: readonly Charged[]): Wording {
  if (score.outcome) return outcomeWording(line.id, score.outcome);
  if (line.from.kind === 'cases' && line.from.deducts && !line.from.adds) return deductSentences(score, charged);
  return judgedSentences(rubric, line, score);
}

function deductSentences(score: Score, charged: readonly Charged[]): Wording {
  const owed = written(negate(changeOf(charged)));
  const excess = (score.contributions ?? []).find((each) => each.kind === 'excess')?.amount;
  const figure = range(score.floor, score.ceiling);
  const zh = `${score.id}满分${score.points}分，应扣${owed}分，得${figure}分`;
  const en = `${score.id}: ${owed} deducted from ${score.points} leaves ${figure}`;
  if (excess === undefined) return { zh: `${zh}。`, en: `${en}.` };
  return { zh: `${zh}，超出的${excess}分只作记录。`, en: `${en}; the excess of ${excess} is only recorded.` };
}

function judgedSentences(rubric: CompiledRubric, line: CompiledLine, score: Score): Wording {
  const { id, points, floor, ceiling } = score;
  const [grade, gradeAtMost] = [score.grade ?? null, 'gradeAtMost' in score ? score.gradeAtMost : null];
  const figure = figureWording(rubric, floor, ceiling);
  const [zhFull, enFull] = line.worth === 'points' ? [`满分${points}分，`, ` of ${points}`] : ['', ''];
  if (grade !== null) {
    const { zh, en } = gradeWording(rubric, grade);
    if (line.worth === 'none' && line.from.kind === 'mark') return { zh: `${id}评为${zh}。`, en: `${id}: ${en}.` };
    return { zh: `${id}${zhFull}评为${zh}，得${figure}分。`, en: `${id}: ${en}, ${figure}${enFull}.` };
  }
  if (line.from.kind !== 'mark' || floor === ceiling)
    return plainSentences(id, zhFull, enFull, figure, floor === ceiling);
  const open = (score.contributions ?? []).some(({ kind }) => kind === 'open');
  const most = gradeAtMost === null ? null : gradeWording(rubric, gradeAtMost);
  return {
    zh: `${id}${zhFull}${open ? '尚未评定，可得' : '尚未审定，评审为'}${figure}分${most ? `，等次最高为${most.zh}` : ''}。`,
    en: `${id}: ${open ? 'not judged yet' : 'reviewed, not decided yet'}, ${figure}${enFull}${most ? `, at most ${most.en}` : ''}.`,
  };
}

function plainSentences(id: string, zhFull: string, enFull: string, figure: string, settled: boolean): Wording {
  if (settled) return { zh: `${id}${zhFull}得${figure}分。`, en: `${id}: ${figure}${enFull}.` };
  return { zh: `${id}${zhFull}尚未确定，可得${figure}分。`, en: `${id}: not settled yet, ${figure}${enFull}.` };
}

function factsOf(contribution: Contribution): string[] {
  if ('facts' in contribution) return contribution.facts;
  return 'fact' in contribution ? [contribution.fact] : [];
}
