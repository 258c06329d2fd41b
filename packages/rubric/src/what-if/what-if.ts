import type { CompiledRubric } from '../compiled.ts';
import { ruleWording } from '../explain/rule-wording.ts';
import type { Wording } from '../explain/wording.ts';
import type { DeclaredBases } from '../field/select.ts';
import type { NamedFacts } from '../score-units.ts';
import { type Change, compareRubrics } from '../diff/diff.ts';
import { lineTitles } from '../diff/line-titles.ts';
import { type ConsequenceUnder, compareConsequences } from './consequences.ts';
import { type Figures, changeOf, figuresOf, isSame } from './figures.ts';
import { kinBetween } from './kin.ts';
import { casesOf, unitsKnownTo } from './known-cases.ts';
import { type Known, type MovedLine, movedLines, withTotal } from './moved-lines.ts';
import { type OneSidedFact, oneSidedFacts } from './one-sided-facts.ts';
import { type PlaceRange, areSamePlaces, mayBeSamePlace, placesOf } from './ranking.ts';
import { countingChanges, reasonsBetween, reasonsBeyond } from './reasons.ts';
import { type Scored, type Side, scoredUnder } from './scored.ts';
import { type SelectionUnder, compareSelections } from './selections.ts';
import { MOST_TRIALS, trialsOf } from './trials.ts';

/** What a unit has in all under one table, and where it stands; null: it has no total that could be ranked. */
export type Standing = Figures & { place: PlaceRange | null };

/** What a unit has under one table and under the other. */
export interface UnitUnder {
  unit: string;
  /** its total, its place or a line of it is another */
  moved: boolean;
  before: Standing;
  after: Standing;
  /** its place is told otherwise, but may turn out to be the same */
  placeOpen: boolean;
  /** the total's change in decimals, where both are settled */
  change: string | null;
  /** the changes of the tables that are the reason, as places in `changes` */
  because: number[];
  /** no rule of its own figures is the reason, but what others have now */
  becauseOfOthers: boolean;
  lines: MovedLine[];
}

/** What a line is called that moved for some unit, and its rule under either table; null: the table has no such line. */
export interface LineRules {
  line: string;
  title: Wording;
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
  consequences: ConsequenceUnder[];
  oneSided: OneSidedFact[];
}

/** The same facts under two tables: who moves, who is chosen, what follows, and by which rule. */
export function whatIf(
  before: CompiledRubric,
  after: CompiledRubric,
  units: readonly NamedFacts[],
  declared: DeclaredBases = {},
): WhatIf {
  const comparison = compareRubrics(before.table, after.table);
  const { changes } = comparison;
  const compared = [before, after].map(({ table }) => casesOf(table));
  const scored = (rubric: CompiledRubric): Scored =>
    scoredUnder(rubric, unitsKnownTo(rubric.table, compared, units), declared);
  const upTo = trialsOf(comparison, kinBetween(before.table, after.table, changes), scored);
  const [was, is] = [scored(before).whole(), scored(after).whole()];
  const all = countingChanges(changes);
  const reasonsOf = reasonsBetween(before.table, after.table, changes);
  const moves = compareUnits(was, is, units, { reasonsOf, trials: upTo(MOST_TRIALS.figures), all });
  const moved = new Set(moves.flatMap(({ because }) => because));
  const { ofSelection, ofConsequence } = reasonsBeyond(before.table, after.table, changes, moved);
  const known = { trials: upTo(MOST_TRIALS.andBeyond), all };
  const names = units.map(({ unit }) => unit);
  return {
    total: after.total.id,
    changes,
    units: moves,
    rules: rulesOf(before, after, moves),
    selections: compareSelections(was, is, names, ofSelection, known),
    consequences: compareConsequences(was, is, names, ofConsequence, known),
    oneSided: oneSidedFacts(
      before.table,
      after.table,
      units.map(({ facts }) => facts),
    ),
  };
}

function compareUnits(was: Side, is: Side, units: readonly NamedFacts[], known: Known): UnitUnder[] {
  const [olderPlaces, newerPlaces] = [was, is].map(({ cards }) => placesOf(cards.map(({ total }) => total)));
  return units.map(({ unit }, n) => {
    const older = { rubric: was.rubric, score: was.cards[n]!.total };
    const newer = { rubric: is.rubric, score: is.cards[n]!.total };
    const [before, after] = figuresOf(older, newer);
    const [place, newPlace] = [olderPlaces![n]!, newerPlaces![n]!];
    const lines = withTotal(movedLines(was, is, n, known), was, is, n, known);
    const because = [...new Set(lines.flatMap((line) => line.because))].toSorted((a, b) => a - b);
    const moved = lines.length > 0 || !areSamePlaces(place, newPlace) || !isSame(older.score, newer.score);
    return {
      unit,
      moved,
      before: { ...before!, place },
      after: { ...after!, place: newPlace },
      placeOpen: !areSamePlaces(place, newPlace) && mayBeSamePlace(place, newPlace),
      change: changeOf(older, newer),
      because,
      becauseOfOthers: moved && because.length === 0,
      lines,
    };
  });
}

function rulesOf(before: CompiledRubric, after: CompiledRubric, units: readonly UnitUnder[]): LineRules[] {
  const [older, newer] = [before, after].map((rubric) => new Map(rubric.inOrder.map((line) => [line.id, line])));
  const titles = lineTitles(after.table, before.table);
  const moved = new Set(units.flatMap(({ lines }) => lines.flatMap(({ line, follows }) => [line, ...follows])));
  return [...moved].map((id) => {
    const [was, is] = [older!.get(id), newer!.get(id)];
    return {
      line: id,
      title: titles(id),
      before: was ? ruleWording(before, was) : null,
      after: is ? ruleWording(after, is) : null,
    };
  });
}
