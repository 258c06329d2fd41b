import type { Wording } from '../explain/wording.ts';
import type { Crumb } from './differences.ts';
import { type Json, isObject, onlyKey } from './json.ts';
import { measureOf, nameOf, nameOnTheWay } from './names.ts';
import type { Titles } from './titles.ts';
import { constructOf, wordOf } from './values.ts';

const NOTHING: Wording = { zh: '', en: '' };

/** What a difference is about: the name of the last place on the way. `root`: what the way begins in. */
export function whatLabel(trail: readonly Crumb[], root: string, titles: Titles): Wording {
  const last = trail.at(-1);
  if (last === undefined) return NOTHING;
  if ('list' in last) return itemLabel(last.list, last.item, last.at, titles);
  const { parent, of } = aroundOf(trail, trail.length - 1, root);
  return isConstruct(trail, trail.length - 1) ? NOTHING : nameOf(last.key, parent, of);
}

/** What has to be said of a place on the way. A step that is the only one of its kind needs no mention before its items. */
export function wayLabel(trail: readonly Crumb[], n: number, root: string, titles: Titles): Wording {
  const crumb = trail[n]!;
  if ('list' in crumb) {
    const isPlain = crumb.list === 'steps' && crumb.alone && 'list' in (trail[n + 1] ?? {});
    return isPlain ? NOTHING : itemLabel(crumb.list, crumb.item, crumb.at, titles);
  }
  const { parent } = aroundOf(trail, n, root);
  const line = parent === 'lines' ? titles('lines', crumb.key) : null;
  if (line) return quoted(NOTHING, line);
  return isConstruct(trail, n) ? NOTHING : nameOnTheWay(crumb.key, parent);
}

/** The label of a step has said already which construct it is. */
const isConstruct = (trail: readonly Crumb[], n: number): boolean => {
  const before = trail[n - 1];
  return before !== undefined && 'list' in before && before.list === 'steps';
};

function aroundOf(trail: readonly Crumb[], n: number, root: string): { parent: string; of?: Json } {
  const before = trail[n - 1];
  if (before === undefined) return { parent: root };
  return 'key' in before ? { parent: before.key } : { parent: before.list, of: before.item };
}

const textIn = (item: Json, key: string): string | undefined => {
  const value = isObject(item) ? item[key] : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** An item of a list by what it is known by: “评选“优秀””, “步骤“取整””, “口径 A08”. */
export function itemLabel(list: string, item: Json, at: number, titles: Titles): Wording {
  if (typeof item === 'string')
    return quoted(nameOf(list, ''), wordOf(list, item) ?? titles(list, item) ?? plain(item));
  const construct = onlyKey(item);
  if (list === 'steps' && construct !== null) return stepLabel(construct, (item as Record<string, Json>)[construct]!);
  const noun = list === 'band' || list === 'bands' ? nameOf('grades', '') : nameOf(list, 'table');
  if (list === 'items')
    return { zh: `${noun.zh} ${textIn(item, 'id') ?? ''}`, en: `${noun.en} ${textIn(item, 'id') ?? ''}` };
  const grade = textIn(item, 'grade') ?? textIn(item, 'gradeAtMost');
  const code = textIn(item, 'id') ?? textIn(item, 'code');
  const title = textIn(item, 'title');
  if (title !== undefined) return quoted(noun, plain(title));
  if (grade !== undefined) return quoted(noun, titles('grade', grade) ?? plain(grade));
  if (code !== undefined) return quoted(noun, plain(code));
  const place = nameOf(list, '');
  return { zh: `第 ${at + 1} ${measureOf(list)}${place.zh}`, en: `${place.en} ${at + 1}` };
}

const plain = (text: string): Wording => ({ zh: text, en: text });
const quoted = (noun: Wording, of: Wording): Wording => ({
  zh: `${noun.zh}“${of.zh}”`,
  en: `${noun.en} “${of.en}”`.trimStart(),
});

/** A band beside another one: what it is, and which. */
export function bandLabel(item: Json, at: number, titles: Titles): { noun: Wording; name: Wording } {
  const grade = textIn(item, 'grade');
  if (grade === undefined) return { noun: NOTHING, name: { zh: `第 ${at + 1} 档`, en: `band ${at + 1}` } };
  return { noun: nameOf('grades', ''), name: quoted(NOTHING, titles('grade', grade) ?? plain(grade)) };
}

function stepLabel(construct: string, rule: Json): Wording {
  const because = textIn(rule, 'because');
  const noun = constructOf(construct) ?? plain(construct);
  if (because === undefined) return quoted({ zh: '步骤', en: 'step' }, noun);
  const vetoes = textIn(rule, 'becomes') === '0';
  return quoted(vetoes ? { zh: '一票否决', en: 'veto' } : noun, plain(because));
}
