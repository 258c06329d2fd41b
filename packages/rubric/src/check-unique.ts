import type { Wording } from './explain/wording.ts';
import type { RaterGroup, Rate } from './language/source.ts';
import { RubricError } from './rubric-error.ts';
import type { Group, Leaf, Rubric, RubricNode } from './rubric.ts';
import { isLeaf } from './tree.ts';

type Path = readonly PropertyKey[];
interface At<T> {
  of: T;
  path: Path;
}

const LISTS = [
  'metrics',
  'evidenceKinds',
  'documents',
  'inputs',
  'categories',
  'roles',
  'selections',
  'consequences',
] as const;

/** Proves that no id stands twice. Throws RubricError `rubric.duplicate` at the second. */
export function checkUnique(table: Rubric): void {
  const lines = [{ of: table, path: [] }, ...linesIn(table, [])];
  unique('nodes', lines, 'id', ({ id }) => id);
  unique('grades', listAt(table.grades, ['grades']), 'code', ({ code }) => code);
  unique('rulings', listAt(table.rulings.items, ['rulings', 'items']), 'id', ({ id }) => id);
  for (const list of LISTS) unique(list, listAt((table[list] ?? []) as { id: string }[], [list]), 'id', ({ id }) => id);
  for (const [id, { bands }] of Object.entries(table.scales))
    unique(`scales.${id}`, listAt(bands, ['scales', id, 'bands']), 'grade', ({ grade }) => grade);
  const rates = lines.flatMap(ratesOf);
  unique('rates', rates, 'id', ({ id }) => id);
  for (const line of lines) checkJudges(line);
  unique('rates', rates, 'category', ({ category, role = '' }) => `${category} ${role}`.trim(), CHARGED_ONCE);
}

/** The grades, options and groups that one line is judged by. */
function checkJudges({ of: { id, from }, path }: At<Rubric | RubricNode>): void {
  const { mark, votes } = from ?? {};
  const [ofMark, ofVotes] = [
    [...path, 'from', 'mark'],
    [...path, 'from', 'votes'],
  ];
  unique(id, listAt(mark?.grades ?? [], [...ofMark, 'grades']), 'grade', ({ grade }) => grade);
  unique(id, listAt(votes?.options ?? [], [...ofVotes, 'options']), 'code', ({ code }) => code);
  unique(id, groupsIn(mark?.raters?.groups, [...ofMark, 'raters']), 'id', (group) => group.id);
  unique(id, groupsIn(votes?.groups, ofVotes), 'id', (group) => group.id);
}

/** Groups of assessors or voters with the groups within them. */
function groupsIn(groups: readonly RaterGroup[] | undefined, path: Path): At<RaterGroup>[] {
  return listAt(groups ?? [], [...path, 'groups']).flatMap((group) => [
    group,
    ...groupsIn(group.of.groups, group.path),
  ]);
}

/** A case is charged at one rate in one place. */
const CHARGED_ONCE: Wording = {
  zh: '，而一种情形只能在一处扣分或加分',
  en: ', but a case is charged at one rate in one place',
};

function unique<T>(
  place: string,
  list: readonly At<T>[],
  key: string,
  keyOf: (entry: T) => string,
  because: Wording = { zh: '', en: '' },
): void {
  const known = new Map<string, Path>();
  for (const { of, path } of list) {
    const name = keyOf(of);
    const first = known.get(name);
    if (first) {
      const said = { zh: `“${name}”出现了两次${because.zh}`, en: `“${name}” stands twice${because.en}` };
      throw new RubricError('rubric.duplicate', place, said, { path: [...path, key], first: [...first, key] });
    }
    known.set(name, path);
  }
}

const listAt = <T>(list: readonly T[], path: Path): At<T>[] => list.map((of, n) => ({ of, path: [...path, n] }));

/** Every line below, and the figures beside the tree, with the way to each. */
function linesIn(parent: Rubric | Group, path: Path): At<RubricNode>[] {
  const parts = listAt(parent.children, [...path, 'children']);
  const figures = 'figures' in parent ? listAt(parent.figures ?? [], [...path, 'figures']) : [];
  return [...parts.flatMap((part) => [part, ...(isLeaf(part.of) ? [] : linesIn(part.of, part.path))]), ...figures];
}

function ratesOf({ of: { from }, path }: At<Rubric | RubricNode>): At<Rate>[] {
  const { deduct = [], add = [] } = (from as Leaf['from'] | undefined)?.cases ?? {};
  const below = [...path, 'from', 'cases'];
  return [...listAt(deduct, [...below, 'deduct']), ...listAt(add, [...below, 'add'])];
}
