import { boundAt, compileBand } from './bands.ts';
import { worthOf } from './worth.ts';
import type { CompiledLine, CompiledStep } from './compiled.ts';
import { compileCondition, compileNumber } from './expression/compile.ts';
import type { Scope } from './expression/scope.ts';
import { exact } from './exact.ts';
import type { Bound } from './language/values.ts';
import type { Gate, Relative, Step } from './language/step.ts';
import { found } from './rubric-error.ts';
import type { Rubric, RubricNode } from './rubric.ts';

/** The steps of a line; one that only adds or only takes away ends with the limit that it states. */
export function compileSteps(
  written: RubricNode | Rubric,
  line: CompiledLine,
  table: Rubric,
  scope: Scope,
): CompiledStep[] {
  const compiled = (written.steps ?? []).map((step) => compileStep(step, line, table, scope));
  const { kind } = worthOf(written);
  if (kind !== 'bonus' && kind !== 'penalty') return compiled;
  return [...compiled, { kind: 'clamp', least: line.natural.low, most: line.natural.high }];
}

function compileStep(step: Step, line: CompiledLine, table: Rubric, scope: Scope): CompiledStep {
  const at = (bound: Bound) => boundAt(bound, line.points);
  const rankOf = (grade: string) => table.grades.findIndex(({ code }) => code === grade);
  if (step.compute !== undefined)
    return { kind: 'compute', text: step.compute, read: compileNumber(step.compute, scope) };
  if (step.clamp) return { kind: 'clamp', least: optional(step.clamp.least, at), most: optional(step.clamp.most, at) };
  if (step.round) {
    const { mode, places, step: multiple } = step.round;
    return { kind: 'round', mode, places: Number(places ?? '0'), step: optional(multiple, exact) };
  }
  if (step.band) {
    const bands = step.band.map((band) => ({
      ...compileBand(band, band.grade === undefined ? -1 : rankOf(band.grade), line.points),
      points: optional(band.points, at),
    }));
    return { kind: 'band', bands };
  }
  if (step.decide) {
    const cases = step.decide.map(({ when, grade, points }) => ({
      when: optional(when, (text) => compileCondition(text, scope)),
      text: when ?? '',
      rank: optional(grade, rankOf),
      points: optional(points, at),
    }));
    return { kind: 'decide', cases };
  }
  if (step.gate) return compileGate(step.gate, at, rankOf, scope);
  return compileRelative(found(step.relative, line.id), at);
}

const compileGate = (
  { when, because, becomes, atMost, grade, gradeAtMost, gradeDown, ask, refuse, exclude, carry }: Gate,
  at: (bound: Bound) => ReturnType<typeof exact>,
  rankOf: (grade: string) => number,
  scope: Scope,
): CompiledStep => ({
  kind: 'gate',
  when: compileCondition(when, scope),
  text: when,
  because,
  becomes: optional(becomes, at),
  atMost: optional(atMost, at),
  rank: optional(grade, rankOf),
  rankAtMost: optional(gradeAtMost, rankOf),
  gradeDown: Number(gradeDown ?? '0'),
  exclude: exclude !== undefined,
  ask: ask ?? null,
  refuse: refuse ?? null,
  carry: carry !== undefined,
});

const compileRelative = (
  { best, among, byRank, place, ties }: Relative,
  at: (bound: Bound) => ReturnType<typeof exact>,
): CompiledStep => ({
  kind: 'relative',
  best,
  among: among ?? null,
  byRank: place
    ? 'place'
    : (byRank?.map(({ upTo, points }) => ({ upTo: optional(upTo, Number), points: points.map(at) })) ?? null),
  ties: ties ?? 'competition',
});

const optional = <In, Out>(value: In | undefined, read: (value: In) => Out): Out | null =>
  value === undefined ? null : read(value);
