import type { Wording } from '../explain/wording.ts';
import { unreadable } from './slips.ts';
import { type Arithmetic, type Comparison, type Expression, ExpressionError } from './syntax.ts';

interface Token {
  kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  text: string;
  at: number;
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?%?)|'([^']*)'|"([^"]*)"|([A-Za-z][A-Za-z0-9-]*)|(<=|>=|!=|[-+*/<>=(),])|$)/y;
const COMPARISONS = new Set(['<', '<=', '=', '!=', '>=', '>']);

/** Deeper nesting than anybody writes: a bound on the work of reading and of computing. */
const DEEPEST = 30;

/**
 * Reads an expression such as `line('A') >= 60 and count('fire') = 0`. From the loosest to the tightest: or, and, not,
 * one comparison, + −, × ÷, unary minus. A hyphen inside a word belongs to it (`on-time`); as a minus it stands between
 * blanks. Throws ExpressionError at the first character that does not fit.
 */
export function parseExpression(source: string): Expression {
  return new Reader(tokensOf(source)).whole();
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let end = false; !end;) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) {
      const at = start + (/^\s*/.exec(source.slice(start))?.[0].length ?? 0);
      throw new ExpressionError(at, unreadable(source, at));
    }
    const [whole, number, single, double, name, sign] = match;
    const at = start + whole.length - whole.trimStart().length;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at });
    else if (single !== undefined || double !== undefined)
      tokens.push({ kind: 'text', text: single ?? double ?? '', at });
    else end = true;
    if (end) tokens.push({ kind: 'end', text: '', at: source.length });
  }
  return tokens;
}

const unexpected = ({ kind, text }: Token): Wording =>
  kind === 'end'
    ? { zh: '算式没有写完', en: 'the expression ends too soon' }
    : { zh: `此处不应有“${text}”`, en: `“${text}” is not expected` };

class Reader {
  private next = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.or();
    const rest = this.peek();
    if (rest.kind !== 'end') throw new ExpressionError(rest.at, unexpected(rest));
    return expression;
  }

  private or(): Expression {
    return this.chain('or', () => this.chain('and', () => this.not()));
  }

  private chain(word: 'or' | 'and', part: () => Expression): Expression {
    let left = part();
    while (this.peek().kind === 'name' && this.peek().text === word) {
      const { at } = this.take();
      left = { kind: word, left, right: part(), at };
    }
    return left;
  }

  private not(): Expression {
    const { kind, text, at } = this.peek();
    if (kind !== 'name' || text !== 'not') return this.comparison();
    this.take();
    return { kind: 'not', of: this.deeper(() => this.not()), at };
  }

  private comparison(): Expression {
    const left = this.sum();
    const { kind, text, at } = this.peek();
    if (kind !== 'sign' || !COMPARISONS.has(text)) return left;
    this.take();
    return { kind: 'compare', sign: text as Comparison, left, right: this.sum(), at };
  }

  private sum = (): Expression => this.arithmetic(['+', '-'], () => this.arithmetic(['*', '/'], () => this.factor()));

  private arithmetic(signs: readonly string[], part: () => Expression): Expression {
    let left = part();
    while (this.peek().kind === 'sign' && signs.includes(this.peek().text)) {
      const { text, at } = this.take();
      left = { kind: 'arithmetic', sign: text as Arithmetic, left, right: part(), at };
    }
    return left;
  }

  private factor(): Expression {
    const token = this.take();
    const { kind, text, at } = token;
    if (kind === 'number' || kind === 'text') return { kind, text, at };
    if (kind === 'sign' && text === '-') return { kind: 'negate', of: this.deeper(() => this.factor()), at };
    if (kind === 'sign' && text === '(') return this.deeper(() => this.closed(this.or()));
    if (kind === 'name') return this.called(text, at);
    throw new ExpressionError(at, unexpected(token));
  }

  private called(name: string, at: number): Expression {
    if (this.peek().text !== '(' || this.peek().kind !== 'sign') return { kind: 'name', name, at };
    this.take();
    const args: Expression[] = [];
    this.deeper(() => {
      while (!this.isSign(')')) {
        if (args.length > 0) this.expect(',');
        args.push(this.or());
      }
    });
    this.take();
    return { kind: 'call', name, args, at };
  }

  private closed(expression: Expression): Expression {
    this.expect(')');
    return expression;
  }

  private deeper<T>(read: () => T): T {
    if (++this.depth > DEEPEST) throw new ExpressionError(this.peek().at, { zh: '嵌套过深', en: 'nested too deeply' });
    const result = read();
    this.depth--;
    return result;
  }

  private expect(sign: string): void {
    const { text, at } = this.take();
    if (text !== sign) throw new ExpressionError(at, { zh: `此处应有“${sign}”`, en: `“${sign}” is expected` });
  }

  private isSign(sign: string): boolean {
    return this.peek().kind === 'sign' && this.peek().text === sign;
  }

  private peek(): Token {
    return this.tokens[this.next]!;
  }

  private take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.next++;
    return token;
  }
}
