import table from '../rubrics/yueqing-2020.json';
import type { CaseFact, MarkFact, RecordFact, UnitFacts } from './facts.ts';
import { loadRubric } from './load.ts';
import { score } from './score.ts';
import type { Contribution } from './contribution.ts';
import type { LeafScore, Scorecard } from './scorecard.ts';

/** The 2020 table as its 19 rulings read it, and taken literally. */
export const rubric = loadRubric(table);
export const literal = loadRubric(table, { rulings: 'none' });

/** A unit's facts at the end of the year; give what differs from "nothing happened". */
export const factsOf = (known: Partial<UnitFacts> = {}): UnitFacts => ({
  asOf: '2026-12-31',
  period: { from: '2026-01-01', to: '2026-12-31' },
  recordingClosed: true,
  records: [],
  cases: [],
  marks: [],
  ...known,
});

/** One group study session (集中学习) a month, beginning in January. */
export const sessions = (count: number): RecordFact[] =>
  Array.from({ length: count }, (_, index) =>
    session(`study-${index}`, `2026-${String(index + 1).padStart(2, '0')}-10`),
  );

export const session = (id: string, occurredOn: string, key = id): RecordFact => ({
  id,
  kind: 'group-study-session',
  occurredOn,
  session: key,
  criteria: ['2.1', '2.2'],
  accepted: true,
});

/** A case of its own person and act unless told otherwise. */
export const incident = (id: string, category: string, role = 'staff', more: Partial<CaseFact> = {}): CaseFact => ({
  id,
  category,
  role,
  person: `person-${id}`,
  act: `act-${id}`,
  effectiveOn: '2026-05-20',
  documentNumber: '演纪〔2026〕1号',
  ...more,
});

export const mark = (criterion: string, grade: string, points: string, more: Partial<MarkFact> = {}): MarkFact => ({
  id: `${criterion}-${grade}-${points}-${more.final ?? true}`,
  criterion,
  grade,
  points,
  final: true,
  ...more,
});

/** Every judged criterion 优, save those given. */
export const excellentBut = (...others: MarkFact[]): MarkFact[] => [
  ...rubric.leaves
    .filter(({ id, from }) => from.kind === 'mark' && !others.some(({ criterion }) => criterion === id))
    .map(({ id, pointsText }) => mark(id, 'excellent', pointsText)),
  ...others,
];

export const scoreMarks = (known: Partial<UnitFacts>): Scorecard => score(rubric, factsOf(known), 'marks');
export const scoreFacts = (known: Partial<UnitFacts>): Scorecard => score(rubric, factsOf(known), 'facts');

export function leafOf(scorecard: Scorecard, id: string): LeafScore {
  const leaf = scorecard.leaves.find((each) => each.id === id);
  if (!leaf) throw new Error(`no leaf ${id}`);
  return leaf;
}

export const contributionsOf = <K extends Contribution['kind']>(leaf: LeafScore, kind: K) =>
  leaf.contributions.filter((each): each is Extract<Contribution, { kind: K }> => each.kind === kind);

/** "7.5" where it is a point, "0–8" where it is an interval. */
export const figureOf = ({ floor, ceiling }: { floor: string; ceiling: string }): string =>
  floor === ceiling ? floor : `${floor}–${ceiling}`;

export const refusalsOf = (scorecard: Scorecard, id: string): string[] =>
  contributionsOf(leafOf(scorecard, id), 'refused').map(({ reason }) => reason);
