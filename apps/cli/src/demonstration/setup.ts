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

/** The centre is founded, the readings are signed, the year is opened, its units admitted and its tracking begun. */
export const setUp = (year: number, day: string, { rulings, ...rubric }: PinnedRubric): Action[] => {
  const cycleId = String(year);
  const steps: [actor: string, key: string, step: AnyCommand][] = [];
  const units = [...bodies, ...assessedUnits];
  for (const { unitId, name, kind, parentId, order } of units) {
    const command = { type: 'FoundUnit', unitId, name, kind, parentId, order, foundedOn: FOUNDED_ON } as const;
    steps.push([administrator.accountId, `found ${unitId}`, { to: 'unit', command }]);
  }
  for (const { unitId, name, represented } of assessedUnits) {
    const branch = { type: 'EstablishBranch', unitId, name: `${name}党支部`, establishedOn: BRANCHES_SINCE } as const;
    steps.push([administrator.accountId, `branch ${unitId}`, { to: 'unit', command: branch }]);
    const holder = representativeOf(unitId).accountId;
    const post = { type: 'AppointToPost', unitId, post: represented, holder, from: POSTS_SINCE } as const;
    steps.push([administrator.accountId, `post ${unitId}`, { to: 'unit', command: post }]);
  }
  const sign: RulingCommand = { type: 'SignRulings', rubricHash: rubric.hash, rulings: [...rulings] };
  steps.push([chair.accountId, `rulings ${rubric.hash}`, { to: 'ruling', command: sign }]);
  const open = { type: 'OpenCycle', cycleId, year, from: `${year}-01-01`, to: `${year}-12-31`, rubric } as const;
  steps.push([clerk.accountId, `open ${cycleId}`, { to: 'cycle', command: open }]);
  for (const { unitId } of assessedUnits) {
    const command = { type: 'AdmitParticipant', cycleId, unitId } as const;
    steps.push([clerk.accountId, `admit ${cycleId} ${unitId}`, { to: 'cycle', command }]);
  }
  const track = { type: 'AdvanceStage', cycleId, to: 'tracking' } as const;
  steps.push([clerk.accountId, `track ${cycleId}`, { to: 'cycle', command: track }]);

  const start = Date.parse(`${day}T08:40:00+08:00`);
  return steps.map(([actor, key, step], n) => ({
    ...step,
    actor,
    key,
    at: new Date(start + n * 41_300).toISOString(),
  }));
};
