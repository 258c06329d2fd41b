import { Document, isMap, isScalar, visit } from 'yaml';

/** How long a map or list may be to stand on one line. */
const SHORT = 90;

/** Keys whose values are names, whatever they look like. */
const NAMES = new Set(['id', 'version', 'leaves', 'criteria', 'rulings']);

/**
 * Writes a table as YAML for people: numbers bare, short maps on one line. `head`: comment lines at the top. What
 * `readYaml` makes of it is the same table.
 */
export function writeYaml(content: object, head: readonly string[] = []): string {
  const document = new Document(content);
  visit(document, {
    Pair: (_, pair) => {
      if (isScalar(pair.key) && NAMES.has(String(pair.key.value))) return visit.SKIP;
      return undefined;
    },
    Scalar: (key, scalar) => {
      if (key === 'key' || typeof scalar.value !== 'string') return;
      if (String(Number(scalar.value)) === scalar.value) scalar.value = Number(scalar.value);
    },
  });
  visit(document, {
    Map: (_, map, path) => {
      if (path.length > 2 && lengthOf(map) < SHORT) map.flow = true;
    },
    Seq: (_, list) => {
      if (list.items.every((item) => !isMap(item)) && lengthOf(list) < SHORT) list.flow = true;
    },
  });
  const comments = head.map((line) => `# ${line}\n`).join('');
  return comments + document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: true });
}

const lengthOf = (node: { toJSON: () => unknown }): number => JSON.stringify(node.toJSON()).length;
