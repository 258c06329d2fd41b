import { safely } from '../field/safely.ts';
import { writtenEnds } from '../figure.ts';
import { ANYTHING, type Interval, type Truth, onlyValue } from '../interval.ts';
import type { InputRead } from '../input-read.ts';
import { type UnitState, sessionsOf } from '../unit-state.ts';
import { casesCounted } from './case-window.ts';
import { monthsIn, roleIn, textIn } from './arguments.ts';
import { callOf } from './functions.ts';
import { nameOf } from './names.ts';
import { parseExpression } from './parse.ts';
import type { Compiled, Scope } from './scope.ts';
import type { Expression } from './syntax.ts';

type Asked = Extract<Expression, { kind: 'name' | 'call' }>;

/** Reads one thing that an expression asks for out of a unit. */
export type InputReader = (unit: UnitState) => InputRead;

/**
 * What expressions ask for, each thing once and in the order in which they name it: inputs, counts, other lines, ratings
 * of before. Not the figure so far and the full marks, which are no facts.
 */
export function inputsOf(texts: readonly string[], scope: Scope): InputReader[] {
  const asked = new Map(texts.flatMap((text) => askedIn(parseExpression(text)).map((each) => [askedText(each), each])));
  return [...asked].map(([text, tree]) => readerOf(text, tree, scope));
}

/** The same thing is asked for in the same words, whatever spaces stand between them. */
export function askedText(tree: Asked): string {
  if (tree.kind === 'name') return tree.name;
  const args = tree.args.map((arg) => (arg.kind === 'text' ? `'${arg.text}'` : 'text' in arg ? arg.text : ''));
  return `${tree.name}(${args.join(', ')})`;
}

/** Functions of numbers ask for nothing themselves. */
const OF_NUMBERS = new Set(['min', 'max', 'if']);

/** Whether the name or the call stands for something that is read out of a unit. */
export const isAsked = (tree: Expression): tree is Asked =>
  tree.kind === 'name'
    ? tree.name !== 'score' && tree.name !== 'full'
    : tree.kind === 'call' && !OF_NUMBERS.has(tree.name);

/** What an expression asks for, in the order in which it names it. */
export function askedIn(tree: Expression): Asked[] {
  return isAsked(tree) ? [tree] : within(tree).flatMap(askedIn);
}

const within = (tree: Expression): readonly Expression[] => {
  if ('args' in tree) return tree.args;
  if ('of' in tree) return [tree.of];
  return 'left' in tree ? [tree.left, tree.right] : [];
};

function readerOf(text: string, tree: Asked, scope: Scope): InputReader {
  const compiled =
    tree.kind === 'name' ? nameOf(tree, scope) : callOf(tree, scope, { number: () => NOTHING, truth: () => NEITHER });
  const facts = factsOf(tree);
  return (unit) => ({ text, ...valueOf(compiled, unit, scope), facts: facts(unit) });
}

const NOTHING = (): Interval => ANYTHING;
const NEITHER = (): Truth => null;

type Value = InputRead extends infer Each ? (Each extends InputRead ? Omit<Each, 'text' | 'facts'> : never) : never;

function valueOf(compiled: Compiled, unit: UnitState, { grades }: Scope): Value {
  switch (compiled.type) {
    case 'number':
      return { kind: 'number', ...writtenEnds(safely(() => compiled.read(unit), ANYTHING)) };
    case 'truth':
      return { kind: 'truth', holds: compiled.read(unit) };
    case 'grade': {
      const height = compiled.read(unit);
      const at = height && onlyValue(height);
      return { kind: 'grade', grade: at ? (grades[0 - at.n] ?? null) : null, open: height !== null && !at };
    }
    case 'attribute':
      return { kind: 'text', word: compiled.read(unit) };
    case 'text':
      return { kind: 'text', word: compiled.text };
  }
}

/** The ids of the facts that were read; a line or a rating of before is none. */
function factsOf(tree: Asked): (unit: UnitState) => string[] {
  if (tree.kind === 'name') return ofInput(tree.name);
  switch (tree.name) {
    case 'count': {
      const kind = textIn(tree, 0);
      return (unit) => sessionsOf(unit, kind).records.map(({ id }) => id);
    }
    case 'cases': {
      const counted = casesCounted(textIn(tree, 0), roleIn(tree), monthsIn(tree));
      return ({ facts }) => counted(facts).map(({ id }) => id);
    }
    case 'mean':
    case 'sum':
    case 'last':
    case 'lowest-of':
    case 'highest-of':
    case 'run':
      return ofInput(textIn(tree, 0));
    default:
      return () => [];
  }
}

const ofInput =
  (name: string) =>
  ({ numbers, facts }: UnitState): string[] => [
    ...(numbers.get(name) ?? []).map(({ id }) => id),
    ...(facts.statements ?? []).filter((fact) => fact.name === name).map(({ id }) => id),
  ];
