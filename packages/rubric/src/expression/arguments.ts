import type { Wording } from '../explain/wording.ts';
import type { Interval } from '../interval.ts';
import type { Scope } from './scope.ts';
import { type Named, unknownName } from '../unknown-name.ts';
import { type Expression, ExpressionError } from './syntax.ts';

/** A function called with its arguments. Texts among them name lines, kinds, grades and inputs of the table. */
export type Call = Extract<Expression, { kind: 'call' }>;

export function textIn({ name, args, at }: Call, place: number): string {
  const arg = args[place];
  if (arg?.kind !== 'text')
    throw new ExpressionError(arg?.at ?? at, {
      zh: `${name} 的括号里应写带引号的名称，如 ${name}('…')`,
      en: `${name} needs a name in quotes, like ${name}('…')`,
    });
  return arg.text;
}

const unknown = (call: Call, place: number, known: readonly Named[], missing: Wording): ExpressionError =>
  new ExpressionError(call.args[place]!.at, unknownName(textIn(call, place), known, missing));

const NO_LINE: Wording = { zh: '表中没有条目', en: 'there is no line' };
export const NO_GRADE: Wording = { zh: '表中没有等次', en: 'there is no grade' };
const NO_KIND: Wording = { zh: '表中没有佐证材料类别', en: 'there is no kind of evidence' };
const NO_CATEGORY: Wording = { zh: '没有扣分或加分用到情形', en: 'no rate names the category' };
const NO_SELECTION: Wording = { zh: '在此之前没有评选', en: 'no selection is carried out before this called' };
const NO_SERIES: Wording = { zh: '输入项中没有序列', en: 'there is no series among the inputs called' };

export function lineIn(call: Call, scope: Scope, place = 0): number {
  const id = textIn(call, place);
  const index = scope.lineAt(id);
  if (index === undefined) throw unknown(call, place, scope.known.line, NO_LINE);
  return index;
}

/** A line that is named but not read: its rating of before. */
export function knownLineIn(call: Call, scope: Scope): string {
  const id = textIn(call, 0);
  if (!scope.hasLine(id)) throw unknown(call, 0, scope.known.line, NO_LINE);
  return id;
}

export function rankIn(call: Call, scope: Scope): number {
  const grade = textIn(call, 0);
  const rank = scope.rankOf(grade);
  if (rank < 0) throw unknown(call, 0, scope.known.grade, NO_GRADE);
  return rank;
}

export function kindIn(call: Call, scope: Scope): string {
  const kind = textIn(call, 0);
  if (!scope.hasKind(kind)) throw unknown(call, 0, scope.known.kind, NO_KIND);
  return kind;
}

export function categoryIn(call: Call, scope: Scope): string {
  const category = textIn(call, 0);
  if (!scope.hasCategory(category)) throw unknown(call, 0, scope.known.category, NO_CATEGORY);
  return category;
}

export function selectionIn(call: Call, scope: Scope): string {
  const selection = textIn(call, 0);
  if (!scope.selections.includes(selection))
    throw unknown(
      call,
      0,
      scope.selections.map((id) => ({ id })),
      NO_SELECTION,
    );
  return selection;
}

export const roleIn = (call: Call): string | null => (call.args[1]?.kind === 'text' ? call.args[1].text : null);

/** The last argument, a number of months back from the period's end; absent: the period alone. */
export function monthsIn({ args, at }: Call): number | null {
  const last = args.at(-1);
  if (last?.kind !== 'number') return null;
  if (!/^\d{1,3}$/.test(last.text))
    throw new ExpressionError(at, { zh: '回溯期应为月数，是整数', en: 'a window is a whole number of months' });
  return Number(last.text);
}

export function seriesIn(call: Call, scope: Scope): { name: string; bounds: Interval } {
  const name = textIn(call, 0);
  const input = scope.input(name);
  if (input?.kind !== 'series') throw unknown(call, 0, scope.known.series, NO_SERIES);
  return { name, bounds: input.range };
}
