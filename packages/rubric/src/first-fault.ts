import type { z } from 'zod';

export interface FaultAt {
  path: PropertyKey[];
  message: string;
}

interface Issue extends FaultAt {
  errors?: Issue[][];
}

/** The first thing that a value gets wrong, and where; of a choice of shapes, the one that came furthest says it. */
export const firstFault = ({ issues: [first] }: z.ZodError): FaultAt => innermost(first as Issue);

function innermost({ path, message, errors }: Issue): FaultAt {
  const inner = (errors ?? []).flatMap(([first]) => (first ? [innermost(first)] : []));
  const deepest = inner.toSorted((a, b) => b.path.length - a.path.length)[0];
  return deepest && deepest.path.length > 0
    ? { path: [...path, ...deepest.path], message: deepest.message }
    : { path, message };
}
