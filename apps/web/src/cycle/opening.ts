import type { InputOf } from '@mofan/contracts/api';
import type { CycleRow } from '@mofan/contracts/cycle';
import type { RubricRow } from '@mofan/contracts/rubric';

/** What is filled in to open a year. */
export interface Opening {
  /** hash of the version */
  version: string;
  year: string;
  from: string;
  to: string;
  units: readonly string[];
}

export type OpeningFault = 'version' | 'year' | 'taken' | 'from' | 'to' | 'units';

/** The year after the latest, or this one where none was opened, as a calendar year. */
export const nextOpening = (
  cycles: readonly CycleRow[],
  today: string,
  chosen: Pick<Opening, 'version' | 'units'>,
): Opening => {
  const latest = Math.max(...cycles.map(({ year }) => year), Number(today.slice(0, 4)) - 1);
  return { ...chosen, ...calendarYear(String(latest + 1)) };
};

export const calendarYear = (year: string): Pick<Opening, 'year' | 'from' | 'to'> => ({
  year,
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});

/** What is missing or cannot be; whether the periods of two years overlap the server says. */
export const faultsOf = ({ version, year, from, to, units }: Opening, cycles: readonly CycleRow[]) => {
  const faults = new Set<OpeningFault>();
  if (!version) faults.add('version');
  if (!/^2[01]\d\d$/.test(year)) faults.add('year');
  else if (cycles.some(({ cycleId }) => cycleId === year)) faults.add('taken');
  if (!from.startsWith(`${year}-`)) faults.add('from');
  if (to <= from) faults.add('to');
  if (units.length === 0) faults.add('units');
  return faults;
};

/** The command: the year's own number is its name. */
export const commandOf = (
  { year, from, to, units }: Opening,
  { id, version, hash }: RubricRow,
): InputOf<'POST /api/cycles'>['body'] => ({
  cycleId: year,
  year: Number(year),
  from,
  to,
  rubric: { id, version, hash },
  units: [...units],
});
