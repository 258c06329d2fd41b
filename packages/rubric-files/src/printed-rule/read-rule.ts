import type { Combine, Mark, Raters } from '@mofan/rubric/language/source';
import type { Step } from '@mofan/rubric/language/step';
import type { RubricNode } from '@mofan/rubric/rubric';
import { type Aside, asideIn, changesFigure } from './aside.ts';
import { combinePhrase } from './combine-phrase.ts';
import { type PrintedMark, discretionSentence, markSentence, ratersSentence } from './mark-sentences.ts';
import { notApplicableSentence } from './not-applicable.ts';
import {
  type PrintedCases,
  type PrintedInput,
  type PrintedVotes,
  casesSentence,
  inputSentence,
  votesSentence,
} from './source-sentences.ts';
import { stepSentence } from './step-sentences.ts';

export interface PrintedSource {
  mark?: PrintedMark;
  cases?: PrintedCases;
  votes?: PrintedVotes;
  input?: PrintedInput;
  combine?: Combine;
}

/** A printed rule as data, grades and other parts of the table by their titles. */
export interface ReadRule {
  /** null where the lines say only what is done to the figure, or are not read */
  from: PrintedSource | null;
  raters: Raters | null;
  discretion: Mark['discretion'] | null;
  steps: Step[];
  notApplicable: RubricNode['notApplicable'] | null;
  aside: Aside[];
  /** the sentences that say how the figure comes about, as they are printed */
  sentences: string[];
  /** lines that are no sentence of an export */
  unknown: string[];
}

/** Reads the sentences that `ruleLines` prints. */
export function readRule(text: string): ReadRule {
  const rule: ReadRule = {
    from: null,
    raters: null,
    discretion: null,
    steps: [],
    notApplicable: null,
    aside: [],
    sentences: [],
    unknown: [],
  };
  for (const line of text.split('\n').map((each) => each.trim())) if (line !== '') readLine(line, rule);
  return rule;
}

function readLine(line: string, rule: ReadRule): void {
  const aside = asideIn(line);
  const from = rule.from === null ? sourceIn(line) : null;
  const raters = ratersSentence.read(line);
  const discretion = discretionSentence.read(line);
  const step = stepSentence.read(line);
  const notApplicable = notApplicableSentence.read(line);
  if (from || raters || discretion || step) rule.sentences.push(line);
  if (aside) rule.aside.push(aside);
  else if (from) rule.from = from;
  else if (raters) rule.raters = raters;
  else if (discretion) rule.discretion = discretion;
  else if (step) rule.steps.push(step);
  else if (notApplicable) rule.notApplicable = notApplicable;
  else rule.unknown.push(line);
}

function sourceIn(line: string): PrintedSource | null {
  const [mark, cases, votes, input, combine] = [
    markSentence.read(line),
    casesSentence.read(line),
    votesSentence.read(line),
    inputSentence.read(line),
    combinePhrase.read(line),
  ] as const;
  if (mark) return { mark };
  if (cases) return { cases };
  if (votes) return { votes };
  if (input) return { input };
  return combine && { combine };
}

/** Whether all that makes the figure was read. */
export const isWhole = ({ aside, unknown }: ReadRule): boolean => unknown.length === 0 && !aside.some(changesFigure);
