import type { CompiledRubric } from '@mofan/rubric/compiled';
import { explanationText } from '@mofan/rubric/explain/text';
import { describe, expect, it } from 'vitest';
import { TABLES, explainedTable } from './explained-table.fixture.ts';

/** People read titles: no id or code of a table, and no word of the other language, stands in what explains it. */
const explained = (folder: string) => {
  const { rubric, written, trees } = explainedTable(folder);
  const said = (language: 'zh' | 'en') => trees.map((tree) => explanationText(tree, language)).join('\n');
  return { rubric, written, zh: said('zh'), en: said('en') };
};

/** Words that people wrote, in the table and in the facts, wherever they stand. */
const IN_TABLE = new Set(['title', 'text', 'en', 'because', 'ask', 'refuse', 'unit']);
const IN_FACTS = new Set(['reason', 'notApplicable', 'attributes']);
const textsIn = (value: unknown, keys: ReadonlySet<string>, isText = false): string[] => {
  if (typeof value === 'string') return isText ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, keys, isText || keys.has(key)));
};

/** What is left of an explanation when the words of people, excerpts of them, and the places of lines are taken out. */
const bareOf = (text: string, { rubric, written }: { rubric: CompiledRubric; written: unknown }): string => {
  const units = Object.keys((written as { units?: object }).units ?? {});
  const texts = [...textsIn(rubric.table, IN_TABLE), ...textsIn(written, IN_FACTS), ...units]
    .map((each) => each.replace(/[\s；;。.，,：:]+$/, ''))
    .flatMap((each) => [each, each.replaceAll('“', '‘').replaceAll('”', '’').replaceAll(/\s+/g, ' ')]);
  const longestFirst = [...new Set(texts)].filter((each) => !/^\w$/.test(each)).toSorted((a, b) => b.length - a.length);
  let bare = text
    .replaceAll(/”(（[A-Za-z0-9.-]+）| \([A-Za-z0-9.-]+\))/g, '”')
    .replaceAll(/[（(][A-Z]\d{2,3}(?:(?:、|, )[A-Z]\d{2,3})*[)）]/g, '')
    .replaceAll(/“[^”]*…”/g, '□')
    .replaceAll(/(属性|attribute )“[^”]*”/g, '□'); // the names of attributes have no titles
  for (const each of longestFirst) bare = bare.replaceAll(each, '□');
  return bare;
};

/** Ids and codes that have a title, as whole words; line ids too, unless they read like numbers. */
const codesIn = ({ table }: CompiledRubric): string[] => {
  const withId = [
    ...(table.inputs ?? []),
    ...table.metrics,
    ...table.evidenceKinds,
    ...(table.categories ?? []),
    ...(table.roles ?? []),
  ];
  const lines = JSON.stringify([table.children, table.figures ?? []]).matchAll(/"(?:id|code)":"([^"]+)"/g);
  const all = [table.id, ...withId.map(({ id }) => id), ...table.grades.map(({ code }) => code)];
  return [...new Set([...all, ...[...lines].map(([, id = '']) => id)])].filter((code) => !/^[\d.-]+$/.test(code));
};

const leaksIn = (bare: string, codes: readonly string[]): string[] =>
  codes.filter((code) => new RegExp(`(?<![\\w-])${code.replaceAll('.', '\\.')}(?![\\w-])`).test(bare));

describe.each(TABLES)('%s', (folder) => {
  const told = explained(folder);
  const codes = codesIn(told.rubric);
  // "a" and "c" are words of English, and codes of grades
  const longCodes = codes.filter((code) => code.length > 2);
  const [zh, en] = [bareOf(told.zh, told), bareOf(told.en, told)];

  it('is explained in Chinese without a code or a word of English', () => {
    expect(leaksIn(zh, codes)).toEqual([]);
    expect(zh.match(/[A-Za-z]{2,}/g) ?? []).toEqual([]);
  });

  it('is explained in English without a code or a word of Chinese', () => {
    expect(leaksIn(en, longCodes)).toEqual([]);
    expect(en.match(/\p{Script=Han}+/gu) ?? []).toEqual([]);
  });

  it('would be caught with a code in it', () =>
    expect(leaksIn(bareOf(`${told.zh}\n按 ${longCodes[0]} 计算`, told), codes)).toContain(longCodes[0]));
});
