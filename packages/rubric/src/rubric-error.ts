import type { Wording } from './explain/wording.ts';

/** Where in a table a fault stands, closer than by the id of its line. */
export interface FaultPlace {
  /** the way to the value in the content */
  path?: readonly PropertyKey[];
  /** the words of the file that are wrong */
  text?: string;
}

/** A table that cannot be used. `code` is stable, `place` the id or path where the fault stands. */
export class RubricError extends Error {
  override readonly name = 'RubricError';
  readonly path: readonly PropertyKey[] | undefined;
  readonly text: string | undefined;
  /** what is wrong, for people; the message is the English of it with code and place */
  readonly said: Wording;

  constructor(
    readonly code: `rubric.${string}`,
    readonly place: string,
    detail: string | Wording,
    where: string | FaultPlace = {},
  ) {
    const said = typeof detail === 'string' ? { zh: `${SUBJECTS[code] ?? '表有误'}：${detail}`, en: detail } : detail;
    super(`${code} at ${place}: ${said.en}`);
    this.said = said;
    ({ path: this.path, text: this.text } = typeof where === 'string' ? { path: undefined, text: where } : where);
  }
}

/** What is wrong where only the English says how. */
const SUBJECTS: Record<string, string | undefined> = {
  'rubric.expression': '算式写错了',
  'rubric.cycle': '互相引用，无法计算',
  'rubric.band-inverted': '区间上下颠倒',
  'rubric.band-outside-points': '区间超出分值',
  'rubric.band-too-fine': '区间比打分单位更细',
  'rubric.out-of-range': '数值过大，无法精确计算',
  'rubric.unknown-ruling': '没有这条口径',
  'rubric.unknown-leaf': '没有这一条',
  'rubric.ruling-beyond-rule': '口径只能改计分规则，不能改原文和分值',
};

/** What the check of references has proved to be there. */
export function found<T>(value: T | undefined, place: string): T {
  if (value === undefined) throw new RubricError('rubric.malformed', place, 'the table was not checked');
  return value;
}
