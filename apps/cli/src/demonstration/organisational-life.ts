import { chanceOf, type Chance } from './chance.ts';
import type { PlannedRecord } from './record.ts';
import { regulars, type Regular } from './regulars.ts';
import type { AssessedUnit } from './units.ts';
import { workingDayIn } from './working-time.ts';

/** What a kind of record counts for of itself: the rubric's own word. */
export type CriteriaOfKind = (kind: string) => readonly string[];

/** How often a record is also entered for a criterion beyond those of its kind; by a unit that lags hardly ever. */
const FURTHER = 0.3;

/**
 * A unit's year of meetings, study, talks and activities, by the frequencies that the regulations name (党员大会 each
 * quarter, 支委会 and 党小组会 each month, 主题党日 each month on a fixed day, 组织生活会 in the fourth quarter).
 */
export const organisationalLife = (unit: AssessedUnit, year: number, criteriaOf: CriteriaOfKind): PlannedRecord[] => {
  const chance = chanceOf(`organisational life ${year} ${unit.unitId}`);
  return regulars(unit, chance).flatMap((regular) => recordsOf(regular, unit, year, criteriaOf, chance));
};

const recordsOf = (regular: Regular, unit: AssessedUnit, year: number, criteriaOf: CriteriaOfKind, chance: Chance) => {
  const held = regular.months.filter(() => regular.sure || chance.happens(unit.diligence));
  const dates = held.map((month) => workingDayIn(year, month, chance.between(...regular.days))).toSorted();
  return dates.map((occurredOn, index): PlannedRecord => {
    const month = Number(occurredOn.slice(5, 7));
    const [theme, ...extra] = regular.theme(month, index);
    const own = criteriaOf(regular.kind);
    const further = extra.filter((id) => !own.includes(id) && chance.happens(FURTHER * unit.diligence ** 2));
    return {
      unitId: unit.unitId,
      kind: regular.kind,
      title: regular.title(theme.replace('{work}', chance.pick(unit.works)), month, index + 1),
      occurredOn,
      attendance: regular.due ? attendance(regular.due, regular.quorum ?? 0.7, chance) : null,
      criteria: [...own, ...further],
    };
  });
};

const attendance = (due: number, quorum: number, chance: Chance) => ({
  present: Math.max(Math.ceil(due * quorum), due - chance.between(0, Math.ceil(due / 6))),
  due,
});
