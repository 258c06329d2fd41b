import type { Changed } from '@mofan/contracts/operations';

/** First word of the key of a query whose answer no command changes. */
export const forever = 'forever';

/** Which queries show what changed; the words are the first of their keys. */
const shown = {
  scorecard: ['scorecard', 'line', 'home', 'overview'],
  evidence: ['evidence', 'line', 'home', 'overview'],
  incident: ['incidents', 'line', 'home'],
  notification: ['notifications'],
  unit: ['units'],
  cycle: ['cycles', 'rubrics'],
  ruling: ['rubric', 'scorecard', 'line'],
  rubric: ['rubrics'],
  'rubric-draft': ['rubric-drafts'],
} as const;

export const shownBy: Record<Changed['topic'], readonly string[]> = {
  ...shown,
  everything: Object.values(shown).flat(),
};
