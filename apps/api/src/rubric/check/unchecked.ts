import type { Reading, Tasks } from './tasks.ts';

const UNCHECKED = 'rubric-draft.unchecked';

/** What is known of a text whose check did not end within its limits: it can be read, and is not published. */
export const unchecked = (read: Tasks['read']['gives']): Reading => ({
  rubric: 'rubric' in read ? read.rubric : null,
  fault: 'fault' in read ? read.fault : null,
  findings: [],
  scales: [],
  changes: [],
  obstacles: [{ code: UNCHECKED, details: {} }],
});

export const isUnchecked = ({ obstacles }: Reading): boolean => obstacles.some(({ code }) => code === UNCHECKED);
