import { type OutlineNode, nodesOf } from '../outline.ts';

/** An id for every line: its number where it has one that is an id, else its place in the table. */
export class Names {
  private readonly ids = new Map<OutlineNode, string>();

  constructor(children: readonly OutlineNode[]) {
    const taken = new Set([...nodesOf(children)].map(({ number }) => number));
    let count = 0;
    for (const node of nodesOf(children)) {
      if (/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/.test(node.number)) {
        this.ids.set(node, node.number);
        continue;
      }
      do count += 1;
      while (taken.has(`C${count}`));
      this.ids.set(node, `C${count}`);
    }
  }

  of(node: OutlineNode): string {
    return this.ids.get(node)!;
  }

  /** The id as a code that rates can bear: "10.4" → "line-10-4". */
  code(node: OutlineNode): string {
    return `line-${this.of(node).toLowerCase().replaceAll('.', '-')}`;
  }
}
