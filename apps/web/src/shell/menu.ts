import type { Permission } from '@mofan/contracts/access';
import type { CycleRow } from '@mofan/contracts/cycle';
import type { IconName } from '../ui/icon.tsx';
import { can, speaksForUnit, type Me } from './session.ts';

interface Entry {
  key: keyof typeof looks;
  icon: IconName;
  to: string;
  /** one is there */
  here: boolean;
}

/** Icon, and the addresses that belong to the entry. */
const looks = {
  home: ['home', /^\/$/],
  record: ['pen', /^\/evidence\/new/],
  overview: ['grid', /\/overview$/],
  ownScorecard: ['table', /\/scorecard$/],
  scorecards: ['table', /\/scorecard$/],
  ledger: ['paper', /^\/evidence(?!\/new)/],
  review: ['paper', /^\/evidence/],
  register: ['scales', /^\/incidents/],
  confirm: ['check', /^\/(confirmations|incidents)/],
  rubric: ['list', /^\/(rubrics|rubric-drafts|years)/],
  units: ['people', /^\/units/],
  health: ['pulse', /^\/health/],
} as const satisfies Record<string, [IconName, RegExp]>;

/** Where one may go. What one may not use is absent, not grey. */
export const menuOf = (me: Me, cycle: CycleRow | undefined, pathname: string): Entry[] => {
  const ofUnit = speaksForUnit(me);
  const offered: (readonly [Entry['key'], string, Permission | null])[] = [
    ['home', '/', null],
    ['record', '/evidence/new', 'evidence.submit'],
    ...(cycle
      ? ([
          ['overview', `/cycles/${cycle.cycleId}/overview`, 'overview.read'],
          [ofUnit ? 'ownScorecard' : 'scorecards', `/cycles/${cycle.cycleId}/scorecard`, 'scorecard.read'],
        ] as const)
      : []),
    ['ledger', '/evidence', 'evidence.submit'],
    ['review', '/evidence', 'evidence.review'],
    ['register', '/incidents', 'incident.record'],
    ['confirm', '/confirmations', 'incident.confirm'],
    // the tables are for who writes and applies them
    ['rubric', '/rubrics', 'rubric-draft.read'],
    ['units', '/units', 'operations.read'],
    ['health', '/health', 'operations.read'],
  ];
  return offered
    .filter(([, , permission]) => permission === null || can(me, permission))
    .map(([key, to]) => ({ key, to, icon: looks[key][0], here: looks[key][1].test(pathname) }));
};
