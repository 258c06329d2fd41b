import type { z } from 'zod';
import type { NamedFacts } from '../score-units.ts';
import type { Wording } from '../explain/wording.ts';
import type { UnitFacts } from '../facts.ts';
import { firstFault } from '../first-fault.ts';
import type { DeclaredBases } from '../field/select.ts';
import { FieldFile, UnitInFile } from './shape.ts';

/** What a facts file holds: the facts of one unit (named ''), or of many. */
export interface FactsFile {
  units: NamedFacts[];
  declared: DeclaredBases;
}

/** What a facts file gets wrong: `path` leads to the value. */
export class FactsFault extends Error {
  override readonly name = 'FactsFault';

  constructor(
    readonly path: readonly PropertyKey[],
    readonly said: Wording,
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
  if (!many) return { units: [{ unit: '', facts: factsOf(parsed(UnitInFile, input), {}) }], declared: {} };
  const { units, declared = {}, ...common } = parsed(FieldFile, input);
  return { units: Object.entries(units).map(([unit, facts]) => ({ unit, facts: factsOf(facts, common) })), declared };
}

function parsed<T>(shape: z.ZodType<T>, input: unknown): T {
  const result = shape.safeParse(input);
  if (result.success) return result.data;
  const { path, said } = firstFault(result.error, input);
  throw new FactsFault(path, said);
}

/** The year that is assessed, where a file does not say. */
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

function factsOf(unit: UnitInFile, common: Common): UnitFacts {
  const period = unit.period ?? common.period ?? YEAR;
  const previous = Object.entries(unit.previous).map(([line, rating]) => ({ line, ...ratingOf(rating) }));
  return {
    asOf: unit.asOf ?? common.asOf ?? period.to,
    period,
    recordingClosed: unit.recordingClosed ?? common.recordingClosed ?? true,
    records: recordsOf(unit, period.from),
    cases: casesOf(unit.cases, 'case', period.from),
    earlierCases: casesOf(unit.earlierCases, 'earlier', period.from),
    marks: marksOf(unit),
    numbers: numbersOf(unit),
    statements: Object.entries(unit.statements).map(([name, holds]) => ({ id: name, name, holds })),
    tallies: unit.tallies.map(({ id, ...tally }, n) => ({ id: id ?? `tally-${n + 1}`, ...tally })),
    notApplicable: Object.entries(unit.notApplicable).map(([line, reason]) => ({
      id: `not-applicable-${line}`,
      line,
      reason,
    })),
    decisions: Object.entries(unit.decisions).map(([line, rating]) => ({
      id: `decision-${line}`,
      line,
      ...ratingOf(rating),
      reason: (typeof rating === 'object' ? rating.reason : undefined) ?? '',
    })),
    previous,
    attributes: unit.attributes ?? {},
  };
}

function marksOf({ marks }: UnitInFile): UnitFacts['marks'] {
  if (Array.isArray(marks)) {
    return marks.map(({ id, discretion, rater, group, ...mark }, n) => ({
      id: id ?? `mark-${n + 1}`,
      ...mark,
      ...(discretion !== undefined && { discretion }),
      ...(rater !== undefined && { rater }),
      ...(group !== undefined && { group }),
    }));
  }
  return Object.entries(marks).map(([criterion, given]) => {
    const { grade = '', points = '', discretion } = typeof given === 'object' ? given : shortRating(given);
    return {
      id: `mark-${criterion}`,
      criterion,
      grade,
      points,
      final: true,
      ...(discretion !== undefined && { discretion }),
    };
  });
}

function recordsOf({ records }: UnitInFile, from: string): UnitFacts['records'] {
  if (Array.isArray(records))
    return records.map(({ id, session, ...record }, n) => ({
      id: id ?? `record-${n + 1}`,
      session: session ?? `session-${n + 1}`,
      ...record,
    }));
  return Object.entries(records).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, n) => {
      const id = `${kind}-${n + 1}`;
      return { id, kind, occurredOn: from, session: id, criteria: [], accepted: true };
    }),
  );
}

const casesOf = (cases: UnitInFile['cases'], prefix: string, from: string): UnitFacts['cases'] =>
  cases.flatMap(({ id, person, act, effectiveOn, sharedBy, times, ...fact }, n) =>
    Array.from({ length: times }, (_, time) => {
      const own = `${id ?? `${prefix}-${n + 1}`}${times > 1 ? `-${time + 1}` : ''}`;
      const shared = sharedBy === undefined ? {} : { sharedBy };
      return { id: own, person: person ?? own, act: act ?? own, effectiveOn: effectiveOn ?? from, ...fact, ...shared };
    }),
  );

const numbersOf = ({ numbers }: UnitInFile): NonNullable<UnitFacts['numbers']> =>
  Object.entries(numbers).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [{ id: name, name, value }]
      : Object.entries(value).map(([period, each]) => ({ id: `${name}-${period}`, name, value: each, period })),
  );

type Rating = { points?: string; grade?: string };

const ratingOf = (rating: string | { points?: string | undefined; grade?: string | undefined }): Rating =>
  typeof rating === 'string'
    ? shortRating(rating)
    : {
        ...(rating.points !== undefined && { points: rating.points }),
        ...(rating.grade !== undefined && { grade: rating.grade }),
      };

/** A number is points, a word is a grade. */
const shortRating = (text: string): Rating & { discretion?: boolean } =>
  /^-?[\d.]+$/.test(text) ? { points: text } : { grade: text };
