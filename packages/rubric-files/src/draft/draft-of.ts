import { readContent } from '@mofan/rubric/content';
import type { Group, Input, Leaf, Rubric, RubricNode } from '@mofan/rubric/rubric';
import { type Outline, type OutlineNode, type PrintedRow, type PrintedTables, defaultLevel } from '../outline.ts';
import { WHOLE_TABLE } from '../printed-rule/headings.ts';
import type { ReportEntry } from '../report.ts';
import { type Grading, gradingOf, notesNotRead } from './grading.ts';
import { type Known, lineRule } from './line-rule.ts';
import { lineText } from './line-text.ts';
import { Names } from './names.ts';
import { type Worth, combined, worthOf } from './node-worth.ts';
import { type PrintedGroup, groupRule, printedGrading, printedLevels, printedRounding } from './printed-groups.ts';
import { saidInPrint } from './printed-notes.ts';
import { PrintedNames } from './printed-names.ts';
import { templateGrading } from './template-grading.ts';
import { unusedRows } from './unused-rows.ts';
import { type Veto, vetoSteps } from './vetoes.ts';

/** What a file does not say of itself. `id`: a code; `printedOn`: the date of the paper. */
export interface Imprint {
  id: string;
  version: string;
  issuedBy: string;
  printedOn: string;
}

export interface RubricDraft {
  rubric: Rubric;
  report: ReportEntry[];
}

/**
 * An outline as a table in the language: the tree, points and texts as read, and for every line the rule that its words,
 * or the table's note, give. The report says of each line what was understood, guessed and not understood.
 * Throws RubricError `rubric.malformed` where the outline is no table at all, e.g. a text too long.
 */
export function draftOf(outline: Outline, imprint: Imprint): RubricDraft {
  const sheets = outline.rules ?? null;
  const printed = outline.printed ?? null;
  const grading = gradingFor(outline);
  const inPrint = new PrintedNames(grading);
  const drafting: Drafting = {
    names: new Names(outline.children),
    known: { grading, sheets, printed, inPrint },
    report: [...outline.report, ...grading.report],
    vetoes: [],
    inputs: [],
  };
  const title = outline.title ?? imprint.id;
  const { weightBased } = outline;
  const how = combined(outline.points, outline.children, weightBased);
  const counts = { weightBased, weighted: isByWeight(how, printed) };
  const children = outline.children.map((node) => draftNode(node, worthOf(node, null, counts), outline, drafting));
  const levels = levelTitles(outline, drafting.report);
  const vetoed = vetoSteps(drafting.vetoes, grading.grades);
  const { steps = [], ...whole } = printed
    ? printedGroup(printed.whole, WHOLE_TABLE, drafting)
    : { ...how, steps: [...grading.steps, ...vetoed] };
  const inputs = [...drafting.inputs, ...inPrint.inputs];
  const draft = {
    schema: 'mofan-rubric/2',
    id: imprint.id,
    version: imprint.version,
    title,
    source: { document: title, issuedBy: imprint.issuedBy, printedOn: imprint.printedOn },
    ...(levels && { levels: levels.map((title, n) => ({ code: `level-${n + 1}`, title })) }),
    ...(weightBased ? { points: '100' } : outline.points !== null && { points: outline.points }),
    ...whole,
    ...(steps.length > 0 && { steps }),
    ...(outline.notes.length > 0 && { gradingNote: outline.notes.join('\n').slice(0, 2000) }),
    rounding: printedRounding(printed?.rounding ?? null) ?? { mode: 'half-up', places: '2' },
    grades: inPrint.grades,
    scales: inPrint.scales,
    ...(inputs.length > 0 && { inputs }),
    ...categoriesOf(drafting.vetoes),
    metrics: [],
    evidenceKinds: [{ id: 'material', title: '佐证材料', en: 'supporting material', group: 'other', criteria: [] }],
    documents: [],
    children,
    rulings: { proposedOn: imprint.printedOn, items: [] },
  };
  const unused = sheets ? unusedRows(outline.children, sheets) : [];
  return { rubric: readContent(draft).rubric, report: [...drafting.report, ...unused] };
}

interface Drafting {
  names: Names;
  known: Known;
  report: ReportEntry[];
  vetoes: Veto[];
  inputs: Input[];
}

function gradingFor(outline: Outline): Grading {
  const { rules, printed, notes } = outline;
  if (printed) return withNotes(printedGrading(printed), notes, (sentence) => saidInPrint(sentence, printed));
  if (!rules || rules.grades.length === 0) return gradingOf(outline);
  return withNotes(templateGrading(rules.grades), notes, () => false);
}

const withNotes = (grading: Grading, notes: readonly string[], isSaid: (sentence: string) => boolean): Grading => ({
  ...grading,
  report: [...grading.report, ...notesNotRead(notes, isSaid)],
});

/** The rule of a group, or of the whole, that stands behind the table; without one its parts are added up. */
function printedGroup(row: PrintedRow | null, id: string, { known, report }: Drafting): PrintedGroup {
  if (!row) return {};
  const { rule, report: told } = groupRule(row, id, known.inPrint);
  report.push(...told);
  return rule;
}

function draftNode(node: OutlineNode, worth: Worth, outline: Outline, drafting: Drafting): RubricNode {
  const { names, known, report, vetoes, inputs } = drafting;
  const id = names.of(node);
  if (node.children.length === 0) {
    const { rule, input, veto, report: told } = lineRule(node, { id, code: names.code(node) }, known);
    report.push(...told);
    if (veto) vetoes.push(veto);
    if (input) inputs.push(input);
    const text = known.sheets || known.printed ? node.text : lineText(node);
    const leaf: Leaf = { id, text, ...worth, ...rule };
    return leaf;
  }
  const { weightBased } = outline;
  const how = combined(node.points, node.children, weightBased);
  const counts = { weightBased, weighted: isByWeight(how, known.printed) };
  return {
    id,
    title: node.text,
    ...worth,
    ...(known.printed ? printedGroup(known.printed.groups.get(id) ?? null, id, drafting) : how),
    children: node.children.map((child) => draftNode(child, worthOf(child, node, counts), outline, drafting)),
  };
}

/** What is printed says itself which groups are weighted: it prints no other weights. */
const isByWeight = ({ from }: Pick<Group, 'from'>, printed: PrintedTables | null): boolean =>
  printed !== null || from?.combine?.by === 'weighted';

const categoriesOf = (vetoes: readonly Veto[]): Pick<Rubric, 'categories'> =>
  vetoes.length === 0 ? {} : { categories: vetoes.map(({ category, title }) => ({ id: category, title })) };

/** Levels have names where the tree is even; those that an export makes up are none, and some stand behind its table. */
function levelTitles({ levels, children, printed }: Outline, report: ReportEntry[]): string[] | null {
  if (printed?.levels) {
    const { titles, report: told } = printedLevels(printed.levels);
    report.push(...told);
    return titles;
  }
  const madeUp = printed !== undefined && levels.every((title, depth) => title === defaultLevel(depth));
  return evenDepth(children) === levels.length && !madeUp ? levels : null;
}

function evenDepth(children: readonly OutlineNode[]): number | null {
  const depths = new Set(
    children.map((child) => (child.children.length === 0 ? 1 : plusOne(evenDepth(child.children)))),
  );
  return depths.size === 1 ? [...depths][0]! : null;
}

const plusOne = (depth: number | null): number | null => (depth === null ? null : depth + 1);
