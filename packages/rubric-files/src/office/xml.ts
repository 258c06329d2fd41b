import { SaxesParser } from 'saxes';
import { OfficeFileError } from './office-file-error.ts';

/** Names are local: the prefix is the writer's choice, and transitional and strict files differ in namespaces alone. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
}

const MAX_DEPTH = 200;

/** How many nodes the parts of one file may still have, all together. */
export interface NodeBudget {
  left: number;
}

export const nodeBudget = (): NodeBudget => ({ left: 500_000 });

const CHUNK = 1 << 16;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/**
 * Reads one XML part.
 * Throws OfficeFileError: `file.entities` for a DOCTYPE, `file.too-large` past the limits of depth and nodes,
 * `file.malformed` for what is no XML.
 */
export function parseXml(bytes: Uint8Array, part: string, budget: NodeBudget): XmlElement {
  const text = decode(bytes, part);
  const reader = treeReader(part, budget);
  try {
    for (let at = 0; at < text.length; at += CHUNK) reader.write(text.slice(at, at + CHUNK));
    return reader.end();
  } catch (error) {
    throw error instanceof OfficeFileError ? error : new OfficeFileError('file.malformed', part);
  }
}

function treeReader(part: string, budget: NodeBudget) {
  const parser = new SaxesParser();
  const root: XmlElement = { name: '', attributes: NO_ATTRIBUTES, children: [] };
  const open = [root];
  const count = (more: number) => {
    budget.left -= more;
    if (budget.left < 0 || open.length > MAX_DEPTH) throw new OfficeFileError('file.too-large', part);
  };
  const append = (child: XmlElement | string) => open.at(-1)?.children.push(child);
  parser.on('doctype', () => {
    throw new OfficeFileError('file.entities', part);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const named = Object.entries(attributes);
    count(1 + named.length);
    const element: XmlElement = {
      name: localName(name),
      attributes: named.length === 0 ? NO_ATTRIBUTES : new Map(named.map(([key, value]) => [localName(key), value])),
      children: [],
    };
    append(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const onText = (text: string) => {
    count(1);
    append(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  return {
    write: (chunk: string) => void parser.write(chunk),
    end(): XmlElement {
      parser.close();
      const element = root.children.find((child) => typeof child !== 'string');
      if (!element) throw new OfficeFileError('file.malformed', part);
      return element;
    },
  };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function decode(bytes: Uint8Array, part: string): string {
  const [first, second] = bytes;
  const utf16 = (first === 0xff && second === 0xfe && 'utf-16le') || (first === 0xfe && second === 0xff && 'utf-16be');
  try {
    return new TextDecoder(utf16 || 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new OfficeFileError('file.malformed', part);
  }
}

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

/** The child elements of that name. */
export const childrenOf = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  (parent?.children ?? []).filter((node) => isElement(node)).filter((child) => child.name === name);

export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  childrenOf(parent, name)[0];

/** The element that a path of names leads to, each the first of its name. */
export const descend = (from: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => childOf(at, name), from);

/** An attribute's value by its local name. */
export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.get(name);

/** All text below an element. */
export const textOf = (element: XmlElement | undefined): string =>
  (element?.children ?? []).map((child) => (isElement(child) ? textOf(child) : child)).join('');

/** Every element of that name below one, in their order. */
export const elementsOf = (from: XmlElement | undefined, name: string): XmlElement[] =>
  (from?.children ?? [])
    .filter((node) => isElement(node))
    .flatMap((child) => [...(child.name === name ? [child] : []), ...elementsOf(child, name)]);
