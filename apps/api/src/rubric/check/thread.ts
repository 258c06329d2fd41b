import { contradictionsIn } from '@mofan/domain/rubric-draft/obstacles';
import { whatIf as compare } from '@mofan/rubric/what-if/what-if';
import { loadParsed } from '@mofan/rubric/load';
import { RubricError } from '@mofan/rubric/rubric-error';
import { readText } from '../rubric-text.ts';
import { readingOf } from './reading.ts';
import type { TaskName, Tasks } from './tasks.ts';

type Run<Name extends TaskName> = (takes: Tasks[Name]['takes']) => Tasks[Name]['gives'];

export const read: Run<'read'> = (text) => {
  const result = readText(text);
  return 'rubric' in result ? { rubric: result.rubric } : result;
};

export const judge: Run<'judge'> = (text) => {
  const result = readText(text);
  return 'rubric' in result ? { rubric: result.rubric, contradictions: contradictionsIn(result.rubric) } : result;
};

export const check: Run<'check'> = ({ text, beside }) => readingOf(text, beside);

export const whatIf: Run<'whatIf'> = ({ before, after, units }) => {
  const old = loadParsed(before, 'all');
  try {
    return { compared: compare(old, loadParsed(after, 'all'), units) };
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    return { unsound: { fault: error.code, place: error.place } };
  }
};
