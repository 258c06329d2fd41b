import type { CompiledRubric } from '@mofan/rubric/compiled';
import type { CaseFact, UnitFacts } from '@mofan/rubric/facts';
import type { Scorecard } from '@mofan/rubric/scorecard';

/** By the id of a line: the least and the most that it may come to. */
export type Figures = Record<string, readonly [floor: number, ceiling: number]>;

/** Another rule engine with the table of 2020: what it makes of a unit, in its own shape, and the figures found in it. */
export interface Peer<Result> {
  score(facts: UnitFacts): Promise<Result>;
  figuresOf(result: Result): Figures;
}

/** A mark as the peers take it; the units of the bench have no more than one on a criterion. */
export interface GivenMark {
  grade: string;
  points: number;
  discretion: boolean;
}

/** The criteria that are judged, in the table's order. */
export const judgedIn = ({ leaves }: CompiledRubric) => leaves.filter(({ from }) => from.kind === 'mark');

export const marksByCriterion = ({ marks }: UnitFacts): Map<string, GivenMark> =>
  new Map(
    marks.map(({ criterion, grade, points, discretion = false }) => [
      criterion,
      { grade, points: Number(points), discretion },
    ]),
  );

export const studySessions = ({ records, period: { from, to } }: UnitFacts): number => {
  const sessions = new Set<string>();
  for (const { kind, occurredOn, session } of records)
    if (kind === 'group-study-session' && occurredOn >= from && occurredOn <= to) sessions.add(session);
  return sessions.size;
};

/** The cases of each act of each person, who is charged once for it. */
export const actsOf = ({ cases }: UnitFacts): CaseFact[][] => {
  const acts = new Map<string, CaseFact[]>();
  for (const each of cases) {
    const key = `${each.person}/${each.act}`;
    const act = acts.get(key);
    if (act) act.push(each);
    else acts.set(key, [each]);
  }
  return [...acts.values()];
};

/** The ids of the leaves in each group, the whole table among them. */
export const leavesByGroup = ({ leaves }: CompiledRubric): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const { id, ancestors } of leaves)
    for (const group of ancestors) groups.set(group.id, [...(groups.get(group.id) ?? []), id]);
  return groups;
};

/** The same figures of our scorecard. */
export const figuresOfScorecard = ({ groups, leaves, total }: Scorecard): Figures =>
  Object.fromEntries(
    [total, ...groups, ...leaves].map(({ id, floor, ceiling }) => [id, [Number(floor), Number(ceiling)]]),
  );
