import type { Rate } from './language/source.ts';
import { RubricError } from './rubric-error.ts';
import type { Group, Leaf, Rubric, RubricNode } from './rubric.ts';
import { isLeaf } from './tree.ts';

type Path = readonly PropertyKey[];
interface At<T> {
  of: T;
  path: Path;
}

const LISTS = ['metrics', 'evidenceKinds', 'documents', 'inputs', 'categories', 'selections', 'consequences'] as const;

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
  // a case is charged at one rate in one place
  unique('rates', rates, 'category', ({ category, role = '' }) => `${category} ${role}`.trim());
}

function unique<T>(place: string, list: readonly At<T>[], key: string, keyOf: (entry: T) => string): void {
  const keys = new Set<string>();
  for (const { of, path } of list) {
    const name = keyOf(of);
    if (keys.has(name)) {
      const detail = { zh: `“${name}”出现了两次`, en: `${name} stands twice` };
      throw new RubricError('rubric.duplicate', place, detail, { path: [...path, key] });
    }
    keys.add(name);
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
