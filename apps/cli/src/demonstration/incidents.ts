import type { IncidentCommand, IncidentDetails } from '@mofan/domain/incident/messages';
import { confirmer, registrar } from './accounts.ts';
import type { Action } from './action.ts';
import { chanceOf } from './chance.ts';
import { idOf } from './identity.ts';
import { dayAfter, lastWorkingDayBefore, officeHour, workingDayFrom, workingDaysAfter } from './working-time.ts';

type Decided = Pick<IncidentDetails, 'unitId' | 'category' | 'role'>;

const details = (name: string, number: number, effectiveOn: string, decided: Decided): IncidentDetails => ({
  ...decided,
  personRef: idOf(`person ${name}`),
  actRef: idOf(`act ${name}`),
  documentNumber: `演纪〔${effectiveOn.slice(0, 4)}〕${number}号`,
  actOn: dayAfter(effectiveOn, -34),
  effectiveOn,
  learnedOn: effectiveOn,
});

const acts = (name: string) => {
  const chance = chanceOf(`incident ${name}`);
  return (step: string, day: string, actor: { accountId: string }, command: IncidentCommand): Action => {
    const at = officeHour(day, chance, true);
    return { to: 'incident', command, actor: actor.accountId, key: `${step} incident ${name}`, at };
  };
};

const stands = (name: string, what: IncidentDetails): Action[] => {
  const incidentId = idOf(`incident ${name}`);
  const act = acts(name);
  const recorded = workingDaysAfter(what.learnedOn, 2);
  return [
    act('record', recorded, registrar, { type: 'RecordIncident', incidentId, ...what }),
    act('confirm', workingDaysAfter(recorded, 2), confirmer, { type: 'ConfirmIncident', incidentId }),
  ];
};

const dayIn = (year: number) => (monthAndDay: string) => workingDayFrom(`${year}-${monthAndDay}`);

/** The cases of the closed year: they stand. */
export const earlierCases = (year: number): Action[] => {
  const on = dayIn(year);
  const [first, second] = [`${year} first`, `${year} second`];
  const greening: Decided = { unitId: 'greening', category: 'efficiency-admonition', role: 'staff' };
  const parking: Decided = { unitId: 'parking', category: 'disciplinary-action', role: 'staff' };
  return [
    ...stands(first, details(first, 6, on('04-21'), greening)),
    ...stands(second, details(second, 17, on('10-13'), parking)),
  ];
};

/**
 * A few decided cases, none at the unit of the walk: two that stand, one corrected and confirmed anew, one reversed.
 */
export const incidents = (year: number): Action[] => {
  const on = dayIn(year);

  const isCorrected = () => {
    const name = `${year} corrected`;
    const incidentId = idOf(`incident ${name}`);
    const act = acts(name);
    const entered = details(name, 9, on('05-12'), {
      unitId: 'construction',
      category: 'disciplinary-action',
      role: 'unit-head',
    });
    // The role is as held on the day of the act: a deputy counts as staff (ruling A10).
    const command = { type: 'CorrectIncident', incidentId, ...entered, role: 'staff' } as const;
    return [
      ...stands(name, entered),
      act('correct', on('06-09'), registrar, command),
      act('reconfirm', workingDaysAfter(on('06-09'), 1), confirmer, { type: 'ConfirmIncident', incidentId }),
    ];
  };

  const isReversed = () => {
    const name = `${year} reversed`;
    const command = {
      type: 'ReverseIncident',
      incidentId: idOf(`incident ${name}`),
      reason: 'overturned-on-review',
      outcomeDocument: `演纪复〔${year}〕2号`,
    } as const;
    const entered = details(name, 14, on('06-22'), { unitId: 'lighting', category: 'other-handling', role: 'staff' });
    return [...stands(name, entered), acts(`${name} outcome`)('reverse', on('08-19'), registrar, command)];
  };

  const works = details(`${year} first`, 3, on('03-16'), {
    unitId: 'works',
    category: 'efficiency-admonition',
    role: 'staff',
  });
  const drainage = details(`${year} second`, 21, on('09-08'), {
    unitId: 'drainage',
    category: 'other-handling',
    role: 'staff',
  });
  return [...stands(`${year} first`, works), ...isCorrected(), ...isReversed(), ...stands(`${year} second`, drainage)];
};

/** A case that was recorded just before `today` and waits for the second person. */
export const awaitingCase = (year: number, today: string): Action[] => {
  const recorded = lastWorkingDayBefore(today);
  const effectiveOn = dayAfter(recorded, -5);
  if (effectiveOn < dayIn(year)('01-12')) return [];
  const name = `${year} awaiting`;
  const decided = { unitId: 'parking', category: 'efficiency-admonition', role: 'staff' } as const;
  const command = {
    type: 'RecordIncident',
    incidentId: idOf(`incident ${name}`),
    ...details(name, 27, effectiveOn, decided),
  } as const;
  const at = new Date(Date.parse(`${recorded}T17:40:00+08:00`)).toISOString();
  return [{ to: 'incident', command, actor: registrar.accountId, key: `record incident ${name}`, at }];
};
