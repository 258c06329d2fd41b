import { isOpen, lint } from '@mofan/rubric/lint/lint';
import { loadParsed } from '@mofan/rubric/load';
import type { Rubric } from '@mofan/rubric/rubric';
import { RubricError } from '@mofan/rubric/rubric-error';
import type { Contradiction } from './messages.ts';

/** A version that exists, whoever brought it. */
export interface VersionName {
  id: string;
  version: string;
  hash: string;
}

/** Why a draft cannot be published: the code of the refusal and its details. */
export interface Obstacle {
  code: `rubric-draft.${string}`;
  details: Record<string, string | number>;
}

interface Surroundings {
  signed: ReadonlySet<string>;
  versions: readonly VersionName[];
}

/**
 * Everything that stands against publishing, in the order in which people mend it; none: it may be published.
 * `contradictions`: what `contradictionsIn` the same content are.
 */
export const obstaclesTo = (
  content: Rubric,
  contradictions: readonly Contradiction[],
  { signed, versions }: Surroundings,
): Obstacle[] => [...contradictions, ...unsigned(content, signed), ...takenBy(content, versions)];

/**
 * What the linter can name it names; what keeps the table from being computed at all has a code and a place. It takes
 * seconds on a large table: nobody should wait for it who only wants to be answered.
 */
export const contradictionsIn = (content: Rubric): Contradiction[] => {
  try {
    const errors = lint(content).filter((each) => isOpen(each) && each.severity === 'error');
    if (errors.length === 0) {
      loadParsed(content, 'all');
      return [];
    }
    const [line = ''] = errors[0]!.finding.leaves;
    return [{ code: 'rubric-draft.errors-open', details: { count: errors.length, line } }];
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    return [{ code: 'rubric-draft.unsound', details: { fault: error.code, place: error.place } }];
  }
};

const unsigned = ({ rulings }: Rubric, signed: ReadonlySet<string>): Obstacle[] => {
  const waiting = rulings.items.filter(({ id }) => !signed.has(id));
  return waiting.length === 0
    ? []
    : [{ code: 'rubric-draft.rulings-unsigned', details: { count: waiting.length, ruling: waiting[0]!.id } }];
};

/** People tell versions apart by name: two contents under one name would be two tables called the same. */
const takenBy = ({ id, version }: Rubric, versions: readonly VersionName[]): Obstacle[] =>
  versions.some((each) => each.id === id && each.version === version)
    ? [{ code: 'rubric-draft.version-taken', details: { id, version } }]
    : [];
