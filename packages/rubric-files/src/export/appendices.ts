import type { CompiledLeaf, CompiledLine, CompiledRubric } from '@mofan/rubric/compiled';
import { consequenceRule } from '@mofan/rubric/explain/consequence-wording';
import { selectionRule } from '@mofan/rubric/explain/selection-wording';
import type { Input, Rubric } from '@mofan/rubric/rubric';
import { nodesOf } from '@mofan/rubric/tree';
import { asideLine } from '../printed-rule/aside.ts';
import { gradesSentence } from '../printed-rule/grade-sentence.ts';
import { isPlainSum } from '../printed-rule/combine-phrase.ts';
import {
  CITED_DOCUMENTS,
  GRADES_OF_TABLE,
  GROUP_RULES,
  LEVELS_OF_TABLE,
  READINGS,
  ROUNDING_OF_TABLE,
  SCALE_OF_TABLE,
  WHOLE_TABLE,
} from '../printed-rule/headings.ts';
import { levelsSentence } from '../printed-rule/level-names.ts';
import { markSentence } from '../printed-rule/mark-sentences.ts';
import { type TableRule, inFull, printedMark } from '../printed-rule/print-rule.ts';
import { stepSentence } from '../printed-rule/step-sentences.ts';
import { areHeadings } from './explicit-columns.ts';
import { ruleOf, titlesOf } from './line-rules.ts';
import type { Appendix } from './surroundings.ts';

/** What a reader of the paper needs beside the table: rules of groups and whole, documents, readings. Empty ones are left out. */
export const appendicesOf = (rubric: CompiledRubric): Appendix[] =>
  [wholeRules(rubric), citedDocuments(rubric.table), readings(rubric.published)].filter(({ rows }) => rows.length > 0);

function wholeRules(rubric: CompiledRubric): Appendix {
  const { table, groups, total, figures, selections, consequences } = rubric;
  const row = (id: string, name: string, lines: readonly string[]): string[] => [id, name, lines.join('\n')];
  const sources = new Map([...nodesOf(table)].map(({ node }) => [node.id, node]));
  const rows = [
    ...groups
      .filter((line) => line !== total)
      .map((line) => row(line.id, line.title, groupRule(rubric, line, sources.get(line.id)!))),
    ...figures.map((line) => row(line.id, line.source.text, [asideLine('另计', figureWords(rubric, line))])),
    ...inputsBeside(rubric).map((input) => row(input.id, input.title, [asideLine('数据', inputWords(input))])),
    row('', WHOLE_TABLE, groupRule(rubric, total, table)),
    row('', SCALE_OF_TABLE, scaleRule(rubric)),
    row('', ROUNDING_OF_TABLE, [stepSentence.print({ round: table.rounding })!]),
    row('', GRADES_OF_TABLE, table.grades.length === 0 ? [] : [inFull(gradesSentence, gradesOf(table), '等次')]),
    row('', LEVELS_OF_TABLE, levelNames(rubric.published)),
    ...selections.map((each) =>
      row(each.source.id, each.source.title, [asideLine('评选', selectionRule(rubric, each).zh)]),
    ),
    ...consequences.map((each) =>
      row(each.source.id, each.source.title, [asideLine('后续', consequenceRule(rubric, each).zh)]),
    ),
  ].filter(([, , rule]) => rule !== '');
  return { title: '附录  分组与全表的规则', columns: headed(GROUP_RULES, [2, 5, 12]), rows };
}

const headed = (headings: readonly string[], shares: readonly number[]): Appendix['columns'] =>
  headings.map((heading, at) => ({ heading, share: shares[at]! }));

/** A figure beside the tree, with all that a line of the tree is printed with. */
function figureWords(rubric: CompiledRubric, line: CompiledLeaf): string {
  const { points, bonus, penalty, from, steps, notApplicable } = line.source;
  const worth = [
    ...(points === undefined ? [] : [`满分 ${points} 分`]),
    ...(bonus === undefined ? [] : [`最多加 ${bonus} 分`]),
    ...(penalty === undefined ? [] : [`最多扣 ${penalty} 分`]),
  ];
  return [...worth, ...ruleOf(rubric, line, { from, steps, notApplicable })].join('；');
}

/** What the facts give and no line says: a line that is one number says it itself. */
function inputsBeside({ table, leaves }: CompiledRubric): Input[] {
  const said = new Set(leaves.map(({ source }) => source.from.formula));
  return (table.inputs ?? []).filter(({ id, kind }) => kind !== 'number' || !said.has(id));
}

const KINDS: Record<Input['kind'], string> = { number: '一个数', series: '逐期各一个数', statement: '是或否' };

const inputWords = ({ kind, unit, least, most }: Input): string =>
  [
    KINDS[kind],
    ...(unit === undefined ? [] : [`单位“${unit}”`]),
    ...(least === undefined ? [] : [`不小于 ${least}`]),
    ...(most === undefined ? [] : [`不大于 ${most}`]),
  ].join('，');

/** That the parts are added up is not said where it is all. */
function groupRule(rubric: CompiledRubric, line: CompiledLine, { from, steps, notApplicable }: TableRule): string[] {
  const added = from === undefined || (from.combine && isPlainSum(from.combine));
  return ruleOf(rubric, line, { from: added ? undefined : from, steps, notApplicable });
}

const gradesOf = ({ grades }: Rubric) => grades.map(({ title, rule }) => ({ title, rule }));

/** Names that the headings of the table cannot bear, or that an import would take for made up. */
function levelNames({ levels = [] }: Rubric): string[] {
  const titles = levels.map(({ title }) => title);
  return titles.length === 0 || areHeadings(titles) ? [] : [inFull(levelsSentence, titles, '层级')];
}

/** The bands of the only scale: lines that the note explains do not repeat them. */
function scaleRule(rubric: CompiledRubric): string[] {
  const [code, ...others] = Object.keys(rubric.table.scales);
  if (code === undefined || others.length > 0) return [];
  const sentence = markSentence.print(printedMark({ scale: code }, titlesOf(rubric)));
  return sentence === null ? [] : [sentence];
}

function citedDocuments({ documents }: Rubric): Appendix {
  const rows = documents.map(({ title, number = '', where, validFrom, validTo, supersededBy }) => [
    title,
    number,
    where,
    [
      ...(validFrom === undefined ? [] : [`自${validFrom}起`]),
      ...(validTo === undefined ? [] : [`至${validTo}止`]),
      ...(supersededBy ? [`${supersededBy.on}起由${supersededBy.title}${supersededBy.number ?? ''}代替`] : []),
    ].join('，'),
  ]);
  return { title: '附录  引用的文件', columns: headed(CITED_DOCUMENTS, [8, 4, 4, 6]), rows };
}

function readings({ rulings }: Rubric): Appendix {
  const rows = rulings.items.map(({ id, on, problem, reading, alternatives, leaves, signed }) => [
    id,
    on,
    problem,
    reading,
    alternatives.join('；'),
    leaves.join('、'),
    signed ? `${signed.by} ${signed.on}` : '未签发',
  ]);
  const columns = headed(READINGS, [2, 5, 5, 6, 5, 3, 3]);
  return { title: `附录  解释口径（${rulings.proposedOn}提出）`, columns, rows };
}
