import { consequenceWording } from '../explain/consequence-wording.ts';
import type { Wording } from '../explain/wording.ts';
import { daysAfter } from '../field/consequences.ts';
import type { Consequence } from '../language/selection.ts';
import type { Follows } from '../scorecard.ts';
import { type Alike, alike } from './alike.ts';
import type { Side } from './scored.ts';
import type { Known } from './moved-lines.ts';
import { reasonOrUntried, reasonsAmong } from './tried-reasons.ts';

/** What follows for a unit, or which part of a pot it has, with the words for it; the ends as in a scorecard. */
export type Happening = Pick<Follows, 'open' | 'due' | 'floor' | 'ceiling'> & Wording;

/** A unit for which something else follows; null: it does not follow. */
export interface ConsequenceMove {
  unit: string;
  before: Happening | null;
  after: Happening | null;
}

/** One consequence of either table; `lacking`: the table that has none such. */
export interface ConsequenceUnder {
  consequence: string;
  title: string;
  lacking: 'before' | 'after' | null;
  moves: Alike<ConsequenceMove>[];
}

/**
 * Every consequence of either table, those of the newer one first. `names` of the units; `candidates`: changes that may
 * have to do with whether it follows, until when, and how much of it.
 */
export function compareConsequences(
  before: Side,
  after: Side,
  names: readonly string[],
  candidates: (consequence: string) => readonly number[],
  { trials, all }: Pick<Known, 'trials' | 'all'>,
): ConsequenceUnder[] {
  const [was, is] = [sourcesIn(before), sourcesIn(after)];
  return [...new Set([...is.keys(), ...was.keys()])].map((id) => {
    const moving = names.flatMap((unit, n) => {
      const [older, newer] = [happeningFor(before, id, n), happeningFor(after, id, n)];
      if (areSame(older, newer)) return [];
      const reason = reasonOrUntried(
        reasonsAmong({ candidates: candidates(id), all }, trials, {
          before: older,
          now: newer,
          in: (trial) => happeningFor(trial.whole(), id, n),
          isSame: areSame,
        }),
      );
      return [{ move: { unit, before: told(before, id, n, older), after: told(after, id, n, newer) }, reason }];
    });
    return {
      consequence: id,
      title: (is.get(id) ?? was.get(id))!.title,
      lacking: was.has(id) ? (is.has(id) ? null : 'after') : 'before',
      moves: alike(moving),
    };
  });
}

type Happened = Omit<Happening, keyof Wording>;

const sourcesIn = ({ rubric }: Side): Map<string, Consequence> =>
  new Map(rubric.consequences.map(({ source }) => [source.id, source]));

function happeningFor(side: Side, id: string, unit: number): Happened | null {
  const follows = side.cards[unit]!.follows?.find((each) => each.id === id);
  if (follows) return { open: follows.open, due: follows.due, floor: follows.floor, ceiling: follows.ceiling };
  const split = side.splits.find(({ consequence }) => consequence === id);
  if (!split) return null;
  const [part, days] = [split.parts[unit]!, sourcesIn(side).get(id)?.dueInDays];
  const due = days === undefined ? null : daysAfter(side.states[unit]!.facts.asOf, Number(days));
  return { open: part === null, due, floor: part, ceiling: part };
}

const areSame = (a: Happened | null, b: Happened | null): boolean => JSON.stringify(a) === JSON.stringify(b);

function told(side: Side, id: string, unit: number, happened: Happened | null): Happening | null {
  const consequence = side.rubric.consequences.find(({ source }) => source.id === id);
  if (!happened || !consequence) return null;
  const field = { units: side.states.map((state) => ({ unit: '', state })), chosen: side.chosen };
  const { zh, en } = consequenceWording(side.rubric, consequence, [], field, unit).result;
  return { ...happened, zh, en };
}
