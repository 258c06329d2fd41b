import { CST, Lexer } from 'yaml';
import { YamlFault } from './yaml-fault.ts';

/** A table of a thousand lines is a fifth of it. */
const LONGEST = 500_000;
const MOST_TOKENS = 200_000;
const DEEPEST = 60;

const OPENING = new Set(['flow-seq-start', 'flow-map-start']);
const CLOSING = new Set(['flow-seq-end', 'flow-map-end']);
/** One after the other on a line, each nests the next. */
const NESTING = new Set(['seq-item-ind', 'explicit-key-ind']);

/**
 * Looks through a text before it is parsed: the parser calls itself at every level and keeps every fault, so what is too
 * long, too dense or too deep for any table is refused by reading it once. Throws YamlFault.
 */
export function refuseExcess(text: string): void {
  if (text.length > LONGEST)
    throw new YamlFault(1, 1, `文件过大，超过 ${LONGEST} 字`, `longer than ${LONGEST} characters`);
  let [tokens, open, onLine, line, lineStart, offset] = [0, 0, 0, 1, 0, 0];
  for (const token of new Lexer().lex(text)) {
    const kind = CST.tokenType(token);
    if (kind === 'newline') onLine = 0;
    if (kind && OPENING.has(kind)) open += 1;
    if (kind && CLOSING.has(kind)) open -= 1;
    if (kind && NESTING.has(kind)) onLine += 1;
    const column = offset - lineStart + 1;
    if (open + onLine > DEEPEST) throw new YamlFault(line, column, '嵌套过深', 'nested too deeply');
    if (++tokens > MOST_TOKENS)
      throw new YamlFault(line, column, '内容过于繁杂，不像一张表', 'too many parts for a table');
    if (isControl(token)) continue;
    offset += token.length;
    const breaks = token.split('\n').length - 1;
    if (breaks > 0) [line, lineStart] = [line + breaks, offset - (token.length - token.lastIndexOf('\n') - 1)];
  }
}

/** Marks of the lexer's own that stand for nothing in the text. */
const isControl = (token: string): boolean =>
  token.length === 1 && [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR].includes(token);
