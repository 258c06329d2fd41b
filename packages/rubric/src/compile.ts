import type { CompiledGroup, CompiledLeaf, CompiledLine, CompiledRubric } from './compiled.ts';
import { compileSource } from './compile-source.ts';
import { compileSteps } from './compile-step.ts';
import { ZERO, add, exact, negate, toDecimal } from './exact.ts';
import { inputsOf } from './expression/inputs.ts';
import { compileConsequence, compileSelection } from './field/compile-field.ts';
import { type Interval, between, plus, point } from './interval.ts';
import { ratio } from './ratio.ts';
import { Governed, type Leaf, type Rubric, type RubricNode, type Ruling } from './rubric.ts';
import { Scopes } from './scopes.ts';
import { isLeaf } from './tree.ts';
import { WORTH, worthOf } from './worth.ts';

type Written = RubricNode | Rubric;
type Mutable = { -readonly [Key in keyof CompiledLine]: CompiledLine[Key] } & { source?: Leaf; title?: string };

/**
 * Parses every number and every expression of a checked table once, and puts its lines into an order in which each can
 * be computed. Throws RubricError, e.g. `rubric.expression`, `rubric.cycle`, `rubric.band-inverted`.
 */
export function compile(published: Rubric, table: Rubric, inForce: readonly Ruling[]): CompiledRubric {
  const lines: Mutable[] = [];
  const sources = new Map<Mutable, Written>();
  const visit = (written: Written, ancestors: readonly Mutable[]): Mutable => {
    const line = outline(written, lines.length, ancestors as CompiledLine[], inForce);
    lines.push(line);
    sources.set(line, written);
    if (!isLeaf(written))
      line.children = written.children.map((child) => visit(child, [...ancestors, line])) as CompiledLine[];
    if (!isLeaf(written)) settleWorth(line);
    return line;
  };
  const total = visit(table, []) as CompiledGroup;
  const tree = [...lines];
  const figures = (table.figures ?? []).map((figure) => visit(figure, []) as CompiledLeaf);
  const scopes = new Scopes(table, lines as CompiledLine[]);
  for (const line of lines) fill(line, sources.get(line)!, table, scopes);
  const selections = (table.selections ?? []).map(({ id }) => id);
  const leaves = tree.filter(({ source }) => source !== undefined) as CompiledLeaf[];
  return {
    published,
    table,
    rulings: inForce.map(({ id }) => id),
    total,
    groups: tree.filter((line) => line.source === undefined && line !== total) as CompiledGroup[],
    leaves,
    figures,
    inOrder: scopes.inOrder(),
    selections: (table.selections ?? []).map((selection, n) =>
      compileSelection(selection, selections.slice(0, n), scopes),
    ),
    consequences: (table.consequences ?? []).map((consequence) => compileConsequence(consequence, selections, scopes)),
    indexOf: new Map(leaves.map((leaf, index) => [leaf.id, index])),
  };
}

/** A line with all that does not depend on other lines. */
function outline(
  written: Written,
  index: number,
  ancestors: readonly CompiledLine[],
  inForce: readonly Ruling[],
): Mutable {
  const about = inForce.filter((ruling) => ruling.leaves.includes(written.id));
  const governing = (subject: Governed): [Governed, string[]] => [
    subject,
    about.filter(({ governs = [] }) => governs.includes(subject)).map(({ id }) => id),
  ];
  const { kind, points } = worthOf(written);
  return {
    id: written.id,
    index,
    worth: kind,
    points,
    pointsText: toDecimal(points),
    weight: 'weight' in written && written.weight !== undefined ? ratio(written.weight) : null,
    natural: naturalOf(kind, points),
    ancestors,
    children: [],
    from: { kind: 'combine', by: 'sum', best: null, better: 'highest', drop: [] },
    steps: [],
    inputs: [],
    notApplicable: written.notApplicable,
    graded: false,
    rulings: Object.fromEntries(Governed.options.map(governing)) as Record<Governed, string[]>,
    ...(isLeaf(written) ? { source: written } : { title: written.title }),
  };
}

/**
 * A group that states no worth is worth what its parts are: their points, or, where they are nothing but bonuses and
 * penalties, what those bring and take together.
 */
function settleWorth(line: Mutable): void {
  if (line.worth !== 'none') return;
  const worth = WORTH.find((kind) => line.children.some((part) => part.worth === kind));
  if (!worth) return;
  const counted = line.children.filter((part) => part.worth === worth);
  line.worth = worth;
  line.points = counted.map(({ points }) => points).reduce(add, ZERO);
  line.pointsText = toDecimal(line.points);
  line.natural =
    worth === 'points'
      ? naturalOf(worth, line.points)
      : line.children.map(({ natural }) => natural).reduce(plus, point(ZERO));
}

function fill(line: Mutable, written: Written, table: Rubric, scopes: Scopes): void {
  const scope = scopes.of(line as CompiledLine);
  line.from = compileSource(written.from ?? { combine: { by: 'sum' } }, line as CompiledLine, table, scope);
  line.steps = compileSteps(written, line as CompiledLine, table, scope);
  line.inputs = inputsOf(expressionsIn(written), scope);
  line.graded = grades(line as CompiledLine);
}

/** What a line is computed by, as it is written. */
const expressionsIn = ({ from, steps = [] }: Written): string[] =>
  [
    from?.formula,
    ...steps.flatMap(({ compute, gate, decide = [] }) => [compute, gate?.when, ...decide.map(({ when }) => when)]),
  ].filter((text) => text !== undefined);

/** Whether a grade comes out of the line at all. */
const grades = ({ from, steps }: CompiledLine): boolean =>
  (from.kind === 'mark' && (from.admitted.kind === 'scale' || from.admitted.kind === 'grades')) ||
  steps.some(
    (step) =>
      (step.kind === 'band' && step.bands.some(({ rank }) => rank >= 0)) ||
      (step.kind === 'decide' && step.cases.some(({ rank }) => rank !== null)) ||
      (step.kind === 'gate' && step.rank !== null),
  );

function naturalOf(kind: CompiledLine['worth'], points: ReturnType<typeof exact>): Interval {
  if (kind === 'penalty') return between(negate(points), ZERO);
  return kind === 'none' ? point(ZERO) : between(ZERO, points);
}
