import type { Rubric, RubricNode } from '../rubric.ts';
import { isLeaf } from '../tree.ts';
import type { Compared } from './differences.ts';
import type { Json, JsonObject } from './json.ts';
import { outOfOrder, pairItems } from './pair-items.ts';

/** A line by itself, without its parts. `parent`: the line that it is a part of; null: it stands in the table itself. */
export interface Line {
  id: string;
  parent: Line | null;
  /** it stands beside the tree */
  isFigure: boolean;
  /** the how manieth of all lines */
  at: number;
  own: JsonObject;
}

/** One line in two versions; one side null: it was removed or added. */
export interface LinePair {
  older: Line | null;
  newer: Line | null;
}

/** The same with what differs inside. */
export interface ComparedLine extends LinePair {
  inside: Compared;
}

/** Every line in the table's order, parents before their parts, then the figures beside the tree. */
export function linesIn({ children, figures = [] }: Rubric): Line[] {
  const lines: Line[] = [];
  const visit = (nodes: readonly RubricNode[], parent: Line | null, isFigure: boolean): void => {
    for (const node of nodes) {
      const own: JsonObject = { ...(node as unknown as JsonObject), children: undefined };
      const line = { id: node.id, parent, isFigure, at: lines.length, own };
      lines.push(line);
      if (!isLeaf(node)) visit(node.children, line, isFigure);
    }
  };
  visit(children, null, false);
  visit(figures, null, true);
  return lines;
}

/** The lines of two versions by their ids: in the newer order, then those that were removed. */
export function pairLines(before: readonly Line[], after: readonly Line[]): LinePair[] {
  const ids = (lines: readonly Line[]): Json[] => lines.map(({ id }) => ({ id }));
  return pairItems(ids(before), ids(after)).map(({ older, newer }) => ({
    older: older === null ? null : before[older]!,
    newer: newer === null ? null : after[newer]!,
  }));
}

/** A line that stands elsewhere: in another group, or after another line of its own; null: in no group, or the first. */
export type LineMove =
  | { line: Line; kind: 'group'; from: string | null; to: string | null }
  | { line: Line; kind: 'order'; follows: string | null };

type Stayed = { older: Line; newer: Line };

/** Who changed groups, and within each group as few lines as explain the other order. */
export function movesOf(pairs: readonly LinePair[]): LineMove[] {
  const olderOf = new Map(pairs.map(({ older, newer }) => [newer, older]));
  const both = pairs.filter((pair): pair is Stayed => pair.older !== null && pair.newer !== null);
  const stays = ({ older, newer }: Stayed): boolean =>
    older.isFigure === newer.isFigure && older.parent === (newer.parent && olderOf.get(newer.parent));
  const moved = both.filter((pair) => !stays(pair));
  return [
    ...moved.map(({ older, newer }) => ({
      line: newer,
      kind: 'group' as const,
      from: groupOf(older),
      to: groupOf(newer),
    })),
    ...ordersOf(both.filter(stays), pairs),
  ];
}

const groupOf = ({ parent, isFigure }: Line): string | null => (isFigure ? 'figures' : (parent?.id ?? null));
const areSiblings = (a: Line, b: Line): boolean => a.parent === b.parent && a.isFigure === b.isFigure;

function ordersOf(stayed: readonly Stayed[], pairs: readonly LinePair[]): LineMove[] {
  const firsts = stayed.filter(({ newer }, n) => stayed.findIndex((other) => areSiblings(other.newer, newer)) === n);
  return firsts.flatMap(({ newer: first }) => {
    const group = stayed.filter(({ newer }) => areSiblings(newer, first));
    const late = new Set(outOfOrder(group.map(({ older }) => older.at)));
    return group
      .filter(({ older }) => late.has(older.at))
      .map(({ newer: line }) => ({ line, kind: 'order' as const, follows: before(line, pairs)?.id ?? null }));
  });
}

const before = (line: Line, pairs: readonly LinePair[]): Line | undefined =>
  pairs.flatMap(({ newer }) => (newer && areSiblings(newer, line) && newer.at < line.at ? [newer] : [])).at(-1);
