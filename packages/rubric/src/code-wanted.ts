import type { Wording } from './explain/wording.ts';
import { type Named, unknownName } from './unknown-name.ts';

/** Keys whose value is the code of something that the table declares: in which list, and that it is not there. */
const DECLARED: Record<string, { list: string; missing: Wording } | undefined> = {
  grade: { list: 'grades', missing: { zh: '没有等次', en: 'there is no grade' } },
  gradeAtMost: { list: 'grades', missing: { zh: '没有等次', en: 'there is no grade' } },
  metric: { list: 'metrics', missing: { zh: '没有计数指标', en: 'there is no metric' } },
  counts: { list: 'evidenceKinds', missing: { zh: '没有佐证材料类别', en: 'there is no kind of evidence' } },
  documents: { list: 'documents', missing: { zh: '没有文件', en: 'there is no document' } },
};

/**
 * What to write where a table has words in the place of a code, such as `grade: 良好`: the code that has this title, or
 * the codes that there are. null: no code of that kind stands at the path, or the value could be one.
 */
export function codeWanted(content: unknown, path: readonly PropertyKey[]): Wording | null {
  const word = path.reduce<unknown>(within, content);
  const declared = DECLARED[String(path.findLast((key) => typeof key === 'string'))];
  if (typeof word !== 'string' || !declared || !/\P{ASCII}/u.test(word)) return null;
  const known = namedIn(within(content, declared.list));
  return known.length === 0 ? null : unknownName(word, known, declared.missing);
}

const within = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;

const namedIn = (list: unknown): Named[] =>
  (Array.isArray(list) ? (list as unknown[]) : []).flatMap((each) => {
    const [id, title] = [within(each, 'code') ?? within(each, 'id'), within(each, 'title')];
    return typeof id === 'string' ? [{ id, title: typeof title === 'string' ? title : undefined }] : [];
  });
