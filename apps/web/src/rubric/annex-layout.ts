import type { Group, Leaf, Rubric, RubricNode } from '@mofan/rubric/rubric';

/** A group's cell, as the annex merges it down over its lines. */
interface GroupCell {
  group: Group;
  column: number;
  rows: number;
}

export interface AnnexRow {
  leaf: Leaf;
  /** the groups that begin with this line, outermost first */
  groups: GroupCell[];
  /** columns of groups that this line has none for, where the tree is uneven */
  blank: number;
  /** what the line's own group is worth, over the lines that follow one another in it; null: told above */
  worth: { group: Group | null; rows: number } | null;
}

export interface AnnexLayout {
  /** headings of the groups' columns, and last of the criteria's */
  levels: string[];
  rows: AnnexRow[];
}

const LEVELS = ['项目', '考核内容', '考核标准'];

interface Place {
  leaf: Leaf;
  path: Group[];
}

/** The table as annexes print it, whatever the depth of its tree. */
export const annexLayout = (rubric: Rubric): AnnexLayout => {
  const places = placesIn(rubric.children, []);
  const columns = Math.max(0, ...places.map(({ path }) => path.length));
  return {
    levels: rubric.levels?.map(({ title }) => title) ?? defaultLevels(columns + 1),
    rows: places.map((place, n) => rowOf(place, places[n - 1], places.slice(n), columns)),
  };
};

const rowOf = ({ leaf, path }: Place, before: Place | undefined, from: readonly Place[], columns: number): AnnexRow => {
  const parent = path.at(-1) ?? null;
  const goesOn = before !== undefined && (before.path.at(-1) ?? null) === parent;
  return {
    leaf,
    groups: path.flatMap((group, column) =>
      before?.path[column] === group
        ? []
        : [{ group, column, rows: run(from, (place) => place.path[column] === group) }],
    ),
    blank: columns - path.length,
    worth: goesOn ? null : { group: parent, rows: run(from, (place) => (place.path.at(-1) ?? null) === parent) },
  };
};

/** How many of the first places are so. */
const run = (places: readonly Place[], isSo: (place: Place) => boolean): number => {
  const end = places.findIndex((place) => !isSo(place));
  return end === -1 ? places.length : end;
};

const placesIn = (nodes: readonly RubricNode[], path: Group[]): Place[] =>
  nodes.flatMap((node) => ('children' in node ? placesIn(node.children, [...path, node]) : [{ leaf: node, path }]));

const defaultLevels = (depth: number): string[] =>
  depth <= LEVELS.length
    ? LEVELS.slice(-depth)
    : Array.from({ length: depth }, (_, n) => (n === depth - 1 ? '考核标准' : `${n + 1}级指标`));
