import type { Wording } from './explain/wording.ts';
import { nearTo } from './near.ts';
import { shortTitle } from './short-title.ts';

/** A name that people write into files, and what it is called; without a title it says itself. */
export interface Named {
  id: string;
  title?: string | undefined;
}

/** How many names a sentence lists. */
const MOST = 8;

/**
 * What to write in place of a word that is none of the known names: the code of the title that was written, the names
 * near to it, or all there are. `missing`: that there is none, e.g. "没有等次" and "there is no grade".
 */
export function unknownName(word: string, known: readonly Named[], missing: Wording): Wording {
  const titled = known.filter(({ id, title }) => title === word && id !== word);
  if (titled.length === 1)
    return {
      zh: `“${word}”是名称，请写代码 ${titled[0]!.id}`,
      en: `“${word}” is a title: write the code ${titled[0]!.id}`,
    };
  const ids = nearTo(
    word,
    known.map(({ id }) => id),
  );
  const near = known.filter(({ id }) => ids.includes(id));
  const allowed = near.length > 0 ? meant(near) : namesAllowed(known);
  return { zh: `${missing.zh}“${word}”，${allowed.zh}`, en: `${missing.en} “${word}”: ${allowed.en}` };
}

const meant = (near: readonly Named[]): Wording => ({
  zh: `相近的有 ${listed(near, '、', '（', '）')}`,
  en: `did you mean ${listed(near, ' or ', ' (', ')')}?`,
});

/** The same of a group whose members judged or voted; where none is named at all, that one is needed. */
export function unknownGroup(word: string, groups: readonly Named[], called: Wording): Wording {
  if (word !== '') return unknownName(word, groups, { zh: `没有${called.zh}`, en: `there is no ${called.en}` });
  const { zh, en } = namesAllowed(groups);
  return { zh: `没有写${called.zh}（group），${zh}`, en: `the ${called.en} is missing: ${en}` };
}

/** "可写 good（良好）、fair（一般）". */
export function namesAllowed(known: readonly Named[]): Wording {
  if (known.length === 0) return { zh: '这里一个也没有', en: 'there are none at all' };
  const more = known.length > MOST;
  return {
    zh: `可写 ${listed(known, '、', '（', '）')}${more ? `等 ${known.length} 个` : ''}`,
    en: `write ${listed(known, ', ', ' (', ')')}${more ? `, or another of ${known.length}` : ''}`,
  };
}

const listed = (names: readonly Named[], between: string, open: string, close: string): string =>
  names
    .slice(0, MOST)
    .map(({ id, title = id }) => (title === id ? id : `${id}${open}${shortTitle(title)}${close}`))
    .join(between);
