import type { CompiledLine, CompiledRubric } from '@mofan/rubric/compiled';
import { expressionWording } from '@mofan/rubric/explain/expression-wording';
import { namesOf } from '@mofan/rubric/explain/names';
import type { Consequence, Selection } from '@mofan/rubric/language/selection';
import type { Rubric } from '@mofan/rubric/rubric';
import { lineRule } from './line-rules.ts';
import type { Appendix } from './surroundings.ts';

/** What a reader of the paper needs beside the table: rules of groups and whole, documents, readings. Empty ones are left out. */
export const appendicesOf = (rubric: CompiledRubric): Appendix[] =>
  [wholeRules(rubric), citedDocuments(rubric.table), readings(rubric.published)].filter(({ rows }) => rows.length > 0);

function wholeRules(rubric: CompiledRubric): Appendix {
  const { table, groups, total, figures } = rubric;
  const ruled = groups.filter((line) => line !== total && hasRule(line));
  const rows = [
    ...ruled.map((line) => [line.id, line.title, groupRule(rubric, line)]),
    ...figures.map((line) => [line.id, line.source.text, lineRule(rubric, line)]),
    ...(hasRule(total) ? [['', '全表', groupRule(rubric, total)]] : []),
    ...(table.grades.length > 0 ? [['', '等次', table.grades.map(gradeWords).join('；')]] : []),
    ...(table.selections ?? []).map((each) => [each.id, each.title, selectionWords(each, sayIn(rubric))]),
    ...(table.consequences ?? []).map((each) => [each.id, each.title, consequenceWords(each, sayIn(rubric))]),
  ];
  const columns = [
    { heading: '条目', share: 2 },
    { heading: '名称', share: 5 },
    { heading: '规则', share: 12 },
  ];
  return { title: '附录  分组与全表的规则', columns, rows };
}

const hasRule = ({ from, steps, notApplicable }: CompiledLine): boolean =>
  steps.length > 0 ||
  notApplicable !== undefined ||
  !(from.kind === 'combine' && from.by === 'sum' && from.best === null);

const groupRule = (rubric: CompiledRubric, line: CompiledLine): string =>
  [lineRule(rubric, line), ...(line.notApplicable ? [NOT_APPLICABLE[line.notApplicable]!] : [])].join('；');

const NOT_APPLICABLE: Record<string, string> = {
  rescale: '有不适用的，按其余各项换算到满分',
  shrink: '有不适用的，满分相应减少',
};

const gradeWords = ({ title, rule }: Rubric['grades'][number]): string =>
  rule === undefined ? title : `${title}（${rule}）`;

const BEST = { highest: '从高到低', lowest: '从低到高' };

type Say = (expression: string) => string;

/** An expression in words, its names by their titles. */
const sayIn =
  (rubric: CompiledRubric): Say =>
  (expression) =>
    expressionWording(namesOf(rubric), expression).zh;

const selectionWords = ({ eligible, order, least, places, quota }: Selection, say: Say): string =>
  [
    ...(eligible === undefined ? [] : [`条件：${say(eligible)}`]),
    ...(least === undefined ? [] : [`不足${least}个的不评`]),
    `依次看：${order.map(({ by, best }) => `${say(by)}（${BEST[best]}）`).join('、')}`,
    ...(places === undefined ? [] : [`名额${places}个`]),
    ...(quota === undefined ? [] : [`名额占${quota.share}`]),
    ...(quota?.where === undefined ? [] : [`计入基数：${say(quota.where)}`]),
  ].join('；');

const consequenceWords = ({ when, dueInDays, amount, split }: Consequence, say: Say): string =>
  [
    ...(when === undefined ? [] : [`条件：${say(when)}`]),
    ...(dueInDays === undefined ? [] : [`期限${dueInDays}天`]),
    ...(amount === undefined ? [] : [`数额：${say(amount)}`]),
    ...(split === undefined ? [] : [`共${split.pot}，按 ${say(split.by)} 分配`]),
  ].join('；');

function citedDocuments({ documents }: Rubric): Appendix {
  const columns = [
    { heading: '文件', share: 8 },
    { heading: '文号', share: 4 },
    { heading: '出处', share: 4 },
    { heading: '效力', share: 6 },
  ];
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
  return { title: '附录  引用的文件', columns, rows };
}

function readings({ rulings }: Rubric): Appendix {
  const columns = [
    { heading: '口径', share: 2 },
    { heading: '原文', share: 5 },
    { heading: '问题', share: 5 },
    { heading: '读法', share: 6 },
    { heading: '未采用的读法', share: 5 },
    { heading: '条目', share: 3 },
    { heading: '签发', share: 3 },
  ];
  const rows = rulings.items.map(({ id, on, problem, reading, alternatives, leaves, signed }) => [
    id,
    on,
    problem,
    reading,
    alternatives.join('；'),
    leaves.join('、'),
    signed ? `${signed.by} ${signed.on}` : '未签发',
  ]);
  return { title: `附录  解释口径（${rulings.proposedOn}提出）`, columns, rows };
}
