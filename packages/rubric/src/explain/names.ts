import type { CompiledRubric } from '../compiled.ts';
import { caseKey } from '../compiled.ts';
import type { RaterGroup, Rate } from '../language/source.ts';
import type { Input, Leaf, Rubric } from '../rubric.ts';
import { leavesAndFigures, linesOf } from '../tree.ts';
import { type Wording, inBoth } from './wording.ts';

/** How long a title may be to stand in a sentence, in columns: a Chinese character takes two. */
const LONGEST = 40;

/** What people call the parts of a table: titles as they are written, ids only where a reader needs them to find a place. */
export interface Names {
  /** “德”（A1）; the whole table by its title alone */
  line: (id: string) => Wording;
  /** “称职” is a grade's title; a code that the table does not know says itself */
  grade: (code: string) => string;
  input: (id: string) => Input | undefined;
  metric: (id: string) => string;
  selection: (id: string) => string;
  kind: (id: string) => Wording;
  rate: (id: string) => string;
  /** what a category is called, with a role where one is meant */
  category: (id: string, role: string | null) => Wording;
  /** a group of assessors or voters on a line */
  group: (line: string, id: string) => string;
  /** what an option on a line's ballot is called */
  option: (line: string, code: string) => string;
  /** whatever part of the table has the id, where an expression does not say which */
  any: (id: string) => Wording;
}

const known = new WeakMap<Rubric, Names>();

/** The names of a table, gathered once. */
export function namesOf({ table }: Pick<CompiledRubric, 'table'>): Names {
  const names = known.get(table) ?? gathered(table);
  known.set(table, names);
  return names;
}

function gathered(table: Rubric): Names {
  const lines = new Map(linesOf(table).map((line) => [line.id, line === table ? wholeName(table) : nameOf(line)]));
  const grades = new Map(table.grades.map(({ code, title }) => [code, title]));
  const inputs = new Map((table.inputs ?? []).map((input) => [input.id, input]));
  const selections = new Map((table.selections ?? []).map(({ id, title }) => [id, title]));
  const metrics = new Map(table.metrics.map(({ id, title }) => [id, title]));
  const kinds = new Map(
    table.evidenceKinds.map(({ id, title, en }) => [id, { zh: title, en: en === '' ? title : en }]),
  );
  const leaves = leavesAndFigures(table);
  const rates = leaves.flatMap(({ from: { cases } }) => [...(cases?.deduct ?? []), ...(cases?.add ?? [])]);
  const rateTitles = new Map(rates.map(({ id, title }) => [id, title]));
  const category = categoryNames(table, rates);
  const [groups, options] = [groupTitles(leaves), optionTitles(leaves)];
  return {
    line: (id) => lines.get(id) ?? { zh: id, en: id },
    grade: (code) => grades.get(code) ?? code,
    input: (id) => inputs.get(id),
    metric: (id) => metrics.get(id) ?? id,
    selection: (id) => selections.get(id) ?? id,
    kind: (id) => kinds.get(id) ?? { zh: id, en: id },
    rate: (id) => rateTitles.get(id) ?? id,
    category,
    group: (line, id) => groups.get(`${line} ${id}`) ?? id,
    option: (line, code) => options.get(`${line} ${code}`) ?? code,
    any: (id) => {
      const title = inputs.get(id)?.title ?? grades.get(id) ?? metrics.get(id);
      if (title !== undefined) return { zh: `“${title}”`, en: `“${title}”` };
      return lines.get(id) ?? kinds.get(id) ?? category(id, null);
    },
  };
}

/** By line and id: the same group may be called otherwise on another line. */
const groupTitles = (leaves: readonly Leaf[]): Map<string, string> =>
  new Map(
    leaves.flatMap(({ id, from: { mark, votes } }) =>
      groupsIn(mark?.raters?.groups ?? votes?.groups ?? []).map((group) => [
        `${id} ${group.id}`,
        group.title ?? group.id,
      ]),
    ),
  );

const optionTitles = (leaves: readonly Leaf[]): Map<string, string> =>
  new Map(
    leaves.flatMap(({ id, from: { votes } }) =>
      (votes?.options ?? []).map(({ code, title }) => [`${id} ${code}`, title]),
    ),
  );

const wholeName = ({ title }: { title: string }): Wording => ({ zh: `“${title}”`, en: `“${title}”` });

function nameOf(line: { id: string; en?: string | undefined; title?: string; text?: string }): Wording {
  const title = line.title ?? line.text ?? '';
  return { zh: `“${excerpt(title)}”（${line.id}）`, en: `“${excerpt(line.en ?? title)}” (${line.id})` };
}

/** A text to stand in quotes: its own turned into the inner ones, and its beginning alone where it is too long. */
export function excerpt(text: string): string {
  const characters = [
    ...text
      .replaceAll('“', '‘')
      .replaceAll('”', '’')
      .replaceAll(/\s+/g, ' ')
      .replace(/[\s；;。.，,：:]+$/, ''),
  ];
  let columns = 0;
  const end = characters.findIndex((character) => (columns += character.charCodeAt(0) > 0x2e7f ? 2 : 1) > LONGEST);
  return end < 0 ? characters.join('') : `${characters.slice(0, end).join('')}…`;
}

/** Categories that only rates name are called what the rates are. */
function categoryNames({ categories = [], roles = [] }: Rubric, rates: readonly Rate[]): Names['category'] {
  const roleTitles = new Map(roles.map(({ id, title }) => [id, title]));
  const titles = new Map(categories.map(({ id, title }) => [id, title]));
  const byRole = new Map(rates.map(({ category, role = '', title }) => [caseKey(category, role), title]));
  return (id, role) => {
    const exact = byRole.get(caseKey(id, role ?? ''));
    const title =
      titles.get(id) ??
      exact ??
      rates
        .filter(({ category }) => category === id)
        .map((rate) => rate.title)
        .join('、');
    const whole = title === '' ? id : title;
    return inBoth((language) => {
      if (role === null || exact === whole) return `“${whole}”`;
      const said = roleTitles.get(role) ?? exact ?? role;
      return language === 'zh' ? `“${whole}”（${said}）` : `“${whole}” (${said})`;
    });
  };
}

const groupsIn = (groups: readonly RaterGroup[]): RaterGroup[] =>
  groups.flatMap((group) => [group, ...groupsIn(group.groups ?? [])]);
