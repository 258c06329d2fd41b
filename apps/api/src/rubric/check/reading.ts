import { contradictionsIn, obstaclesTo } from '@mofan/domain/rubric-draft/obstacles';
import { diffRubrics } from '@mofan/rubric/diff/diff';
import type { Rubric } from '@mofan/rubric/rubric';
import { RubricError } from '@mofan/rubric/rubric-error';
import { loadParsed } from '@mofan/rubric/load';
import { lintSigned } from '../findings.ts';
import { readText, type ReadText } from '../rubric-text.ts';
import { scaleBandsOf } from '../scale-bands.ts';
import type { Beside, Reading } from './tasks.ts';

/** Reads a text as a table and finds what stands against it. */
export const readingOf = (text: string, { signed, base, versions }: Beside): Reading => {
  const read = readText(text);
  if (!('rubric' in read)) return unread(read.fault);
  const { rubric } = read;
  const ids = rubric.rulings.items.map(({ id }) => id);
  const inForce = signed.map(({ id }) => id).filter((id) => ids.includes(id));
  return {
    rubric,
    fault: faultIn(read),
    ...findingsIn(rubric, inForce),
    changes: base ? changesOf(base, rubric) : [],
    obstacles: obstaclesTo(rubric, contradictionsIn(rubric), { signed: new Set(inForce), versions }),
  };
};

/** A draft has another version's name from its first day: that is no change that anybody made. */
const changesOf = (base: Rubric, rubric: Rubric): Reading['changes'] =>
  diffRubrics({ ...base, version: rubric.version }, rubric).map(({ kind, part, place, zh, en }) => ({
    kind,
    part,
    place,
    zh,
    en,
  }));

const unread = (fault: Reading['fault']): Reading => ({
  rubric: null,
  fault,
  findings: [],
  scales: [],
  changes: [],
  obstacles: fault ? [{ code: 'rubric-draft.unsound', details: { fault: fault.code, place: `${fault.line}` } }] : [],
});

/** A table whose parts do not agree cannot be linted either: its fault says so. */
const findingsIn = (rubric: Rubric, inForce: readonly string[]): Pick<Reading, 'findings' | 'scales'> => {
  try {
    return { findings: lintSigned(rubric, inForce), scales: scaleBandsOf(rubric) };
  } catch (error) {
    if (error instanceof RubricError) return { findings: [], scales: [] };
    throw error;
  }
};

const faultIn = ({ rubric, faultOf }: ReadText): Reading['fault'] => {
  try {
    loadParsed(rubric, 'all');
    return null;
  } catch (error) {
    if (error instanceof RubricError) return faultOf(error);
    throw error;
  }
};
