import type { Wording } from './explain/wording.ts';
import { shortTitle } from './short-title.ts';

/**
 * What people call a place in a table's content as it was written: the innermost line, rate or the like around it by its
 * title and id, and the keys that lead from there. null: the path leads to the table as a whole.
 */
export function placeInTable(content: unknown, path: readonly PropertyKey[]): Wording | null {
  let [name, from]: [Name | null, number] = [null, 0];
  let value: unknown = content;
  path.forEach((key, depth) => {
    value = isObject(value) ? value[key] : undefined;
    const named = nameOf(value);
    if (named) [name, from] = [named, depth + 1];
  });
  return said(name, path.slice(from));
}

/** The same of an id alone, a line's before that of anything else; null: nothing in the table has it. */
export function placeOfId(content: unknown, id: string): Wording | null {
  const [wanted] = id.split(' ');
  const found = everyObject(content).filter((each) => nameOf(each)?.id === wanted);
  const isLine = (each: Record<PropertyKey, unknown>) => 'from' in each || 'children' in each;
  return said(nameOf(found.find(isLine) ?? found[0]), []);
}

interface Name {
  id: string;
  title: string;
}

function nameOf(value: unknown): Name | null {
  if (!isObject(value)) return null;
  const id = value['id'] ?? value['code'];
  const title = value['title'] ?? value['text'];
  if (!isShort(id)) return null;
  return { id: String(id), title: typeof title === 'string' ? title : String(id) };
}

function said(name: Name | null, keys: readonly PropertyKey[]): Wording | null {
  if (!name && keys.length === 0) return null;
  const way = (item: (n: number) => string) =>
    keys.map((key) => (typeof key === 'number' ? item(key + 1) : String(key))).join(' ');
  const [zh, en] = [way((n) => `第 ${n} 项`), way((n) => `item ${n}`)];
  if (!name) return { zh: `整张表的 ${zh}`, en: `the table, ${en}` };
  const { id, title } = { id: name.id, title: shortTitle(name.title) };
  return {
    zh: `“${title}”${title === id ? '' : `（${id}）`}${zh === '' ? '' : `的 ${zh}`}`,
    en: `“${title}”${title === id ? '' : ` (${id})`}${en === '' ? '' : `, ${en}`}`,
  };
}

function everyObject(value: unknown): Record<PropertyKey, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(everyObject);
  return isObject(value) ? [value, ...Object.values(value).flatMap(everyObject)] : [];
}

const isShort = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
const isObject = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null;
