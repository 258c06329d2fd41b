import type { Rubric, RubricNode } from '../rubric.ts';
import { isLeaf, linesOf } from '../tree.ts';
import { WORTH } from '../worth.ts';
import type { Change } from '../diff/diff.ts';
import type { Part } from '../diff/parts.ts';

/** What a line counts by; the rest of it is words. */
const COUNTING = new Set<string>(['from', 'steps', ...WORTH, 'notApplicable']);
/** What of a part its group counts by. */
const COUNTING_FOR_GROUP = new Set<string>(['weight', ...WORTH]);
/** Words within a rule, which change no figure. */
const WORDS: ReadonlySet<string> = new Set(['title', 'en', 'quote', 'because', 'trigger', 'id']);
/** Parts of the table that a rule names. */
const NAMED: ReadonlySet<Part> = new Set(['scale', 'metric', 'input', 'category', 'evidence-kind', 'grade']);

const COUNTED: ReadonlySet<Part> = new Set([...NAMED, 'table', 'line', 'selection', 'consequence']);

/** What a line has to do with the changes between two tables, and with other lines. */
export interface LineReasons {
  /** changes that may give the line another figure, as places in their list */
  changes: readonly number[];
  /** those by which the line itself came or went */
  ofItself: readonly number[];
  /** whether its rule reads another line, by name */
  reads(line: string): boolean;
}

/** Asks each line once, when its figure moved. The whole table is asked for by either table's id. */
export function reasonsBetween(
  older: Rubric,
  newer: Rubric,
  changes: readonly Change[],
): (line: string) => LineReasons {
  const known = new Map<string, LineReasons>();
  const near = nearbyIn(changes);
  const tables = [older, newer].map((table) => new Map(linesOf(table).map((line) => [line.id, line])));
  return (id) => {
    const isTotal = id === older.id || id === newer.id;
    const find = (): LineReasons => {
      const lines = isTotal ? [older, newer] : tables.flatMap((table) => table.get(id) ?? []);
      const rule = JSON.stringify(lines.map(({ from, steps }) => ({ from, steps })));
      const concerns = concernsOf(id, isTotal, lines, rule);
      const own = near(id, lines).filter((n) => concerns(changes[n]!));
      return {
        changes: own,
        ofItself: own.filter((n) => isOfLineItself(changes[n]!, id)),
        reads: (line) => rule.includes(`'${line}'`),
      };
    };
    const reasons = known.get(id) ?? find();
    known.set(id, reasons);
    return reasons;
  };
}

/** All changes that may have to do with any figure, or with what comes after it: all but those of words. */
export const countingChanges = (changes: readonly Change[]): number[] =>
  [...changes.keys()].filter((n) => COUNTED.has(changes[n]!.part) && !isOfWords(changes[n]!.path));

/** The changes that may have to do with what comes after the figures, as places in their list. */
export interface ReasonsBeyond {
  ofSelection: (id: string) => number[];
  ofConsequence: (id: string) => number[];
}

/**
 * A selection and a consequence go by their own rule, by what that names, and by the figures; both may ask whom a
 * selection chose. `moved`: the changes that are the reason for a figure.
 */
export function reasonsBeyond(
  older: Rubric,
  newer: Rubric,
  changes: readonly Change[],
  moved: ReadonlySet<number>,
): ReasonsBeyond {
  const tables = [older, newer];
  const selections = tables.flatMap((table) => table.selections ?? []);
  const consequences = tables.flatMap((table) => table.consequences ?? []);
  const concerning = (rules: readonly { id: string }[], id: string, isOwn: (change: Change) => boolean): number[] => {
    const own = JSON.stringify(rules.filter((each) => each.id === id));
    const asks = own.includes('chosen(');
    const rule = asks ? own + JSON.stringify(selections) : own;
    return [...changes.keys()].filter((n) => {
      const { part, place, path } = changes[n]!;
      if (isOfWords(path)) return false;
      if (isOwn(changes[n]!) || moved.has(n)) return true;
      return (asks && part === 'selection') || (NAMED.has(part) && named(rule, place));
    });
  };
  return {
    ofSelection: (id) => concerning(selections, id, ({ part, place }) => part === 'selection' && place === id),
    ofConsequence: (id) => concerning(consequences, id, ({ part, place }) => part === 'consequence' && place === id),
  };
}

const isOfLineItself = ({ part, place, path }: Change, line: string): boolean =>
  part === 'line' && place === line && path.length === 0;

const isOfWords = (path: readonly string[]): boolean => WORDS.has(path.at(-1) ?? '');

/** Of thousands of changes those that may concern a line at all: of it, of its parts, of the table, of what rules name. */
function nearbyIn(changes: readonly Change[]): (id: string, lines: readonly (RubricNode | Rubric)[]) => number[] {
  const ofLine = new Map<string, number[]>();
  const ofAll: number[] = [];
  for (const [n, { part, place }] of changes.entries()) {
    if (part !== 'line') ofAll.push(n);
    else ofLine.set(place, [...(ofLine.get(place) ?? []), n]);
  }
  return (id, lines) => {
    const near = new Set([id, ...lines.flatMap(partIds)]);
    return [...ofAll, ...[...near].flatMap((place) => ofLine.get(place) ?? [])].toSorted((a, b) => a - b);
  };
}

const partIds = (line: RubricNode | Rubric): string[] => (isLeaf(line) ? [] : line.children.map(({ id }) => id));

/** A line counts by its own rule, by what its parts are worth, and by what its rule names. */
function concernsOf(id: string, isTotal: boolean, lines: readonly (RubricNode | Rubric)[], rule: string) {
  const parts = new Set(lines.flatMap(partIds));
  return ({ kind, part, place, path }: Change): boolean => {
    const [first] = path;
    if (isOfWords(path)) return false;
    if (NAMED.has(part)) return named(rule, place);
    if (part === 'table') return isTotal && first !== undefined && COUNTING.has(first);
    if (part !== 'line') return false;
    if (parts.has(place)) return first === undefined || COUNTING_FOR_GROUP.has(first);
    return place === id && (first === undefined ? kind !== 'moved' : COUNTING.has(first));
  };
}

/** Codes hold no character that means something in a pattern. */
const named = (rule: string, code: string): boolean => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(rule);
