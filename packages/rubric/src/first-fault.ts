import type { z } from 'zod';
import type { Wording } from './explain/wording.ts';
import { type Issue, issueWording } from './issue-wording.ts';

/** What a value gets wrong, and the way to it. */
export interface FaultAt {
  path: PropertyKey[];
  /** the last key of the path is wrong, not its value */
  named: boolean;
  said: Wording;
}

/** Reads a value in a shape: what it comes to, or the first thing that it gets wrong. */
export function readAs<T>(shape: z.ZodType<T>, value: unknown): { data: T } | { fault: FaultAt } {
  const result = shape.safeParse(value, { error: allowedKeys });
  return result.success ? { data: result.data } : { fault: firstFault(result.error, value) };
}

/** Of a key too many, the keys that the shape has: only the shape itself knows them. */
const allowedKeys: z.core.$ZodErrorMap = ({ code, inst }) =>
  code === 'unrecognized_keys' ? Object.keys((inst as z.ZodObject).shape).join(' ') : undefined;

/** The first thing that `value` gets wrong; of a choice of shapes, the one that it was meant to have says it. */
const firstFault = ({ issues }: z.ZodError, value: unknown): FaultAt =>
  innermost(mostTelling(issues as Issue[], value), value);

/** The first; but a key that does not exist says more than the one that its slip leaves missing. */
function mostTelling(issues: readonly Issue[], value: unknown): Issue {
  const first = issues[0]!;
  const missing = first.path.length > 0 && at(value, first.path) === undefined;
  const beside = ({ code, path }: Issue) => code === 'unrecognized_keys' && path.length === first.path.length - 1;
  return (missing ? issues.find(beside) : undefined) ?? first;
}

function innermost(issue: Issue, whole: unknown): FaultAt {
  const value = at(whole, issue.path);
  const branches = (issue.errors ?? []).filter((issues) => issues.length > 0);
  const closest = closestOf(branches, value);
  if (closest) {
    const { path, ...rest } = innermost(closest, value);
    return { path: [...issue.path, ...path], ...rest };
  }
  return { ...placeOf(issue, value), said: issueWording(issue, value) };
}

/** A key too many is at fault itself; what a key is missing in, where it would stand. */
function placeOf({ code, path, keys = [] }: Issue, value: unknown): Omit<FaultAt, 'said'> {
  if (code === 'unrecognized_keys') return { path: [...path, keys[0]!], named: true };
  if (code === 'invalid_key') return { path, named: true };
  return { path: value === undefined ? path.slice(0, -1) : path, named: false };
}

/**
 * The first issue of the shape that the value was meant to have: the one with the fewest keys missing or too many, and
 * of equals the one that came furthest. undefined: no shape is nearer than the others.
 */
function closestOf(branches: readonly Issue[][], value: unknown): Issue | undefined {
  const least = Math.min(...branches.map((issues) => misfits(issues, value)));
  const nearest = branches.filter((issues) => misfits(issues, value) === least);
  if (least === Infinity || (least > 0 && nearest.length > 1)) return undefined;
  const firsts = nearest.map((issues) => mostTelling(issues, value));
  return firsts.toSorted((a, b) => depthOf(b, value) - depthOf(a, value))[0];
}

/** How many keys a value lacks or has too many for a shape; a value of another kind altogether has no measure. */
function misfits(issues: readonly Issue[], value: unknown): number {
  const counts = issues.map(({ code, path, keys = [] }) => {
    if (path.length === 0 && code === 'invalid_type') return Infinity;
    if (path.length === 0 && code === 'unrecognized_keys') return keys.length;
    return path.length === 1 && at(value, path) === undefined ? 1 : 0;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

const depthOf = (issue: Issue, value: unknown): number => innermost(issue, value).path.length;

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
