import type { Interval } from '../interval.ts';
import type { Scope } from './scope.ts';
import { type Expression, ExpressionError } from './syntax.ts';

/** A function called with its arguments. Texts among them name lines, kinds, grades and inputs of the table. */
export type Call = Extract<Expression, { kind: 'call' }>;

export function textIn({ name, args, at }: Call, place: number): string {
  const arg = args[place];
  if (arg?.kind !== 'text') throw new ExpressionError(arg?.at ?? at, `${name} needs a name in quotes`);
  return arg.text;
}

export function lineIn(call: Call, scope: Scope, place = 0): number {
  const id = textIn(call, place);
  const index = scope.lineAt(id);
  if (index === undefined) throw new ExpressionError(call.args[place]!.at, `there is no line “${id}”`);
  return index;
}

/** A line that is named but not read: its rating of before. */
export function knownLineIn(call: Call, scope: Scope): string {
  const id = textIn(call, 0);
  if (!scope.hasLine(id)) throw new ExpressionError(call.args[0]!.at, `there is no line “${id}”`);
  return id;
}

export function rankIn(call: Call, scope: Scope): number {
  const grade = textIn(call, 0);
  const rank = scope.rankOf(grade);
  if (rank < 0) throw new ExpressionError(call.args[0]!.at, `there is no grade “${grade}”`);
  return rank;
}

export function kindIn(call: Call, scope: Scope): string {
  const kind = textIn(call, 0);
  if (!scope.hasKind(kind)) throw new ExpressionError(call.args[0]!.at, `there is no kind of evidence “${kind}”`);
  return kind;
}

export function categoryIn(call: Call, scope: Scope): string {
  const category = textIn(call, 0);
  if (!scope.hasCategory(category))
    throw new ExpressionError(call.args[0]!.at, `no rate names the category “${category}”`);
  return category;
}

export function selectionIn(call: Call, scope: Scope): string {
  const selection = textIn(call, 0);
  if (!scope.selections.includes(selection))
    throw new ExpressionError(call.args[0]!.at, `no selection “${selection}” is carried out before this`);
  return selection;
}

export const roleIn = (call: Call): string | null => (call.args[1]?.kind === 'text' ? call.args[1].text : null);

/** The last argument, a number of months back from the period's end; absent: the period alone. */
export function monthsIn({ args, at }: Call): number | null {
  const last = args.at(-1);
  if (last?.kind !== 'number') return null;
  if (!/^\d{1,3}$/.test(last.text)) throw new ExpressionError(at, 'a window is a whole number of months');
  return Number(last.text);
}

export function seriesIn(call: Call, scope: Scope): { name: string; bounds: Interval } {
  const name = textIn(call, 0);
  const input = scope.input(name);
  if (input?.kind !== 'series') throw new ExpressionError(call.args[0]!.at, `“${name}” is no series among the inputs`);
  return { name, bounds: input.range };
}
