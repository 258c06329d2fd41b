import type { Cases, Mark, RaterGroup, Source, Votes } from '@mofan/rubric/language/source';
import type { Step, StepName } from '@mofan/rubric/language/step';
import type { Input, Rubric, RubricNode } from '@mofan/rubric/rubric';
import { type AsideName, asideLine } from './aside.ts';
import { combinePhrase } from './combine-phrase.ts';
import { withGrades } from './grade-names.ts';
import { type PrintedMark, discretionSentence, markSentence, ratersSentence } from './mark-sentences.ts';
import { notApplicableSentence } from './not-applicable.ts';
import { sound } from './sentence.ts';
import { casesSentence, inputSentence, votesSentence } from './source-sentences.ts';
import { stepSentence } from './step-sentences.ts';

/** A rule as the table has it, of a line, a group or the whole. */
export interface TableRule {
  from?: Source | undefined;
  steps?: Step[] | undefined;
  notApplicable?: RubricNode['notApplicable'];
}

/** What is said for readers where no sentence can say it: the words of the explanation for the source and for each step. */
export interface Explained {
  source: string;
  steps: readonly string[];
  caps: readonly string[];
}

/** The parts of a table that rules name by their codes. */
export interface Titles {
  grade: (code: string) => string;
  scale: (code: string) => Rubric['scales'][string] | undefined;
  input: (id: string) => Input | undefined;
}

/** A rule in sentences that an import reads back, one a line; what no such sentence can say is named and left to readers. */
export const ruleLines = (rule: TableRule, titles: Titles, said: Explained): string[] => [
  ...(rule.from ? sourceLines(rule.from, titles, said) : []),
  ...(rule.steps ?? []).map(
    (step, at) => stepSentence.print(titled(step, titles)) ?? asideLine(asideOf(step), said.steps[at] ?? ''),
  ),
  ...(rule.notApplicable === undefined ? [] : [notApplicableSentence.print(rule.notApplicable)!]),
];

function sourceLines({ mark, cases, votes, formula, combine }: Source, titles: Titles, said: Explained): string[] {
  if (mark) return markLines(mark, titles, said);
  if (cases) return casesLines(cases, said);
  const sentence = votes
    ? votesSentence.print(printedVotes(votes))
    : combine
      ? sound(combinePhrase).print(combine)
      : inputLine(titles.input(formula ?? ''));
  return [sentence ?? asideLine(votes ? '计分方式' : '公式', said.source)];
}

const inputLine = (input: Input | undefined): string | null => {
  if (input?.kind !== 'number') return null;
  const { title, unit, least, most } = input;
  return inputSentence.print({ title, unit, least, most });
};

function markLines({ caps: _, raters, discretion, ...mark }: Mark, titles: Titles, said: Explained): string[] {
  const several = raters && titled({ ...raters, groups: raters.groups?.map(byTitle) }, titles);
  return [
    markSentence.print(printedMark(mark, titles)) ?? asideLine('计分方式', said.source),
    ...(several ? [ratersSentence.print(several) ?? asideLine('多人评分的合成', said.source)] : []),
    ...(discretion
      ? [discretionSentence.print(titled(discretion, titles)) ?? asideLine('条件', discretion.trigger)]
      : []),
    ...said.caps.map((cap) => asideLine('次数要求', cap)),
  ];
}

/** The scale that a mark names written out, with grades by their titles. */
export function printedMark(
  { scale: code, ...mark }: Omit<Mark, 'raters' | 'caps' | 'discretion'>,
  titles: Titles,
): PrintedMark {
  const scale = code === undefined ? undefined : titles.scale(code);
  return titled({ ...mark, ...(scale && { scale }) }, titles);
}

function casesLines(cases: Cases, said: Explained): string[] {
  const { deduct, add } = cases;
  const byPost = [...(deduct ?? []), ...(add ?? [])].filter(({ role }) => role !== undefined);
  const rates = byPost.map(({ title }) => `“${title}”`).join('、');
  return [
    casesSentence.print({ ...cases, deduct: deduct?.map(printedRate), add: add?.map(printedRate) }) ??
      asideLine('计分方式', said.source),
    ...(byPost.length > 0 ? [asideLine('职务', `${rates}只对相应职务`)] : []),
  ];
}

const printedRate = ({ id: _, category: __, role: ___, ...rate }: NonNullable<Cases['deduct']>[number]) => rate;

const printedVotes = ({ options, groups, ...votes }: Votes) => ({
  ...votes,
  options: options.map(({ title, worth }) => ({ title, worth })),
  ...(groups && { groups: groups.map(byTitle) }),
});

const byTitle = ({ id, title = id, ...group }: RaterGroup): RaterGroup => ({ ...group, id: title, title });

const ASIDES: Partial<Record<StepName, AsideName>> = {
  gate: '条件',
  decide: '依次判定',
  relative: '名次',
  compute: '算式',
};
const asideOf = (step: Step): AsideName => ASIDES[Object.keys(step)[0] as StepName] ?? '算式';

const titled = <T>(value: T, titles: Titles): T => withGrades(value, titles.grade);
