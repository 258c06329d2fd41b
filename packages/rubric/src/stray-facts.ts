import type { CompiledRubric } from './compiled.ts';
import { isWithin } from './expression/names.ts';
import type { UnitFacts } from './facts.ts';
import type { FactPart } from './facts-file/origins.ts';
import { rangeOf } from './scopes.ts';
import { isWithinPeriod, overlapsPeriod } from './period.ts';
import { linesOf, ratesOf } from './tree.ts';

/** A fact that no part of the table asks for: a slip of the pen, or a fact of another table. */
export interface StrayFact {
  part: FactPart;
  fact: string;
  reason:
    | 'fact.unknown-line'
    | 'mark.decided-by-rule'
    | 'votes.no-vote'
    | 'fact.unknown-grade'
    | 'fact.unknown-kind'
    | 'fact.unknown-input'
    | 'fact.out-of-range'
    | 'fact.unknown-category'
    | 'fact.unknown-role'
    | 'fact.not-earlier'
    | 'fact.outside-period';
}

/** What a scorecard passes over in silence because nothing in the table names it. */
export function strayFacts(rubric: CompiledRubric, facts: UnitFacts): StrayFact[] {
  const { table } = rubric;
  const lines = new Set(linesOf(table).map(({ id }) => id));
  const kinds = new Set(table.evidenceKinds.map(({ id }) => id));
  const toLines = [
    ...facts.marks.map(({ id, criterion }) => ({ part: 'marks' as const, id, line: criterion })),
    ...(facts.previous ?? []).map(({ line }) => ({ part: 'previous' as const, id: line, line })),
    ...PARTS_OF_LINES.flatMap((part) => (facts[part] ?? []).map(({ id, line }) => ({ part, id, line }))),
  ];
  return [
    ...strayMarks(rubric, facts),
    ...toLines.filter(({ line }) => !lines.has(line)).map(({ part, id }) => stray(part, id, 'fact.unknown-line')),
    ...facts.records.filter(({ kind }) => !kinds.has(kind)).map(({ id }) => stray('records', id, 'fact.unknown-kind')),
    ...ungraded(rubric, facts),
    ...strayInputs(rubric, facts),
    ...strayCases(rubric, facts),
    ...outsidePeriod(facts),
  ];
}

/** Marks and ballots of lines that have another source. */
function strayMarks({ inOrder }: CompiledRubric, { marks, tallies = [] }: UnitFacts): StrayFact[] {
  const sources = new Map(inOrder.map(({ id, from }) => [id, from.kind]));
  const unmarked = marks.filter(({ criterion }) => sources.has(criterion) && sources.get(criterion) !== 'mark');
  const unvoted = tallies.filter(({ line }) => sources.has(line) && sources.get(line) !== 'votes');
  return [
    ...unmarked.map(({ id }) => stray('marks', id, 'mark.decided-by-rule')),
    ...unvoted.map(({ id }) => stray('tallies', id, 'votes.no-vote')),
  ];
}

/** Ratings of the period before whose grade is none of the table's. */
const ungraded = ({ table }: CompiledRubric, { previous = [] }: UnitFacts): StrayFact[] =>
  previous
    .filter(({ grade }) => grade !== undefined && !table.grades.some(({ code }) => code === grade))
    .map(({ line }) => stray('previous', line, 'fact.unknown-grade'));

const PARTS_OF_LINES = ['tallies', 'notApplicable', 'decisions'] as const;

function strayInputs({ table }: CompiledRubric, facts: UnitFacts): StrayFact[] {
  const inputs = new Map((table.inputs ?? []).map((input) => [input.id, input]));
  const numbers = (facts.numbers ?? []).flatMap(({ id, name, value }) => {
    const input = inputs.get(name);
    if (!input || input.kind === 'statement') return [stray('numbers', id, 'fact.unknown-input')];
    return isWithin(value, rangeOf(input)) ? [] : [stray('numbers', id, 'fact.out-of-range')];
  });
  const statements = (facts.statements ?? []).filter(({ name }) => inputs.get(name)?.kind !== 'statement');
  return [...numbers, ...statements.map(({ id }) => stray('statements', id, 'fact.unknown-input'))];
}

/** Categories and roles stand in rates, in the list of categories, and in the conditions that count cases. */
function strayCases({ table }: CompiledRubric, facts: UnitFacts): StrayFact[] {
  const rates = ratesOf(table);
  const categories = new Set(
    [...rates, ...(table.categories ?? []).map(({ id }) => ({ category: id }))].map(categoryOf),
  );
  const roles = new Set([...rates.map(({ role }) => role), ...(table.roles ?? []).map(({ id }) => id)]);
  const text = JSON.stringify(table);
  const inExpressions = (word: string) => text.includes(`'${word}'`) || text.includes(`\\"${word}\\"`);
  return (['cases', 'earlierCases'] as const).flatMap((part) =>
    (facts[part] ?? []).flatMap(({ id, category, role }) => {
      if (!categories.has(category) && !inExpressions(category)) return [stray(part, id, 'fact.unknown-category')];
      return role === '' || roles.has(role) || inExpressions(role) ? [] : [stray(part, id, 'fact.unknown-role')];
    }),
  );
}

/** Facts of another year, which count in conditions with a window alone, and cases of this one among the earlier ones. */
function outsidePeriod({ period, records, cases, earlierCases = [], numbers = [] }: UnitFacts): StrayFact[] {
  const ids = (facts: readonly { id: string }[], part: FactPart) =>
    facts.map(({ id }) => stray(part, id, 'fact.outside-period'));
  return [
    ...ids(
      records.filter(({ occurredOn }) => !isWithinPeriod(occurredOn, period)),
      'records',
    ),
    ...ids(
      cases.filter(({ effectiveOn }) => !isWithinPeriod(effectiveOn, period)),
      'cases',
    ),
    ...ids(
      earlierCases.filter(({ effectiveOn }) => effectiveOn > period.to),
      'earlierCases',
    ),
    ...earlierCases
      .filter(({ effectiveOn }) => isWithinPeriod(effectiveOn, period))
      .map(({ id }) => stray('earlierCases', id, 'fact.not-earlier')),
    ...ids(
      numbers.filter((each) => each.period !== undefined && !overlapsPeriod(each.period, period)),
      'numbers',
    ),
  ];
}

const categoryOf = ({ category }: { category: string }): string => category;

const stray = (part: FactPart, fact: string, reason: StrayFact['reason']): StrayFact => ({ part, fact, reason });
