import { type Document, LineCounter, type YAMLError, parseAllDocuments, visit } from 'yaml';
import { chineseSign } from './chinese-signs.ts';
import { keySlip } from './key-slips.ts';
import { Places } from './places.ts';
import { refuseExcess } from './refuse-excess.ts';
import { YamlFault } from './yaml-fault.ts';
import { yamlReason } from './yaml-reasons.ts';

/** A YAML or JSON text as read, and where each of its values stands. */
export interface YamlFile {
  /** every scalar is the text that was written: `1.10` stays "1.10" */
  value: unknown;
  places: Places;
}

const MOST_ALIASES = 1_000;

/**
 * Reads one document of YAML, or JSON. Nothing is resolved but the aliases of the text itself, and they only so often
 * that no bomb goes off. Throws YamlFault, e.g. for a text that is too long, a tag, a key that stands twice, a circle.
 */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  refuseExcess(text);
  const document = onlyDocument(text, lines);
  const places = new Places(document, lines, text);
  const faultAt = (offset: number, zh: string, en: string) => {
    const { line, column } = places.ofOffset(offset);
    return new YamlFault(line, column, zh, en);
  };
  return { value: valueOf(text, document, faultAt), places };
}

function onlyDocument(text: string, lines: LineCounter): Document.Parsed {
  const documents = parsedDocuments(text, lines);
  const [document, second] = documents;
  if (!document) throw new YamlFault(1, 1, '文件是空的', 'the file is empty');
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) throw noYaml(text, fault);
  if (second) {
    const { line, col } = lines.linePos(second.contents?.range[0] ?? second.range[0]);
    throw new YamlFault(line, col, '文件中有不止一份内容', 'more than one document');
  }
  if (document.contents === null) throw new YamlFault(1, 1, '文件是空的', 'the file is empty');
  return document;
}

/** Where a Chinese sign took the place of one of YAML's, that is what is wrong, whatever follows from it. */
function noYaml(text: string, fault: YAMLError): YamlFault {
  const [{ line, col }] = fault.linePos ?? [{ line: 1, col: 1 }];
  const sign = chineseSign(text, line - 1);
  const { zh, en } = sign?.said ?? yamlReason(fault);
  const [atLine, atColumn] = sign ? [sign.line + 1, sign.column + 1] : [line, col];
  return new YamlFault(atLine, atColumn, `不是有效的 YAML：${zh}`, `not valid YAML: ${en}`);
}

function parsedDocuments(text: string, lineCounter: LineCounter): Document.Parsed[] {
  try {
    const parsed = parseAllDocuments(text.replace(/^\uFEFF/, ' '), {
      schema: 'failsafe',
      lineCounter,
      uniqueKeys: true,
    });
    return [...parsed] as Document.Parsed[];
  } catch (error) {
    if (error instanceof RangeError) throw new YamlFault(1, 1, '嵌套过深', 'nested too deeply');
    throw error;
  }
}

type FaultAt = (offset: number, zh: string, en: string) => YamlFault;

function valueOf(text: string, document: Document.Parsed, faultAt: FaultAt): unknown {
  refuseBadAliases(document, faultAt);
  const slip = keySlip(document);
  if (slip) throw faultAt(slip.offset, slip.said.zh, slip.said.en);
  // JSON has numbers and truths of its own: the first schema was written in it
  if (/^\s*\{/.test(text)) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown;
    }
  }
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown;
  } catch {
    throw faultAt(0, '引用过多', 'too many aliases');
  }
}

/** An alias that stands inside what it refers to would never end; one that refers to nothing means nothing. */
function refuseBadAliases(document: Document.Parsed, faultAt: FaultAt): void {
  visit(document, {
    Alias: (_, alias, path) => {
      if (!alias.resolve(document))
        throw faultAt(alias.range?.[0] ?? 0, `没有 &${alias.source}`, `there is no &${alias.source}`);
      const around = path.some((node) => isNamed(node) && node.anchor === alias.source);
      if (around)
        throw faultAt(alias.range?.[0] ?? 0, `引用 *${alias.source} 指向自身`, `*${alias.source} refers to itself`);
    },
  });
}

const isNamed = (node: unknown): node is { anchor?: string } =>
  typeof node === 'object' && node !== null && 'anchor' in node;
