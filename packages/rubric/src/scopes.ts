import type { CompiledLine } from './compiled.ts';
import { exact } from './exact.ts';
import type { Scope } from './expression/scope.ts';
import { ANYTHING, type Interval, between, point } from './interval.ts';
import { RubricError } from './rubric-error.ts';
import type { Input, Rubric } from './rubric.ts';
import { leavesAndFigures } from './tree.ts';

/** What the expressions of each line may name, and the order that follows from what they do name. */
export class Scopes {
  private readonly byId: ReadonlyMap<string, CompiledLine>;
  private readonly reads = new Map<CompiledLine, Set<CompiledLine>>();
  private readonly inputs: ReadonlyMap<string, { kind: Input['kind']; range: Interval }>;
  private readonly kinds: ReadonlySet<string>;
  private readonly categories: ReadonlySet<string>;
  private readonly grades: readonly string[];

  constructor(
    table: Rubric,
    private readonly lines: readonly CompiledLine[],
  ) {
    this.byId = new Map(lines.map((line) => [line.id, line]));
    this.inputs = new Map((table.inputs ?? []).map((input) => [input.id, { kind: input.kind, range: rangeOf(input) }]));
    this.kinds = new Set(table.evidenceKinds.map(({ id }) => id));
    this.grades = table.grades.map(({ code }) => code);
    this.categories = new Set([...(table.categories ?? []).map(({ id }) => id), ...chargedCategories(table)]);
  }

  /** What an expression on the line may name. */
  of(line: CompiledLine): Scope {
    const reads = new Set<CompiledLine>(line.children);
    this.reads.set(line, reads);
    return this.scope(line.id, line.children, (read) => reads.add(read));
  }

  /** The same for what is computed when all lines and some selections are: later selections, and consequences. */
  after(place: string, selections: readonly string[]): Scope {
    return { ...this.scope(place, [], () => undefined), selections };
  }

  /** The lines, each after all that it reads. Throws RubricError `rubric.cycle`. */
  inOrder(): CompiledLine[] {
    const done = new Set<CompiledLine>();
    const order: CompiledLine[] = [];
    const visit = (line: CompiledLine, path: readonly CompiledLine[]): void => {
      if (done.has(line)) return;
      if (path.includes(line)) throw new RubricError('rubric.cycle', line.id, circle([...path, line]));
      for (const read of this.reads.get(line) ?? []) visit(read, [...path, line]);
      done.add(line);
      order.push(line);
    };
    for (const line of this.lines) visit(line, []);
    return order;
  }

  private scope(place: string, children: readonly CompiledLine[], read: (line: CompiledLine) => void): Scope {
    return {
      place,
      children: children.map(({ index }) => index),
      lineAt: (id) => {
        const line = this.byId.get(id);
        if (line) read(line);
        return line?.index;
      },
      hasLine: (id) => this.byId.has(id),
      pointsOf: (id) => point(this.byId.get(id)!.points),
      grades: this.grades,
      rankOf: (grade) => this.grades.indexOf(grade),
      input: (name) => this.inputs.get(name),
      hasKind: (kind) => this.kinds.has(kind),
      selections: [],
      hasCategory: (category) => this.categories.has(category),
    };
  }
}

/** What a number of an input may be. */
export function rangeOf({ least, most }: Pick<Input, 'least' | 'most'>): Interval {
  if (least === undefined && most === undefined) return ANYTHING;
  return between(least === undefined ? null : exact(least), most === undefined ? null : exact(most));
}

function* chargedCategories(table: Rubric): Generator<string> {
  for (const { from } of leavesAndFigures(table))
    for (const { category } of [...(from.cases?.deduct ?? []), ...(from.cases?.add ?? [])]) yield category;
}

const circle = (path: readonly CompiledLine[]): string => `${path.map(({ id }) => id).join(' → ')} turns in a circle`;
