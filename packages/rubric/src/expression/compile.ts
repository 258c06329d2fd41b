import type { Wording } from '../explain/wording.ts';
import { Refusal } from '../figure.ts';
import {
  type Interval,
  type Truth,
  both,
  either,
  minus,
  negated,
  opposite,
  over,
  plus,
  point,
  times,
} from '../interval.ts';
import { ratio } from '../ratio.ts';
import { RubricError } from '../rubric-error.ts';
import { unknownName } from '../unknown-name.ts';
import { NO_GRADE } from './arguments.ts';
import { COMPARE } from './comparisons.ts';
import { callOf } from './functions.ts';
import { nameOf } from './names.ts';
import { parseExpression } from './parse.ts';
import type { Compiled, Read, Scope } from './scope.ts';
import { type Comparison, type Expression, ExpressionError } from './syntax.ts';

/** Reads a number out of a unit. Throws RubricError `rubric.expression` where the text is not one in this scope. */
export const compileNumber = (source: string, scope: Scope): Read<Interval> =>
  reported(source, scope, (tree) => numberIn(tree, scope));

/** Reads whether a condition holds. Throws RubricError `rubric.expression`. */
export const compileCondition = (source: string, scope: Scope): Read<Truth> =>
  reported(source, scope, (tree) => truthIn(tree, scope));

function reported<T>(source: string, scope: Scope, compile: (tree: Expression) => T): T {
  try {
    return compile(parseExpression(source));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const said = titleAt(source, error.at, scope) ?? error.said;
    throw new RubricError('rubric.expression', scope.place, inExpression(source, error.at, said), {
      text: source,
      offset: error.at,
    });
  }
}

/** What to write for a title that stands in place of a code; null: no title, or one of several things. */
function titleAt(source: string, at: number, { known }: Scope): Wording | null {
  const [word] = /^[\p{Script=Han}\w]+/u.exec(source.slice(at)) ?? [];
  if (word === undefined) return null;
  const titled = Object.values(known).flatMap((names) =>
    names.filter(({ id, title }) => title === word && id !== word),
  );
  const [id, ...others] = new Set(titled.map((name) => name.id));
  return id === undefined || others.length > 0
    ? null
    : unknownName(word, [{ id, title: word }], { zh: '没有', en: 'there is no' });
}

const inExpression = (source: string, at: number, said: Wording): Wording => ({
  zh: `算式“${source}”第 ${at + 1} 个字符：${said.zh}`,
  en: `“${source}”, character ${at + 1}: ${said.en}`,
});

function compile(tree: Expression, scope: Scope): Compiled {
  switch (tree.kind) {
    case 'number': {
      const value = point(ratio(tree.text));
      return { type: 'number', read: () => value };
    }
    case 'text':
      return { type: 'text', text: tree.text };
    case 'name':
      return nameOf(tree, scope);
    case 'call':
      return callOf(tree, scope, { number: (arg) => numberIn(arg, scope), truth: (arg) => truthIn(arg, scope) });
    case 'negate': {
      const of = numberIn(tree.of, scope);
      return { type: 'number', read: (unit) => opposite(of(unit)) };
    }
    case 'not': {
      const of = truthIn(tree.of, scope);
      return { type: 'truth', read: (unit) => negated(of(unit)) };
    }
    case 'and':
    case 'or': {
      const [left, right] = [truthIn(tree.left, scope), truthIn(tree.right, scope)];
      const join = tree.kind === 'and' ? both : either;
      return { type: 'truth', read: (unit) => join(left(unit), right(unit)) };
    }
    case 'arithmetic':
      return arithmetic(tree, scope);
    case 'compare':
      return comparison(tree, scope);
  }
}

function arithmetic(tree: Extract<Expression, { kind: 'arithmetic' }>, scope: Scope): Compiled {
  const [left, right] = [numberIn(tree.left, scope), numberIn(tree.right, scope)];
  switch (tree.sign) {
    case '+':
      return { type: 'number', read: (unit) => plus(left(unit), right(unit)) };
    case '-':
      return { type: 'number', read: (unit) => minus(left(unit), right(unit)) };
    case '*':
      return { type: 'number', read: (unit) => times(left(unit), right(unit)) };
    case '/':
      return { type: 'number', read: (unit) => quotient(left(unit), right(unit)) };
  }
}

function quotient(dividend: Interval, divisor: Interval): Interval {
  const result = over(dividend, divisor);
  if (!result) throw new Refusal('figure.division-by-zero');
  return result;
}

/** What has no grade is neither better nor worse than one, nor the same. */
function comparison(tree: Extract<Expression, { kind: 'compare' }>, scope: Scope): Compiled {
  const [left, right] = [compile(tree.left, scope), compile(tree.right, scope)];
  const texts = [left, right].filter((side) => side.type === 'text');
  const attribute = [left, right].find((side) => side.type === 'attribute');
  if (attribute?.type === 'attribute' && texts[0]) return sameText(tree, attribute.read, texts[0].text);
  const graded = left.type === 'grade' || right.type === 'grade';
  const side = (of: Compiled, at: number): Read<Interval | null> => {
    if (graded && of.type === 'text') return gradeNamed(of.text, at, scope);
    if (of.type === (graded ? 'grade' : 'number')) return (of as { read: Read<Interval> }).read;
    throw new ExpressionError(at, graded ? GRADE_EXPECTED : NUMBER_EXPECTED);
  };
  const [a, b] = [side(left, tree.left.at), side(right, tree.right.at)];
  const compareBoth = COMPARE[tree.sign];
  const read = (unit: Parameters<typeof a>[0]): Truth => {
    const [x, y] = [a(unit), b(unit)];
    return x && y ? compareBoth(x, y) : false;
  };
  return { type: 'truth', read };
}

function sameText({ sign, at }: { sign: Comparison; at: number }, read: Read<string | null>, text: string): Compiled {
  if (sign !== '=' && sign !== '!=')
    throw new ExpressionError(at, { zh: '文字只能用 = 或 != 比较', en: 'a text is only equal or not' });
  const same = (unit: Parameters<typeof read>[0]): Truth => {
    const known = read(unit);
    return known === null ? null : known === text;
  };
  return { type: 'truth', read: sign === '=' ? same : (unit) => negated(same(unit)) };
}

function gradeNamed(code: string, at: number, scope: Scope): Read<Interval> {
  const rank = scope.rankOf(code);
  if (rank < 0) throw new ExpressionError(at, unknownName(code, scope.known.grade, NO_GRADE));
  const height = point({ n: 0 - rank, d: 1 });
  return () => height;
}

function numberIn(tree: Expression, scope: Scope): Read<Interval> {
  const compiled = compile(tree, scope);
  if (compiled.type !== 'number') throw new ExpressionError(tree.at, NUMBER_EXPECTED);
  return compiled.read;
}

function truthIn(tree: Expression, scope: Scope): Read<Truth> {
  const compiled = compile(tree, scope);
  if (compiled.type !== 'truth') throw new ExpressionError(tree.at, CONDITION_EXPECTED);
  return compiled.read;
}

const NUMBER_EXPECTED: Wording = { zh: '此处应为数', en: 'a number is expected' };
const CONDITION_EXPECTED: Wording = {
  zh: '此处应为条件，如 score >= 60',
  en: 'a condition is expected, like score >= 60',
};
const GRADE_EXPECTED: Wording = { zh: '等次只能与等次比较', en: 'a grade is compared with a grade' };
