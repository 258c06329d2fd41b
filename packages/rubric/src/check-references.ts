import { ZERO, compare, exact } from './exact.ts';
import type { Wording } from './explain/wording.ts';
import { RubricError } from './rubric-error.ts';
import type { Leaf, Rubric, RubricNode } from './rubric.ts';
import { isLeaf, leavesOf, linesOf, titleOf } from './tree.ts';
import { type Named, unknownName } from './unknown-name.ts';

type Reference = 'grade' | 'kind' | 'leaf' | 'document' | 'scale' | 'metric';
type Line = RubricNode | Rubric;

/** Every name that a table declares. */
type Declared = Record<'grades' | 'metrics' | 'documents' | 'scales', readonly Named[]>;

/** Proves that everything a table names is declared in it. Throws RubricError, e.g. `rubric.unknown-scale`. */
export function checkReferences(table: Rubric): void {
  const declared: Declared = {
    grades: table.grades.map(({ code, title }) => ({ id: code, title })),
    metrics: table.metrics,
    documents: table.documents,
    scales: Object.keys(table.scales).map((id) => ({ id })),
  };
  const [kinds, lines, leaves] = [table.evidenceKinds, named(linesOf(table)), named(leavesOf(table))];
  for (const [id, scale] of Object.entries(table.scales)) {
    for (const band of scale.bands) refer('grade', `scales.${id}`, band.grade, declared.grades);
    notZero(id, scale.step);
  }
  for (const metric of table.metrics) refer('kind', metric.id, metric.counts, kinds);
  for (const kind of table.evidenceKinds) for (const id of kind.criteria) refer('leaf', kind.id, id, leaves);
  for (const ruling of table.rulings.items) for (const id of ruling.leaves) refer('leaf', ruling.id, id, lines);
  for (const line of linesOf(table)) {
    checkSteps(line, declared.grades);
    if (isLeaf(line)) checkLeaf(table, line, declared);
    else if (line.from && !line.from.combine && line.from.formula === undefined)
      throw new RubricError('rubric.source-of-group', line.id, {
        zh: '有下级的，只能合并下级（combine）或用算式（formula）',
        en: 'a line with parts combines them or has a formula',
      });
  }
}

function checkLeaf(table: Rubric, leaf: Leaf, { grades, metrics, documents, scales }: Declared): void {
  for (const document of leaf.documents ?? []) refer('document', leaf.id, document, documents);
  const { mark, combine } = leaf.from;
  if (combine)
    throw new RubricError('rubric.source-of-leaf', leaf.id, {
      zh: '没有下级可以合并',
      en: 'there are no parts to combine',
    });
  if (!mark) return;
  if (mark.scale !== undefined) refer('scale', leaf.id, mark.scale, scales);
  const scale = mark.scale === undefined ? undefined : table.scales[mark.scale];
  const may = new Set((scale?.bands ?? mark.grades ?? []).map((band) => band.grade));
  const given = grades.filter(({ id }) => may.has(id));
  for (const { grade } of mark.grades ?? []) refer('grade', leaf.id, grade, grades);
  for (const step of [mark.step, mark.percent]) if (step !== undefined) notZero(leaf.id, step);
  for (const cap of mark.caps ?? []) {
    refer('metric', leaf.id, cap.metric, metrics);
    refer('grade', leaf.id, cap.gradeAtMost, given);
  }
  if (mark.discretion) refer('grade', leaf.id, mark.discretion.gradeAtMost, given);
  for (const { grade } of mark.raters?.distribution ?? []) refer('grade', leaf.id, grade, given);
}

function checkSteps({ id, steps = [] }: Line, grades: readonly Named[]): void {
  for (const { band = [], decide = [], gate, round } of steps) {
    for (const { grade } of [...band, ...decide]) if (grade !== undefined) refer('grade', id, grade, grades);
    for (const grade of [gate?.grade, gate?.gradeAtMost]) if (grade !== undefined) refer('grade', id, grade, grades);
    if (round?.step !== undefined) notZero(id, round.step);
  }
}

function notZero(place: string, step: string): void {
  if (compare(exact(step), ZERO) === 0)
    throw new RubricError('rubric.zero-step', place, { zh: '单位不能为零', en: 'the step is zero' });
}

/** What is named must be there; where it is not, the name itself is what stands wrong. */
function refer(kind: Reference, place: string, id: string, known: readonly Named[]): void {
  if (known.some((each) => each.id === id)) return;
  throw new RubricError(`rubric.unknown-${kind}`, place, unknownName(id, known, MISSING[kind]), { text: id });
}

const MISSING: Record<Reference, Wording> = {
  grade: { zh: '没有等次', en: 'there is no grade' },
  kind: { zh: '没有佐证材料类别', en: 'there is no kind of evidence' },
  leaf: { zh: '没有条目', en: 'there is no line' },
  document: { zh: '没有文件', en: 'there is no document' },
  scale: { zh: '没有评分等级', en: 'there is no scale' },
  metric: { zh: '没有计数指标', en: 'there is no metric' },
};

const named = (lines: readonly Line[]): Named[] => lines.map((line) => ({ id: line.id, title: titleOf(line) }));
