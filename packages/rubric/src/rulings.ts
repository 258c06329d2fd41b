import { parseRubric } from './content.ts';
import type { Wording } from './explain/wording.ts';
import { RubricError } from './rubric-error.ts';
import type { Rubric, Ruling } from './rubric.ts';
import { linesOf } from './tree.ts';
import { unknownName } from './unknown-name.ts';

export type RulingChoice = 'all' | 'none' | readonly string[];

/** The rulings that are in force, in the table's order. Throws RubricError `rubric.unknown-ruling`. */
export function chooseRulings(published: Rubric, choice: RulingChoice): Ruling[] {
  const { items } = published.rulings;
  if (choice === 'all') return items;
  const chosen = choice === 'none' ? [] : choice;
  for (const id of chosen)
    if (!items.some((ruling) => ruling.id === id))
      throw new RubricError(
        'rubric.unknown-ruling',
        id,
        unknownName(id, items, { zh: '没有口径', en: 'there is no ruling' }),
      );
  return items.filter((ruling) => chosen.includes(ruling.id));
}

/** What of a line a reading may settle: how it counts, never what it says or is worth. */
const RULES = ['from', 'steps', 'notApplicable'];

/** The table as the rulings read it: their merge patches applied in order, the result parsed anew. */
export function applyRulings(published: Rubric, inForce: readonly Ruling[]): Rubric {
  const table = copyOf(published);
  const lines = new Map(linesOf(table).map((line) => [line.id, line]));
  for (const { id, patch } of inForce) {
    table.scales = mergePatch(table.scales, patch?.scales ?? {}) as Rubric['scales'];
    for (const [lineId, change] of Object.entries(patch?.lines ?? {})) {
      const line = lines.get(lineId);
      if (!line) throw new RubricError('rubric.unknown-leaf', id, unknownLine(published, lineId), { text: lineId });
      if (!isObject(change) || Object.keys(change).some((key) => !RULES.includes(key)))
        throw new RubricError('rubric.ruling-beyond-rule', id, {
          zh: `口径对条目“${lineId}”只能改计分规则（${RULES.join('、')}），不能改原文和分值`,
          en: `of “${lineId}” a ruling changes only the rule (${RULES.join(', ')}), not what it says or is worth`,
        });
      Object.assign(line, mergePatch(line, change));
    }
  }
  return parseRubric(table);
}

const unknownLine = (table: Rubric, id: string): Wording =>
  unknownName(id, linesOf(table), { zh: '口径要改的条目不存在：', en: 'a ruling changes a line that is not there:' });

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
