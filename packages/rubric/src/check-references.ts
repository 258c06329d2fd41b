import { ZERO, compare, exact } from './exact.ts';
import { RubricError } from './rubric-error.ts';
import type { Leaf, Rubric, RubricNode } from './rubric.ts';
import { isLeaf, leavesOf, linesOf } from './tree.ts';

type Reference = 'grade' | 'kind' | 'leaf' | 'document' | 'scale' | 'metric';
type Line = RubricNode | Rubric;

/** Proves that everything a table names is declared in it. Throws RubricError, e.g. `rubric.unknown-scale`. */
export function checkReferences(table: Rubric): void {
  const grades = table.grades.map((grade) => grade.code);
  const lines = linesOf(table).map(({ id }) => id);
  const leaves = idsOf(leavesOf(table));
  for (const [id, scale] of Object.entries(table.scales)) {
    for (const band of scale.bands) refer('grade', `scales.${id}`, band.grade, grades);
    if (compare(exact(scale.step), ZERO) === 0) throw new RubricError('rubric.zero-step', id, 'the step is zero');
  }
  for (const metric of table.metrics) refer('kind', metric.id, metric.counts, idsOf(table.evidenceKinds));
  for (const kind of table.evidenceKinds) for (const id of kind.criteria) refer('leaf', kind.id, id, leaves);
  for (const ruling of table.rulings.items) for (const id of ruling.leaves) refer('leaf', ruling.id, id, lines);
  for (const line of linesOf(table)) {
    checkSteps(line, grades);
    checkFloor(line);
    if (isLeaf(line)) checkLeaf(table, line);
    else if (line.from && !line.from.combine && line.from.formula === undefined)
      throw new RubricError('rubric.source-of-group', line.id, 'a line with parts combines them or has a formula');
  }
}

function checkLeaf(table: Rubric, leaf: Leaf): void {
  for (const document of leaf.documents ?? []) refer('document', leaf.id, document, idsOf(table.documents));
  const { mark, combine } = leaf.from;
  if (combine) throw new RubricError('rubric.source-of-leaf', leaf.id, 'there are no parts to combine');
  if (!mark) return;
  if (mark.scale !== undefined) refer('scale', leaf.id, mark.scale, Object.keys(table.scales));
  const scale = mark.scale === undefined ? undefined : table.scales[mark.scale];
  const grades = (scale?.bands ?? mark.grades ?? []).map((band) => band.grade);
  for (const { grade } of mark.grades ?? [])
    refer(
      'grade',
      leaf.id,
      grade,
      table.grades.map(({ code }) => code),
    );
  for (const step of [mark.step, mark.percent])
    if (step !== undefined && compare(exact(step), ZERO) === 0)
      throw new RubricError('rubric.zero-step', leaf.id, 'the step is zero');
  for (const cap of mark.caps ?? []) {
    refer('metric', leaf.id, cap.metric, idsOf(table.metrics));
    refer('grade', leaf.id, cap.gradeAtMost, grades);
  }
  if (mark.discretion) refer('grade', leaf.id, mark.discretion.gradeAtMost, grades);
  for (const { grade } of mark.raters?.distribution ?? []) refer('grade', leaf.id, grade, grades);
}

function checkSteps({ id, steps = [] }: Line, grades: readonly string[]): void {
  for (const { band = [], decide = [], gate, round } of steps) {
    for (const { grade } of [...band, ...decide]) if (grade !== undefined) refer('grade', id, grade, grades);
    for (const grade of [gate?.grade, gate?.gradeAtMost]) if (grade !== undefined) refer('grade', id, grade, grades);
    if (round?.step !== undefined && compare(exact(round.step), ZERO) === 0)
      throw new RubricError('rubric.zero-step', id, 'the step is zero');
  }
}

/** A floor above what the line is worth would give more than full marks to whoever lost some. */
function checkFloor({ id, points, steps = [] }: Line): void {
  for (const { clamp } of steps)
    if (
      points !== undefined &&
      typeof clamp?.least === 'string' &&
      !clamp.least.endsWith('%') &&
      compare(exact(clamp.least), exact(points)) > 0
    )
      throw new RubricError('rubric.floor-above-points', id, `${clamp.least} is above ${points}`);
}

function refer(kind: Reference, place: string, id: string, known: readonly string[]): void {
  if (!known.includes(id)) throw new RubricError(`rubric.unknown-${kind}`, place, `${id} is not declared`);
}

const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
