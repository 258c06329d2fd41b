import type { Action } from './action.ts';
import { incidents } from './incidents.ts';
import { organisationalLife, type CriteriaOfKind } from './organisational-life.ts';
import { enterAndReview } from './review.ts';
import { openingDay, setUp, type PinnedRubric } from './setup.ts';
import { topicRecords } from './topic-records.ts';
import { assessedUnits } from './units.ts';
import { dayAfter } from './working-time.ts';

/**
 * All that the demonstration does, in the order of its instants. The whole year of `today` is planned and then cut
 * off at the end of yesterday: nothing lies ahead of the real clock whatever the hour, and a seeding that was killed
 * and goes on another day finds what it had done at the head of the longer plan.
 */
export const planYear = (today: string, rubric: PinnedRubric, criteriaOf: CriteriaOfKind): Action[] => {
  const year = Number(today.slice(0, 4));
  const opening = openingDay(year);
  const records = assessedUnits.flatMap((unit) => [
    ...organisationalLife(unit, year, criteriaOf),
    ...topicRecords(unit, year),
  ]);
  const later = [
    ...enterAndReview(
      records.filter(({ occurredOn }) => occurredOn > opening),
      String(year),
    ),
    ...incidents(year, today),
  ];
  const end = new Date(`${today}T00:00:00+08:00`).toISOString();
  const ahead = later.filter(({ at }) => at < end).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  // On the first days of January nothing is recorded yet, and the year is opened on the eve of `today`.
  return [...setUp(year, opening < today ? opening : dayAfter(today, -1), rubric), ...ahead];
};
