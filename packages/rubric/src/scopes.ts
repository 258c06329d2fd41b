import type { CompiledLeaf, CompiledLine } from './compiled.ts';
import type { Wording } from './explain/wording.ts';
import { exact } from './exact.ts';
import type { Scope } from './expression/scope.ts';
import { ANYTHING, type Interval, between, point } from './interval.ts';
import { RubricError } from './rubric-error.ts';
import type { Input, Rubric } from './rubric.ts';
import { shortTitle } from './short-title.ts';
import { linesOf, ratesOf, titleOf } from './tree.ts';

/** What the expressions of each line may name, and the order that follows from what they do name. */
export class Scopes {
  private readonly byId: ReadonlyMap<string, CompiledLine>;
  private readonly reads = new Map<CompiledLine, Set<CompiledLine>>();
  private readonly inputs: ReadonlyMap<string, { kind: Input['kind']; range: Interval }>;
  private readonly kinds: ReadonlySet<string>;
  private readonly categories: ReadonlySet<string>;
  private readonly grades: readonly string[];
  private readonly known: Scope['known'];

  constructor(
    table: Rubric,
    private readonly lines: readonly CompiledLine[],
  ) {
    this.byId = new Map(lines.map((line) => [line.id, line]));
    this.inputs = new Map((table.inputs ?? []).map((input) => [input.id, { kind: input.kind, range: rangeOf(input) }]));
    this.kinds = new Set(table.evidenceKinds.map(({ id }) => id));
    this.grades = table.grades.map(({ code }) => code);
    this.categories = new Set([...(table.categories ?? []).map(({ id }) => id), ...chargedCategories(table)]);
    this.known = knownIn(table);
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
      if (path.includes(line))
        throw new RubricError('rubric.cycle', line.id, circle([...path.slice(path.indexOf(line)), line]));
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
      known: this.known,
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

const chargedCategories = (table: Rubric): string[] => ratesOf(table).map(({ category }) => category);

/** Each line of a circle reads the next; what merely leads to it is no part of it. */
function circle(path: readonly CompiledLine[]): Wording {
  if (path.length === 2) return { zh: '算式引用了自身，无法计算', en: 'it reads itself and cannot be computed' };
  const titles = path.map(({ id, ...line }) => {
    const title = 'title' in line ? String(line.title) : ((line as Partial<CompiledLeaf>).source?.text ?? id);
    return { id, title: shortTitle(title) };
  });
  return {
    zh: `互相引用，无法计算：${titles.map(({ id, title }) => `“${title}”（${id}）`).join('→')}`,
    en: `these read each other in a circle: ${titles.map(({ id, title }) => `“${title}” (${id})`).join(' → ')}`,
  };
}

function knownIn(table: Rubric): Scope['known'] {
  const { grades, evidenceKinds, categories = [], inputs = [] } = table;
  const lines = linesOf(table).map((line) => ({ id: line.id, title: titleOf(line) }));
  const known = new Set(categories.map(({ id }) => id));
  const charged = [...new Set(chargedCategories(table))].filter((id) => !known.has(id));
  return {
    line: lines,
    grade: grades.map(({ code, title }) => ({ id: code, title })),
    kind: evidenceKinds,
    category: [...categories, ...charged.map((id) => ({ id }))],
    input: inputs,
    series: inputs.filter(({ kind }) => kind === 'series'),
  };
}
