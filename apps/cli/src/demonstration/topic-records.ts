import { chanceOf } from './chance.ts';
import type { PlannedRecord } from './record.ts';
import { topics } from './topics.ts';
import type { AssessedUnit } from './units.ts';
import { workingDayIn } from './working-time.ts';

/** Most units do each piece of work once a year, some come back to it. */
const AGAIN = 0.35;
/** Even a diligent unit leaves some of it undone or unrecorded. */
const RECORDED = 0.9;

/** A unit's campaigns, ledgers, systems and reports of the year, one criterion or two each. */
export const topicRecords = (unit: AssessedUnit, year: number): PlannedRecord[] => {
  const chance = chanceOf(`topics ${year} ${unit.unitId}`);
  return topics.flatMap(({ criteria, months, titles }) => {
    if (!chance.happens(RECORDED * unit.diligence)) return [];
    const start = chance.between(0, titles.length - 1);
    return months
      .filter((_, index) => index === 0 || chance.happens(AGAIN * unit.diligence))
      .map((month, index): PlannedRecord => ({
        unitId: unit.unitId,
        kind: 'other',
        title: `${month}月${titles[(start + index) % titles.length]!.replace('{work}', chance.pick(unit.works))}`,
        occurredOn: workingDayIn(year, month, chance.between(4, 27)),
        attendance: null,
        criteria: [...criteria],
      }));
  });
};
