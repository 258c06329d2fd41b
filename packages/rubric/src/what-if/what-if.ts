import type { CompiledGroup, CompiledLeaf, CompiledLine, CompiledRubric } from '../compiled.ts';
import { ruleWording } from '../explain/rule-wording.ts';
import type { Wording } from '../explain/wording.ts';
import type { UnitFacts } from '../facts.ts';
import { type DeclaredBases, select } from '../field/select.ts';
import { score, stateOfAll } from '../score.ts';
import { scorecardOf } from '../scorecard-of.ts';
import type { Scorecard } from '../scorecard.ts';
import { type Change, diffRubrics } from '../diff/diff.ts';
import { type Figures, changeOf, figuresOf, isSame, placesOf } from './figures.ts';
import { type Known, type MovedLine, movedLines } from './moved-lines.ts';
import { type OneSidedFact, oneSidedFacts } from './one-sided-facts.ts';
import { reasonsBetween } from './reasons.ts';
import { type Held, type SelectionUnder, compareSelections } from './selections.ts';
import { trialsOf } from './trials.ts';

/** A unit's facts under its name; '' is the one unit of a file that names none. */
export interface NamedFacts {
  unit: string;
  facts: UnitFacts;
}

/** What a unit has in all under one table. `place`: by the total's lower end, ties share the better place. */
export type Standing = Figures & { place: number };

/** What a unit has under one table and under the other. */
export interface UnitUnder {
  unit: string;
  /** its total, its place or a line of it is another */
  moved: boolean;
  before: Standing;
  after: Standing;
  /** the total's change in decimals, where both are settled */
  change: string | null;
  /** the changes of the tables that are the reason, as places in `changes` */
  because: number[];
  /** no rule of its own figures is the reason, but what others have now */
  becauseOfOthers: boolean;
  lines: MovedLine[];
}

/** The rule of a line that moved for some unit, under either table; null: the table has no such line. */
export interface LineRules {
  line: string;
  title: string;
  before: Wording | null;
  after: Wording | null;
}

export interface WhatIf {
  /** what the whole table is called among the lines */
  total: string;
  /** what differs between the tables as they are read, rulings applied */
  changes: Change[];
  /** all of them, in the order given */
  units: UnitUnder[];
  rules: LineRules[];
  selections: SelectionUnder[];
  oneSided: OneSidedFact[];
}

/** The same facts under two tables: who moves, who is chosen, and by which rule. */
export function whatIf(
  before: CompiledRubric,
  after: CompiledRubric,
  units: readonly NamedFacts[],
  declared: DeclaredBases = {},
): WhatIf {
  const changes = diffRubrics(before.table, after.table);
  const reasonsOf = reasonsBetween(before.table, after.table, changes);
  const tryWithout = trialsOf(before.table, after.table, (rubric) => held(rubric, units, declared).cards);
  const [was, is] = [held(before, units, declared), held(after, units, declared)];
  const compared = compareUnits(was, is, units, { changes, reasonsOf, tryWithout });
  const facts = units.map((unit) => unit.facts);
  const names = units.map(({ unit }) => unit);
  return {
    total: after.total.id,
    changes,
    units: compared,
    rules: rulesOf(before, after, new Set(compared.flatMap(({ lines }) => lines.map(({ line }) => line)))),
    selections: compareSelections(was, is, names, changes),
    oneSided: oneSidedFacts(before.table, after.table, facts),
  };
}

type Scored = Held & { cards: Scorecard[] };

/** A unit that stands alone is scored alone: what depends on others stays open, and nobody is chosen. */
function held(rubric: CompiledRubric, units: readonly NamedFacts[], declared: DeclaredBases): Scored {
  const facts = units.map((unit) => unit.facts);
  if (units.length === 1 && units[0]!.unit === '')
    return { rubric, cards: [score(rubric, facts[0]!, 'marks')], chosen: [] };
  const states = stateOfAll(rubric, facts, 'marks', declared);
  return {
    rubric,
    cards: states.map((unit) => scorecardOf(rubric, unit, 'marks')),
    chosen: select(rubric, states, declared),
  };
}

function compareUnits(was: Scored, is: Scored, units: readonly NamedFacts[], known: Known): UnitUnder[] {
  const [olderPlaces, newerPlaces] = [was, is].map(({ cards }) => placesOf(cards.map(({ total }) => total)));
  return units.map(({ unit }, n) => {
    const older = { rubric: was.rubric, score: was.cards[n]!.total };
    const newer = { rubric: is.rubric, score: is.cards[n]!.total };
    const [before, after] = figuresOf(older, newer);
    const [place, newPlace] = [olderPlaces![n]!, newerPlaces![n]!];
    const lines = movedLines(was, is, n, known);
    const because = [...new Set(lines.flatMap((line) => line.because))].toSorted((a, b) => a - b);
    const moved = lines.length > 0 || place !== newPlace || !isSame(older.score, newer.score);
    return {
      unit,
      moved,
      before: { ...before!, place },
      after: { ...after!, place: newPlace },
      change: changeOf(older, newer),
      because,
      becauseOfOthers: moved && because.length === 0,
      lines,
    };
  });
}

function rulesOf(before: CompiledRubric, after: CompiledRubric, moved: ReadonlySet<string>): LineRules[] {
  const [older, newer] = [before, after].map((rubric) => new Map(rubric.inOrder.map((line) => [line.id, line])));
  const all = new Map([...older!, ...newer!]);
  return [...moved].map((id) => {
    const [was, is] = [older!.get(id), newer!.get(id)];
    return {
      line: id,
      title: titleOf(all.get(id)!),
      before: was ? ruleWording(before, was) : null,
      after: is ? ruleWording(after, is) : null,
    };
  });
}

const titleOf = (line: CompiledLine): string =>
  'source' in line ? (line as CompiledLeaf).source.text : (line as CompiledGroup).title;
