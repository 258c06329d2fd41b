import type { Action } from './action.ts';
import { closeYear, fitsBefore } from './closed-year.ts';
import { awaitingCase, earlierCases, incidents } from './incidents.ts';
import { organisationalLife, type CriteriaOfKind } from './organisational-life.ts';
import type { PlannedRecord } from './record.ts';
import { enterAndReview } from './review.ts';
import { foundCentre, onDay, openingDay, openYear, type PinnedRubric } from './setup.ts';
import { topicRecords } from './topic-records.ts';
import { assessedUnits } from './units.ts';
import { dayAfter } from './working-time.ts';

/** All that the demonstration does, in the order of its instants: a year that is closed, and the one of `today`. */
export const planCentre = (today: string, rubric: PinnedRubric, criteriaOf: CriteriaOfKind): Action[] => {
  const year = Number(today.slice(0, 4));
  return [...planClosedYear(year - 1, rubric, criteriaOf), ...planYear(today, rubric, criteriaOf)];
};

/** The centre is founded and lives through a whole year, which is closed before it ends. */
export const planClosedYear = (year: number, rubric: PinnedRubric, criteriaOf: CriteriaOfKind): Action[] => {
  const closing = closeYear(year);
  const entries = enterAndReview(recordsSince(openingDay(year), year, criteriaOf), String(year));
  const later = [...fitsBefore(closing, entries), ...earlierCases(year), ...closing];
  return [...onDay(openingDay(year), [...foundCentre(rubric), ...openYear(year, rubric)]), ...inOrder(later)];
};

/**
 * The whole year of `today` is planned and then cut off at the end of yesterday: nothing lies ahead of the real clock
 * whatever the hour, and a seeding that was killed and goes on another day finds what it had done at the head of the
 * longer plan.
 */
export const planYear = (today: string, rubric: PinnedRubric, criteriaOf: CriteriaOfKind): Action[] => {
  const year = Number(today.slice(0, 4));
  const opening = openingDay(year);
  const entries = enterAndReview(recordsSince(opening, year, criteriaOf), String(year));
  const later = [...entries, ...incidents(year), ...awaitingCase(year, today)];
  const end = new Date(`${today}T00:00:00+08:00`).toISOString();
  // On the first days of January nothing is recorded yet, and the year is opened on the eve of `today`.
  const day = opening < today ? opening : dayAfter(today, -1);
  return [...onDay(day, openYear(year, rubric)), ...inOrder(later.filter(({ at }) => at < end))];
};

const recordsSince = (opening: string, year: number, criteriaOf: CriteriaOfKind): PlannedRecord[] =>
  assessedUnits
    .flatMap((unit) => [...organisationalLife(unit, year, criteriaOf), ...topicRecords(unit, year)])
    .filter(({ occurredOn }) => occurredOn > opening);

const inOrder = (actions: readonly Action[]): Action[] =>
  actions.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
