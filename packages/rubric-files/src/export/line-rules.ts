import type { CompiledLeaf, CompiledLine, CompiledRubric } from '@mofan/rubric/compiled';
import { ZERO, written } from '@mofan/rubric/exact';
import { namesOf } from '@mofan/rubric/explain/names';
import { ruleWording } from '@mofan/rubric/explain/rule-wording';

import type { Cases, Mark } from '@mofan/rubric/language/source';

type Rate = NonNullable<Cases['deduct']>[number];

/** The rule of a leaf for a reader of the paper; '' where its text, or the note of the table, already says it all. */
export function leafRule(rubric: CompiledRubric, leaf: CompiledLeaf): string {
  const { mark, cases, votes } = leaf.source.from;
  const said = [
    ...(saysItself(rubric, leaf) ? [] : [lineRule(rubric, leaf)]),
    ...(cases
      ? ratesOf(cases)
          .filter((each) => !isQuoted(each.rate, leaf))
          .map(rateWords)
      : []),
    ...(votes ? [votes.options.map(({ code, title }) => `${title}${worthOf(leaf, code)}分`).join('、')] : []),
    ...(mark ? limitsOf(rubric, mark) : []),
    ...(leaf.notApplicable ? [NOT_APPLICABLE[leaf.notApplicable]!] : []),
  ];
  return said.join('；');
}

/** The rule of a group, the table or a figure. */
export const lineRule = (rubric: CompiledRubric, line: CompiledLine): string => ruleWording(rubric, line).zh;

/** A judged grade that the note under the table explains, or cases whose rates are all in the text, and nothing more. */
function saysItself({ table }: CompiledRubric, leaf: CompiledLeaf): boolean {
  const { mark, cases } = leaf.source.from;
  if (leaf.steps.length > 0) return false;
  if (cases) return cases.charge === 'every' && ratesOf(cases).every(({ rate }) => isQuoted(rate, leaf));
  return mark?.scale !== undefined && mark.raters === undefined && table.gradingNote !== undefined;
}

const ratesOf = ({ deduct = [], add = [] }: Cases): { rate: Rate; verb: string }[] => [
  ...deduct.map((rate) => ({ rate, verb: '扣' })),
  ...add.map((rate) => ({ rate, verb: '加' })),
];

const isQuoted = ({ quote }: Rate, { source }: CompiledLeaf): boolean =>
  quote !== undefined && source.text.includes(quote);

const rateWords = ({ rate, verb }: { rate: Rate; verb: string }): string => {
  const each = rate.per === 'case' ? '每例' : '每次';
  const most = rate.most === undefined ? '' : `，最多${verb}${rate.most}分`;
  return `${rate.title}${each}${verb}${rate.points}分${most}`;
};

const worthOf = ({ from }: CompiledLeaf, option: string): string =>
  written((from.kind === 'votes' ? from.worth.get(option) : undefined) ?? ZERO);

function limitsOf(rubric: CompiledRubric, { caps = [], discretion }: Mark): string[] {
  const { grade } = namesOf(rubric);
  const capped = caps.map(({ metric, least, gradeAtMost }) => {
    const counted = rubric.table.metrics.find(({ id }) => id === metric)?.title ?? metric;
    return `${counted}不足${least}次的，最高评为${grade(gradeAtMost)}`;
  });
  return discretion
    ? [...capped, `${discretion.trigger.replace(/的$/, '')}的，最高评为${grade(discretion.gradeAtMost)}`]
    : capped;
}

const NOT_APPLICABLE: Record<string, string> = {
  exclude: '不适用时不计入',
  full: '不适用时计满分',
  zero: '不适用时计零分',
};
