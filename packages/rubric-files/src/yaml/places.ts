import { type Document, type LineCounter, type Node, type YAMLMap, isMap, isPair, isScalar, visit } from 'yaml';

/** Where something stands in a text: line and column count from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Where the values of a text stand. */
export class Places {
  private objects: ReadonlyMap<string, YAMLMap> | undefined;

  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
    private readonly source: string,
  ) {}

  /** the value that a path leads to, or the nearest one around it that exists */
  at(path: readonly PropertyKey[]): Place {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = this.nodeAt(path.slice(0, depth));
      if (node?.range) return this.ofOffset(node.range[0]);
    }
    return this.ofOffset(this.document.contents?.range[0] ?? 0);
  }

  /** the last key of a path itself; what a path without one leads to, where there is no such key */
  ofKey(path: readonly PropertyKey[]): Place {
    const around = this.nodeAt(path.slice(0, -1)) ?? this.document.contents;
    const pairs = isMap(around) ? around.items : [];
    const key = pairs.map((pair) => pair.key).find((each) => isScalar(each) && each.value === path.at(-1));
    return isScalar(key) && key.range ? this.ofOffset(key.range[0]) : this.at(path);
  }

  /** the object that has this id, a line of the table before others; undefined: there is none */
  ofId(id: string): Place | undefined {
    const named = this.object(id)?.get('id', true) as Node | undefined;
    return named?.range ? this.ofOffset(named.range[0]) : undefined;
  }

  /**
   * the first value that reads so, in the object with this id before elsewhere, or so many characters within it where it
   * stands as it reads; undefined: there is none
   */
  ofText(text: string, id: string, within = 0): Place | undefined {
    const own = this.object(id);
    const offset = (own && offsetOfText(own, text)) ?? offsetOfText(this.document.contents!, text, false);
    if (offset === undefined) return undefined;
    const begin = [offset, offset + 1].find((at) => this.source.startsWith(text, at));
    return this.ofOffset(within === 0 || begin === undefined ? offset : begin + within);
  }

  ofOffset(offset: number): Place {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  private object(id: string): YAMLMap | undefined {
    this.objects ??= objectsById(this.document);
    return this.objects.get(id);
  }

  private nodeAt(path: readonly PropertyKey[]): Node | undefined {
    try {
      return this.document.getIn(path, true) as Node | undefined;
    } catch {
      return undefined; // the path leads through a scalar
    }
  }
}

/** Lists that hold the lines of a table. */
const OF_LINES = new Set(['children', 'figures']);

/** The first object of each id; of one in a list of lines and one elsewhere, the line. */
function objectsById(document: Document.Parsed): Map<string, YAMLMap> {
  const [lines, others] = [new Map<string, YAMLMap>(), new Map<string, YAMLMap>()];
  visit(document, {
    Map: (_, map, path) => {
      const id = map.get('id', true) as Node | undefined;
      if (!isScalar(id)) return;
      const around = path.findLast((node) => isPair(node));
      const isLine = around === undefined || (isScalar(around.key) && OF_LINES.has(String(around.key.value)));
      const found = isLine ? lines : others;
      if (!found.has(String(id.value))) found.set(String(id.value), map);
    },
  });
  return new Map([...others, ...lines]);
}

/** `own`: what stands in the object itself, the lines below it left out. */
function offsetOfText(within: Node, text: string, own = true): number | undefined {
  let found: number | undefined;
  visit(within, {
    Pair: (_, pair) => (own && isScalar(pair.key) && OF_LINES.has(String(pair.key.value)) ? visit.SKIP : undefined),
    Scalar: (key, scalar) => {
      if (key === 'key' || scalar.value !== text) return undefined;
      found = scalar.range?.[0];
      return visit.BREAK;
    },
  });
  return found;
}
