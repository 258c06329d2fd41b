import { askedText, isAsked } from '../expression/inputs.ts';
import { parseExpression } from '../expression/parse.ts';
import type { Comparison, Expression } from '../expression/syntax.ts';
import { callWording } from './call-wording.ts';
import type { Names } from './names.ts';
import { type Language, type Wording, inBoth } from './wording.ts';

/** What stands beside each thing that an expression names: its value. */
export interface Values {
  /** the figure so far, in place of the words for it */
  score: Wording;
  full: Wording | null;
  /** what was read, with what parts it from the name before it; null: it is not said */
  read: (text: string) => Wording | null;
}

/**
 * An expression as people read it: titles for names, words for functions, the signs of arithmetic. With `values` the
 * numbers that it was computed with stand beside the names: “报修件数” 50.
 */
export function expressionWording(names: Names, text: string, values: Values | null = null): Wording {
  const tree = parseExpression(text);
  return inBoth((language) => new Speaker(names, language, values).say(tree));
}

/** How tightly each construct binds, so that brackets stand only where the meaning needs them. */
const BINDING: Record<Expression['kind'], number> = {
  or: 1,
  and: 2,
  not: 3,
  compare: 4,
  arithmetic: 5,
  negate: 7,
  number: 8,
  text: 8,
  name: 8,
  call: 8,
};
const SIGNS: Record<string, string> = { '*': '×', '/': '÷', '-': '−', '>=': '≥', '<=': '≤', '!=': '≠' };
const MIRRORED: Record<Comparison, Comparison> = { '<': '>', '<=': '>=', '=': '=', '!=': '!=', '>=': '<=', '>': '<' };

class Speaker {
  constructor(
    private readonly names: Names,
    private readonly language: Language,
    private readonly values: Values | null,
  ) {}

  say = (tree: Expression): string => {
    const value = isAsked(tree) ? (this.values?.read(askedText(tree)) ?? null) : null;
    return value === null ? this.named(tree) : `${this.named(tree)}${value[this.language]}`;
  };

  private named(tree: Expression): string {
    switch (tree.kind) {
      case 'number':
        return tree.text;
      case 'text':
        return this.names.any(tree.text)[this.language];
      case 'name':
        return this.name(tree.name);
      case 'call':
        return callWording(tree, { names: this.names, language: this.language, say: this.say });
      case 'negate':
        return `−${this.within(tree.of, BINDING.negate)}`;
      case 'not':
        return this.denied(tree.of);
      case 'arithmetic': {
        const own = bindingOf(tree);
        const right = this.within(tree.right, tree.sign === '-' || tree.sign === '/' ? own + 1 : own);
        return `${this.within(tree.left, own)} ${SIGNS[tree.sign] ?? tree.sign} ${right}`;
      }
      case 'compare':
        return this.compared(tree);
      case 'and':
      case 'or':
        return this.joined(tree);
    }
  }

  private within(tree: Expression, binding: number): string {
    const said = this.say(tree);
    if (bindingOf(tree) >= binding) return said;
    return this.language === 'zh' ? `（${said}）` : `(${said})`;
  }

  private name(name: string): string {
    if (name === 'score' && this.values) return this.values.score[this.language];
    if (name === 'score') return this.language === 'zh' ? '当前得数' : 'the figure so far';
    const full = this.values?.full?.[this.language];
    if (name === 'full')
      return `${this.language === 'zh' ? '满分' : 'full marks'}${full === undefined ? '' : ` ${full}`}`;
    const input = this.names.input(name);
    const title = `“${input?.title ?? name}”`;
    if (input?.kind !== 'statement') return title;
    return this.language === 'zh' ? `${title}成立` : `${title} holds`;
  }

  private denied(of: Expression): string {
    const input = of.kind === 'name' ? this.names.input(of.name) : undefined;
    if (input) return this.language === 'zh' ? `“${input.title}”不成立` : `“${input.title}” does not hold`;
    return this.language === 'zh' ? `并非${this.within(of, BINDING.negate)}` : `not ${this.within(of, BINDING.negate)}`;
  }

  private joined({ kind, left, right }: Extract<Expression, { kind: 'and' | 'or' }>): string {
    const word = this.language === 'zh' ? { and: '且', or: '或' }[kind] : ` ${kind} `;
    return `${this.within(left, BINDING[kind])}${this.language === 'zh' ? `，${word}` : word}${this.within(right, BINDING[kind])}`;
  }

  /** Grades and attributes are compared with a word, in words; numbers with the signs. */
  private compared({ sign, left, right }: Extract<Expression, { kind: 'compare' }>): string {
    if (left.kind === 'text') return this.beside(MIRRORED[sign], right, left.text);
    if (right.kind === 'text') return this.beside(sign, left, right.text);
    return `${this.within(left, BINDING.arithmetic)} ${SIGNS[sign] ?? sign} ${this.within(right, BINDING.arithmetic)}`;
  }

  private beside(sign: Comparison, of: Expression, word: string): string {
    const isGrade = of.kind === 'call' && of.name !== 'attribute';
    const title = `“${isGrade ? this.names.grade(word) : word}”`;
    return `${this.say(of)}${RELATIONS[sign][this.language]}${title}`;
  }
}

/** Multiplication binds tighter than addition, both are arithmetic. */
const bindingOf = (tree: Expression): number =>
  tree.kind === 'arithmetic' && (tree.sign === '*' || tree.sign === '/') ? 6 : BINDING[tree.kind];

const RELATIONS: Record<Comparison, Wording> = {
  '<': { zh: '低于', en: ' is below ' },
  '<=': { zh: '不高于', en: ' is at most ' },
  '=': { zh: '为', en: ' is ' },
  '!=': { zh: '不为', en: ' is not ' },
  '>=': { zh: '不低于', en: ' is at least ' },
  '>': { zh: '高于', en: ' is above ' },
};
