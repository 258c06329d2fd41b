import { RubricError } from './rubric-error.ts';
import { Rubric, type Ruling } from './rubric.ts';
import { leavesOf } from './tree.ts';

export type RulingChoice = 'all' | 'none' | readonly string[];

/** The rulings that are in force, in the table's order. Throws RubricError `rubric.unknown-ruling`. */
export function chooseRulings(published: Rubric, choice: RulingChoice): Ruling[] {
  const { items } = published.rulings;
  if (choice === 'all') return items;
  const chosen = choice === 'none' ? [] : choice;
  for (const id of chosen)
    if (!items.some((ruling) => ruling.id === id)) throw new RubricError('rubric.unknown-ruling', id, 'no such ruling');
  return items.filter((ruling) => chosen.includes(ruling.id));
}

/** The table as the rulings read it: their merge patches applied in order, the result parsed anew. */
export function applyRulings(published: Rubric, inForce: readonly Ruling[]): Rubric {
  const table = copyOf(published);
  const leaves = new Map(leavesOf(table).map((leaf) => [leaf.id, leaf]));
  for (const { id, patch } of inForce) {
    table.scales = mergePatch(table.scales, patch?.scales ?? {}) as Rubric['scales'];
    for (const [leafId, change] of Object.entries(patch?.leaves ?? {})) {
      const leaf = leaves.get(leafId);
      if (!leaf) throw new RubricError('rubric.unknown-leaf', id, `the ruling patches ${leafId}`);
      // a reading may settle how the text counts, never what it says or is worth
      if (!isObject(change) || Object.keys(change).some((key) => key !== 'rule'))
        throw new RubricError('rubric.ruling-beyond-rule', id, `only the rule of ${leafId} may be patched`);
      Object.assign(leaf, mergePatch(leaf, change));
    }
  }
  return parseRubric(table);
}

/** Throws RubricError `rubric.malformed` with the path of the first fault. */
export function parseRubric(input: unknown): Rubric {
  const parsed = Rubric.safeParse(input);
  if (parsed.success) return parsed.data;
  const [fault] = parsed.error.issues;
  throw new RubricError('rubric.malformed', fault?.path.join('.') || '(root)', fault?.message ?? 'malformed');
}

/** RFC 7396: objects merge, null removes, anything else replaces. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const copyOf = (rubric: Rubric): Rubric => JSON.parse(JSON.stringify(rubric)) as Rubric;
