import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import type { Rate } from '../language/source.ts';
import { RubricError } from '../rubric-error.ts';
import type { Contribution } from '../contribution.ts';
import { type GroupScore, type LeafScore, type Scorecard, lineIn } from '../scorecard.ts';
import { arithmeticOf } from './arithmetic.ts';
import { chargesWording, groupedCharges, unitOf } from './charge-wording.ts';
import { contributionWording } from './contribution-wording.ts';
import type { Explanation, ExplanationTree } from './explanation.ts';
import { inputWording, isMissing } from './input-wording.ts';
import { resultWording } from './result-wording.ts';
import { ruleWording } from './rule-wording.ts';
import { sentencesOf } from './sentences.ts';
import type { Charged } from './source-arithmetic.ts';
import type { StandingAt } from './standing.ts';

type Score = LeafScore | GroupScore;
type Said = ReturnType<typeof groupedCharges>[number];

/** Explains one line of a scorecard that `rubric` has scored. Throws RubricError `rubric.unknown-leaf`. */
export function explainLeaf(rubric: CompiledRubric, scorecard: Scorecard, id: string): Explanation {
  return new Explainer(rubric, scorecard, () => undefined, []).explain(id);
}

/**
 * Explains a line and everything below it; the whole table by the rubric's id; or one of the selections and consequences
 * in `beyond`, which stand with the whole. Throws RubricError `rubric.unknown-leaf`.
 */
export function explainTree(
  rubric: CompiledRubric,
  scorecard: Scorecard,
  id: string,
  standingAt: StandingAt = () => undefined,
  beyond: readonly ExplanationTree[] = [],
): ExplanationTree {
  const found = lineIn(scorecard, id) ? undefined : beyond.find(({ leaf }) => leaf === id);
  return found ?? new Explainer(rubric, scorecard, standingAt, beyond).tree(id);
}

/** One scorecard, its lines and figures found by their ids. */
class Explainer {
  private readonly lines: ReadonlyMap<string, CompiledLine>;
  private readonly scores: ReadonlyMap<string, Score>;

  constructor(
    private readonly rubric: CompiledRubric,
    { total, groups, leaves, figures = [] }: Scorecard,
    private readonly standingAt: StandingAt,
    private readonly beyond: readonly ExplanationTree[],
  ) {
    this.lines = new Map(rubric.inOrder.map((line) => [line.id, line]));
    this.scores = new Map([total, ...groups, ...leaves, ...figures].map((score) => [score.id, score]));
  }

  tree(id: string): ExplanationTree {
    const { line, score } = this.at(id);
    const { floor, ceiling } = score;
    const points = line.worth === 'none' ? null : score.points;
    const parts = line.children.map((part) => this.tree(part.id));
    const [figures, follows] = line === this.rubric.total ? [this.rubric.figures, [...this.beyond]] : [[], []];
    const beside = figures.map((figure) => this.tree(figure.id));
    return { ...this.explain(id), floor, ceiling, points, grade: score.grade ?? null, parts, beside, follows };
  }

  explain(id: string): Explanation {
    const { line, score } = this.at(id);
    const { rubric, standingAt } = this;
    const said = score.contributions ?? [];
    const reads = score.inputs ?? [];
    const charged = chargedRates(line, said);
    const parts = line.children.map((child) => this.scores.get(child.id)!);
    const rates = ratesOf(line);
    const isOut = score.outcome?.kind === 'not-applicable';
    const told = groupedCharges(said).filter(({ kind }) => !isOut || kind !== 'open');
    return {
      leaf: id,
      text: textOf(line),
      quotes: quotesOf(line, charged),
      rule: ruleWording(rubric, line),
      inputs: reads
        .filter((read) => !isOut || !isMissing(read))
        .map((read) => ({ ...read, ...inputWording(rubric, line, read) })),
      arithmetic: arithmeticOf({ rubric, line, score, reads, parts, charged, standingAt }),
      lines: told.map((each) => ({
        ...(each.kind === 'charges'
          ? chargesWording(rubric, each, rates.find((rate) => rate.id === each.charge.rate)?.per)
          : contributionWording({ rubric, line, score, reads, standingAt }, each)),
        facts: factsOf(each),
        rulings: rulingsIn(each),
      })),
      result: resultWording(rubric, line, score),
      sentences: sentencesOf(rubric, line, score, charged, this.openBelow(line)),
    };
  }

  /** The leaves of a group that are not settled. */
  private openBelow(line: CompiledLine): string[] {
    return line.children.flatMap((child) => {
      if (child.children.length > 0) return this.openBelow(child);
      const score = this.scores.get(child.id);
      return score && 'settled' in score && score.settled === false ? [child.id] : [];
    });
  }

  private at(id: string): { line: CompiledLine; score: Score } {
    const [line, score] = [this.lines.get(id), this.scores.get(id)];
    if (!line || !score)
      throw new RubricError('rubric.unknown-leaf', id, { zh: '表中没有这一条', en: 'the table has no such line' });
    return { line, score };
  }
}

const textOf = (line: CompiledLine): string =>
  'source' in line ? (line.source as { text: string }).text : (line as { title?: string }).title!;

const ratesOf = (line: CompiledLine): Rate[] => {
  const cases =
    'source' in line ? (line.source as { from: { cases?: { deduct?: Rate[]; add?: Rate[] } } }).from.cases : undefined;
  return [...(cases?.deduct ?? []), ...(cases?.add ?? [])];
};

/** How often each rate was charged and at which amount, in the order of the text; beyond its limit it is not. */
function chargedRates(line: CompiledLine, said: readonly Contribution[]): Charged[] {
  const groups = groupedCharges(said).filter((each) => each.kind === 'charges');
  return ratesOf(line).flatMap(({ id, per }) =>
    groups
      .filter(({ charge }) => charge.rate === id && charge.amount !== '0')
      .map(({ charge, times }) => ({
        rate: id,
        amount: charge.amount,
        deducts: charge.kind === 'deduction',
        unit: unitOf(per, times),
        times,
      })),
  );
}

function quotesOf(line: CompiledLine, charged: readonly Charged[]): Explanation['quotes'] {
  const text = textOf(line);
  return ratesOf(line).flatMap(({ id, quote }) =>
    quote !== undefined && charged.some(({ rate }) => rate === id)
      ? [{ rate: id, from: text.indexOf(quote), to: text.indexOf(quote) + quote.length }]
      : [],
  );
}

function factsOf(said: Said): string[] {
  if ('facts' in said) return said.facts;
  return 'fact' in said ? [said.fact] : [];
}

const rulingsIn = (said: Said): string[] =>
  said.kind === 'charges' ? said.charge.rulings : 'rulings' in said ? said.rulings : [];
