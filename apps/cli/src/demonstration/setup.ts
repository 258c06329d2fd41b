import type { RulingCommand } from '@mofan/domain/ruling/messages';
import { administrator, chair, clerk, representativeOf } from './accounts.ts';
import type { Action, AnyCommand } from './action.ts';
import { assessedUnits, bodies } from './units.ts';
import { workingDayFrom } from './working-time.ts';

/** The table that the year is opened with. */
export interface PinnedRubric {
  id: string;
  version: string;
  hash: string;
  rulings: readonly string[];
}

const FOUNDED_ON = '2015-03-02';
const BRANCHES_SINCE = '2018-11-20';
const POSTS_SINCE = '2020-06-01';

/** The day on which a year is set up: the first working day from 4 January. */
export const openingDay = (year: number): string => workingDayFrom(`${year}-01-04`);

type Step = [actor: string, key: string, step: AnyCommand];

/** The centre is founded and the readings are signed. */
export const foundCentre = ({ hash, rulings }: PinnedRubric): Step[] => {
  const units = [...bodies, ...assessedUnits].map(({ unitId, name, kind, parentId, order }): Step => {
    const command = { type: 'FoundUnit', unitId, name, kind, parentId, order, foundedOn: FOUNDED_ON } as const;
    return [administrator.accountId, `found ${unitId}`, { to: 'unit', command }];
  });
  const posts = assessedUnits.flatMap(({ unitId, name, represented }): Step[] => {
    const branch = { type: 'EstablishBranch', unitId, name: `${name}党支部`, establishedOn: BRANCHES_SINCE } as const;
    const holder = representativeOf(unitId).accountId;
    const post = { type: 'AppointToPost', unitId, post: represented, holder, from: POSTS_SINCE } as const;
    return [
      [administrator.accountId, `branch ${unitId}`, { to: 'unit', command: branch }],
      [administrator.accountId, `post ${unitId}`, { to: 'unit', command: post }],
    ];
  });
  const sign: RulingCommand = { type: 'SignRulings', rubricHash: hash, rulings: [...rulings] };
  return [...units, ...posts, [chair.accountId, `rulings ${hash}`, { to: 'ruling', command: sign }]];
};

/** A year is opened, its units admitted and its tracking begun. */
export const openYear = (year: number, { rulings: _, ...rubric }: PinnedRubric): Step[] => {
  const cycleId = String(year);
  const open = { type: 'OpenCycle', cycleId, year, from: `${year}-01-01`, to: `${year}-12-31`, rubric } as const;
  const admissions = assessedUnits.map(({ unitId }): Step => {
    const command = { type: 'AdmitParticipant', cycleId, unitId } as const;
    return [clerk.accountId, `admit ${cycleId} ${unitId}`, { to: 'cycle', command }];
  });
  const track = { type: 'AdvanceStage', cycleId, to: 'tracking' } as const;
  return [
    [clerk.accountId, `open ${cycleId}`, { to: 'cycle', command: open }],
    ...admissions,
    [clerk.accountId, `track ${cycleId}`, { to: 'cycle', command: track }],
  ];
};

/** One step after the other from the beginning of a working day on. */
export const onDay = (day: string, steps: readonly Step[]): Action[] => {
  const start = Date.parse(`${day}T08:40:00+08:00`);
  return steps.map(([actor, key, step], n) => ({
    ...step,
    actor,
    key,
    at: new Date(start + n * 41_300).toISOString(),
  }));
};
