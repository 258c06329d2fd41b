import type { z } from 'zod';
import type { NamedFacts } from '../score-units.ts';
import type { Wording } from '../explain/wording.ts';
import type { UnitFacts } from '../facts.ts';
import { readAs } from '../first-fault.ts';
import type { DeclaredBases } from '../field/select.ts';
import { markedTwice } from './marked-twice.ts';
import { marksOf } from './marks.ts';
import { Origins } from './origins.ts';
import { atPlaceInFacts } from './place-wording.ts';
import { ratingOf } from './rating.ts';
import { periodFault } from './series-periods.ts';
import { FieldFile, UnitInFile } from './shape.ts';

/** The facts of one unit, and where in the file each of them was written. */
export interface UnitOfFile extends NamedFacts {
  origins: Origins;
}

/** What a facts file holds: the facts of one unit (named ''), or of many. */
export interface FactsFile {
  units: UnitOfFile[];
  declared: DeclaredBases;
}

/** What a facts file gets wrong: `path` leads to the value. */
export class FactsFault extends Error {
  override readonly name = 'FactsFault';

  constructor(
    readonly path: readonly PropertyKey[],
    readonly said: Wording,
    /** the last key of the path is wrong, not its value */
    readonly named = false,
  ) {
    super(said.en);
  }
}

type Common = Pick<UnitInFile, 'asOf' | 'period' | 'recordingClosed'>;

/** Reads facts of one unit or of many, in the short form or the long one. Throws FactsFault at the first fault. */
export function readFacts(input: unknown): FactsFile {
  if (typeof input === 'object' && input !== null && 'schema' in input && 'children' in input)
    throw new FactsFault([], {
      zh: '这是考核表，不是事实文件；两个文件的先后可能写反了',
      en: 'this is a table, not facts; the two files may stand the wrong way round',
    });
  const many = typeof input === 'object' && input !== null && 'units' in input;
  if (!many) return { units: [unitOf('', parsed(UnitInFile, input), {}, [])], declared: {} };
  const { units, declared = {}, ...common } = parsed(FieldFile, input);
  refuseReversed(common.period, []);
  const all = Object.entries(units).map(([unit, facts]) => unitOf(unit, facts, common, ['units', unit]));
  return { units: all, declared };
}

function unitOf(unit: string, written: UnitInFile, common: Common, path: readonly PropertyKey[]): UnitOfFile {
  refuseReversed(written.period, path);
  const origins = new Origins(path);
  const facts = factsOf(written, common, origins);
  const twice = markedTwice(facts.marks);
  if (twice) throw faultAt(origins.of('marks', twice.mark.id).path, twice.saidOf(origins));
  return { unit, facts, origins };
}

/** A period that ends before it begins holds no day. */
function refuseReversed(period: Common['period'], path: readonly PropertyKey[]): void {
  if (period && period.from > period.to)
    throw faultAt([...path, 'period'], {
      zh: `起止颠倒：from ${period.from} 晚于 to ${period.to}`,
      en: `it ends before it begins: from ${period.from}, to ${period.to}`,
    });
}

const faultAt = (path: readonly PropertyKey[], said: Wording): FactsFault =>
  new FactsFault(path, atPlaceInFacts(path, said));

function parsed<T>(shape: z.ZodType<T>, input: unknown): T {
  const read = readAs(shape, input);
  if ('data' in read) return read.data;
  const { path, named, said } = read.fault;
  throw new FactsFault(path, atPlaceInFacts(named ? path.slice(0, -1) : path, said), named);
}

/** The year that is assessed, where a file does not say. */
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

function factsOf(unit: UnitInFile, common: Common, origins: Origins): UnitFacts {
  const period = unit.period ?? common.period ?? YEAR;
  const previous = Object.entries(unit.previous).map(([line, rating]) => ({
    line: origins.note('previous', line, [line]),
    ...ratingOf(rating),
  }));
  return {
    asOf: unit.asOf ?? common.asOf ?? period.to,
    period,
    recordingClosed: unit.recordingClosed ?? common.recordingClosed ?? true,
    records: recordsOf(unit, period.from, origins),
    cases: casesOf(unit, 'cases', period.from, origins),
    earlierCases: casesOf(unit, 'earlierCases', period.from, origins),
    marks: marksOf(unit, origins),
    numbers: numbersOf(unit, origins),
    statements: Object.entries(unit.statements).map(([name, holds]) => ({
      id: origins.note('statements', name, [name]),
      name,
      holds,
    })),
    tallies: unit.tallies.map(({ id, ...tally }, n) => ({
      id: origins.note('tallies', id ?? `tally-${n + 1}`, [n]),
      ...tally,
    })),
    notApplicable: Object.entries(unit.notApplicable).map(([line, reason]) => ({
      id: origins.note('notApplicable', `not-applicable-${line}`, [line]),
      line,
      reason,
    })),
    decisions: Object.entries(unit.decisions).map(([line, rating]) => ({
      id: origins.note('decisions', `decision-${line}`, [line]),
      line,
      ...ratingOf(rating),
      reason: (typeof rating === 'object' ? rating.reason : undefined) ?? '',
    })),
    previous,
    attributes: unit.attributes ?? {},
  };
}

function recordsOf({ records }: UnitInFile, from: string, origins: Origins): UnitFacts['records'] {
  if (Array.isArray(records))
    return records.map(({ id, session, ...record }, n) => ({
      id: origins.note('records', id ?? `record-${n + 1}`, [n]),
      session: session ?? `session-${n + 1}`,
      ...record,
    }));
  return Object.entries(records).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, n) => {
      const id = origins.note('records', `${kind}-${n + 1}`, [kind]);
      return { id, kind, occurredOn: from, session: id, criteria: [], accepted: true };
    }),
  );
}

const CASE_NAMES = { cases: 'case', earlierCases: 'earlier' };

const casesOf = (unit: UnitInFile, part: keyof typeof CASE_NAMES, from: string, origins: Origins): UnitFacts['cases'] =>
  unit[part].flatMap(({ id, person, act, effectiveOn, sharedBy, times, ...fact }, n) =>
    Array.from({ length: times }, (_, time) => {
      const own = `${id ?? `${CASE_NAMES[part]}-${n + 1}`}${times > 1 ? `-${time + 1}` : ''}`;
      origins.note(part, own, [n]);
      const shared = sharedBy === undefined ? {} : { sharedBy };
      return { id: own, person: person ?? own, act: act ?? own, effectiveOn: effectiveOn ?? from, ...fact, ...shared };
    }),
  );

const numbersOf = ({ numbers }: UnitInFile, origins: Origins): NonNullable<UnitFacts['numbers']> =>
  Object.entries(numbers).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [{ id: origins.note('numbers', name, [name]), name, value }]
      : seriesOf(name, value, origins),
  );

function seriesOf(name: string, values: Record<string, string>, origins: Origins): NonNullable<UnitFacts['numbers']> {
  const idOf = (period: string): string => origins.note('numbers', `${name}-${period}`, [name, period]);
  const fault = periodFault(Object.keys(values));
  if (fault) {
    const { path } = origins.of('numbers', idOf(fault.period));
    throw new FactsFault(path, atPlaceInFacts(path.slice(0, -1), fault.said), true);
  }
  return Object.entries(values).map(([period, value]) => ({ id: idOf(period), name, value, period }));
}
