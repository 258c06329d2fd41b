import type { CompiledRubric } from '../compiled.ts';
import { type Exact, ZERO, compare, multiply, round, written } from '../exact.ts';
import type { Read } from '../expression/scope.ts';
import { ANYTHING, type Interval, type Truth, onlyValue } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';
import type { CompiledSelection } from './compiled.ts';
import { safely } from './safely.ts';
import { groupNameOf, groupsOf, isUngrouped } from './relative.ts';

/**
 * Who is chosen in one group. Units are places in the list of facts. `tied` stand level on every key over the last
 * `placesLeft`: somebody has to decide, the table does not. `open`: figures that are not settled yet and that could
 * change the choice, so that nobody is chosen; units whose group nobody stated could be of any group.
 */
export interface Chosen {
  selection: string;
  group: string;
  base: number;
  places: number;
  chosen: number[];
  tied: number[];
  placesLeft: number;
  /** fewer may be chosen than the table asks for: nobody is */
  tooFew: boolean;
  notEligible: number[];
  open: number[];
}

interface Candidate {
  unit: number;
  keys: (Exact | null)[];
}

/** One whose keys are all settled. */
interface Settled extends Candidate {
  keys: Exact[];
}

/** What `declared` bases a quota is taken of, by selection and group: the head-count that the organisation stated. */
export type DeclaredBases = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Carries out a table's selections over all units, sorted once per group, and tells each unit what came out for it. */
export function select(rubric: CompiledRubric, units: readonly UnitState[], declared: DeclaredBases = {}): Chosen[] {
  const places = new Map(units.map((unit, n) => [unit, n]));
  return rubric.selections.flatMap((selection) => {
    const among = selection.source.among ?? null;
    const unplaced = units.flatMap((unit, n) => (isUngrouped(among, [unit]) ? [n] : []));
    return groupsOf(among, units).map((group) => {
      const name = groupNameOf(among, group[0]!);
      const result = chooseIn(selection, name, group, places, unplaced, declared[selection.source.id]?.[name]);
      tellUnits(result, group, units);
      return result;
    });
  });
}

/** Who is surely not eligible is not chosen, whatever else is open. */
function tellUnits(
  { selection, chosen, tied, open, notEligible }: Chosen,
  group: readonly UnitState[],
  all: readonly UnitState[],
) {
  for (const unit of group) unit.chosen.set(selection, open.length > 0 ? null : false);
  for (const unit of notEligible) all[unit]!.chosen.set(selection, false);
  for (const unit of tied) all[unit]!.chosen.set(selection, null);
  for (const unit of chosen) all[unit]!.chosen.set(selection, true);
}

function chooseIn(
  selection: CompiledSelection,
  group: string,
  units: readonly UnitState[],
  numbers: ReadonlyMap<UnitState, number>,
  unplaced: readonly number[],
  declared: number | undefined,
): Chosen {
  const [eligible, counting] = [truthsOf(selection.eligible, units), truthsOf(selection.counting, units)];
  const where = (truths: readonly Truth[], truth: Truth) =>
    units.filter((_, n) => truths[n] === truth).map((unit) => numbers.get(unit)!);
  const candidates = units
    .filter((_, n) => eligible[n] === true)
    .map((unit) => ({ unit: numbers.get(unit)!, keys: keysOf(selection, unit) }));
  const base = baseOf(selection, eligible, counting, declared);
  const places = placesOf(selection, base);
  const settled = candidates.filter(isSettled);
  const unsettled = candidates.filter((each) => !isSettled(each)).map(({ unit }) => unit);
  const open = [...where(eligible, null), ...where(counting, null), ...unsettled, ...unplaced];
  const tooFew = open.length === 0 && candidates.length < selection.least;
  const result = {
    selection: selection.source.id,
    group,
    base,
    places,
    tooFew,
    notEligible: where(eligible, false),
    open: [...new Set(open)].sort((a, b) => a - b),
  };
  if (open.length > 0 || tooFew) return { ...result, chosen: [], tied: [], placesLeft: places };
  return { ...result, ...fill(orderBy(selection), settled, places) };
}

const truthsOf = (condition: Read<Truth> | null, units: readonly UnitState[]): Truth[] =>
  units.map((unit) => (condition ? safely(() => condition(unit), null) : true));

type Order = (a: Settled, b: Settled) => number;

/** Those surely before everybody else; whoever stands level with the first one left out is tied with him. */
function fill(order: Order, candidates: readonly Settled[], places: number) {
  const sorted = candidates.toSorted((a, b) => order(a, b) || a.unit - b.unit);
  const units = sorted.map(({ unit }) => unit);
  const last = sorted[places - 1];
  const next = sorted[places];
  if (!last || !next || order(last, next) !== 0) return { chosen: units.slice(0, places), tied: [], placesLeft: 0 };
  const from = sorted.findIndex((each) => order(each, last) === 0);
  const to = sorted.findLastIndex((each) => order(each, last) === 0) + 1;
  return { chosen: units.slice(0, from), tied: units.slice(from, to), placesLeft: places - from };
}

/** Called some million times for a hundred thousand units: it makes nothing that would have to be cleared away. */
function orderBy({ keys }: CompiledSelection): Order {
  const signs = keys.map(({ best }) => (best === 'highest' ? -1 : 1));
  return (a, b) => {
    for (let n = 0; n < signs.length; n++) {
      const difference = compare(a.keys[n]!, b.keys[n]!);
      if (difference !== 0) return difference * signs[n]!;
    }
    return 0;
  };
}

const isSettled = (candidate: Candidate): candidate is Settled => !candidate.keys.includes(null);

const keysOf = ({ keys }: CompiledSelection, unit: UnitState): (Exact | null)[] =>
  keys.map(({ read }) => onlyValue(safely<Interval>(() => read(unit), ANYTHING)));

function baseOf(
  { source: { quota } }: CompiledSelection,
  eligible: readonly Truth[],
  counting: readonly Truth[],
  declared: number | undefined,
): number {
  if (quota?.of === 'declared') return declared ?? 0;
  return counting.filter((counts, n) => counts === true && (quota?.of !== 'eligible' || eligible[n] === true)).length;
}

function placesOf({ source: { places, quota }, share }: CompiledSelection, base: number): number {
  if (places !== undefined) return Number(places);
  const exactly = multiply(share ?? ZERO, { n: base, d: 1 });
  return Number(written(round(exactly, quota?.rounding ?? 'cut', 0)));
}
