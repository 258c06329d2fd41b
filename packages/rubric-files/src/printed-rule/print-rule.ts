import type { Cases, Mark, Raters, Source, Votes } from '@mofan/rubric/language/source';
import type { Step, StepName } from '@mofan/rubric/language/step';
import type { Input, Rubric, RubricNode } from '@mofan/rubric/rubric';
import { type AsideName, asideLine } from './aside.ts';
import { combinePhrase, plainCombine, printedGroups } from './combine-phrase.ts';
import { withGrades } from './grade-names.ts';
import { type PrintedMark, discretionSentence, markSentence, ratersSentence } from './mark-sentences.ts';
import { notApplicableSentence } from './not-applicable.ts';
import type { SoundSentence } from './sentence.ts';
import {
  type PrintedCases,
  type PrintedRate,
  casesSentence,
  inputSentence,
  votesSentence,
} from './source-sentences.ts';
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
  ...(rule.steps ?? []).map((step, at) => stepLine(titled(step, titles), said.steps[at] ?? '')),
  ...(rule.notApplicable === undefined ? [] : [notApplicableSentence.print(rule.notApplicable)!]),
];

function sourceLines({ mark, cases, votes, formula, combine }: Source, titles: Titles, said: Explained): string[] {
  if (mark) return markLines(mark, titles, said);
  if (cases) return [inFull(casesSentence, printedCases(cases), '计分方式', said.source)];
  if (votes) return [inFull(votesSentence, printedVotes(votes), '计分方式', said.source)];
  if (combine) return [combinePhrase.print(plainCombine(combine))];
  const input = titles.input(formula ?? '');
  if (input?.kind !== 'number') return [asideLine('公式', said.source)];
  const { title, unit, least, most } = input;
  return [inFull(inputSentence, { title, unit, least, most }, '公式', said.source)];
}

/** What no import reads back is printed all the same, with all its figures; `explained`: where no sentence has words for it. */
export const inFull = <T>(sentence: SoundSentence<T>, value: T, name: AsideName, explained = ''): string =>
  sentence.print(value) ?? asideLine(name, sentence.words(value) ?? explained);

const stepLine = (step: Step, explained: string): string => inFull(stepSentence, step, asideOf(step), explained);

function markLines({ caps: _, raters, discretion, ...mark }: Mark, titles: Titles, said: Explained): string[] {
  const several = raters && titled(printedRaters(raters), titles);
  return [
    inFull(markSentence, printedMark(mark, titles), '计分方式', said.source),
    ...(several ? [inFull(ratersSentence, several, '多人评分的合成', said.source)] : []),
    ...(discretion ? [inFull(discretionSentence, titled(discretion, titles), '条件', discretion.trigger)] : []),
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

const printedCases = (cases: Cases): PrintedCases => ({
  ...cases,
  deduct: cases.deduct?.map(printedRate),
  add: cases.add?.map(printedRate),
});

const printedRate = ({ id: _, category: __, ...rate }: NonNullable<Cases['deduct']>[number]): PrintedRate => rate;

const printedVotes = ({ options, groups, ...votes }: Votes) => ({
  ...votes,
  options: options.map(({ title, worth }) => ({ title, worth })),
  ...(groups && { groups: printedGroups(groups) }),
});

const printedRaters = ({ combine, groups, ...raters }: Raters): Raters => ({
  ...raters,
  combine: plainCombine(combine),
  ...(groups && { groups: printedGroups(groups) }),
});

const ASIDES: Partial<Record<StepName, AsideName>> = {
  gate: '条件',
  decide: '依次判定',
  relative: '名次',
  compute: '算式',
};
const asideOf = (step: Step): AsideName => ASIDES[Object.keys(step)[0] as StepName] ?? '算式';

const titled = <T>(value: T, titles: Titles): T => withGrades(value, titles.grade);
