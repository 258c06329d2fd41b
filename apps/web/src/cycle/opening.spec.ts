import type { CycleRow } from '@mofan/contracts/cycle';
import { describe, expect, it } from 'vitest';
import { calendarYear, commandOf, faultsOf, nextOpening, type Opening } from './opening.ts';

const cycle = (year: number): CycleRow => ({
  cycleId: `${year}`,
  year,
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  stage: 'tracking',
  rubric: { id: 'small', version: '2020', hash: 'a' },
});
const chosen = { version: 'b', units: ['road'] };
const opening: Opening = { ...chosen, ...calendarYear('2027') };

describe('opening a year', () => {
  it('proposes the calendar year after the latest', () =>
    expect(nextOpening([cycle(2026), cycle(2025)], '2026-11-25', chosen)).toEqual(opening));
  it('proposes this year where none was opened', () =>
    expect(nextOpening([], '2026-11-25', chosen)).toMatchObject({ year: '2026', from: '2026-01-01' }));

  it('finds nothing at fault in what it proposes', () => expect([...faultsOf(opening, [cycle(2026)])]).toEqual([]));
  it.each([
    ['version', { version: '' }],
    ['year', calendarYear('27')],
    ['taken', { ...calendarYear('2026') }],
    ['from', { from: '2026-12-31' }],
    ['to', { to: '2027-01-01' }],
    ['units', { units: [] }],
  ] as const)('names %s where it is at fault', (fault, change) =>
    expect([...faultsOf({ ...opening, ...change }, [cycle(2026)])]).toEqual([fault]),
  );

  it('names the version by id, version and hash, and the year by its number', () => {
    const version = { id: 'small', version: '2026', hash: 'b' };
    const row = { ...version, title: '', criteria: 1, points: '8', publishedOn: null, openRulings: 0, cycles: [] };
    expect(commandOf(opening, row)).toEqual({
      cycleId: '2027',
      year: 2027,
      from: '2027-01-01',
      to: '2027-12-31',
      rubric: version,
      units: ['road'],
    });
  });
});
