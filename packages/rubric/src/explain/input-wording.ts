import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { parseExpression } from '../expression/parse.ts';
import type { InputRead } from '../input-read.ts';
import { expressionWording } from './expression-wording.ts';
import { namesOf } from './names.ts';
import { type Numerals, numeralsOf } from './numerals.ts';
import { type Wording, inBoth } from './wording.ts';

/** What a rule on a line read, and what that was: “报修件数”：50 件, “对外配送”：否, “健康证持证率”：缺（0–100）. */
export function inputWording(rubric: CompiledRubric, line: CompiledLine | undefined, read: InputRead): Wording {
  const names = namesOf(rubric);
  const input = names.input(read.text);
  const title = input ? { zh: `“${input.title}”`, en: `“${input.title}”` } : expressionWording(names, read.text);
  const value = valueWording(rubric, line, read);
  const unit = input?.unit !== undefined && isKnown(read) ? unitAfter(input.unit) : '';
  return { zh: `${title.zh}：${value.zh}${unit}`, en: `${title.en}: ${value.en}${unit}` };
}

/** The same for several of them, in brackets; '' for none. */
export function inputsWording(
  rubric: CompiledRubric,
  line: CompiledLine | undefined,
  reads: readonly InputRead[],
): Wording {
  if (reads.length === 0) return { zh: '', en: '' };
  const said = reads.map((read) => inputWording(rubric, line, read));
  return { zh: `（${said.map(({ zh }) => zh).join('；')}）`, en: ` (${said.map(({ en }) => en).join('; ')})` };
}

/** What was read, by itself. */
export function valueWording(rubric: CompiledRubric, line: CompiledLine | undefined, read: InputRead): Wording {
  switch (read.kind) {
    case 'number':
      return numberRead(rubric, line, read);
    case 'truth':
      return read.holds === null ? MISSING : read.holds ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    case 'grade': {
      const title = read.grade === null ? null : namesOf(rubric).grade(read.grade);
      if (title !== null) return { zh: title, en: title };
      return read.open ? { zh: '未定', en: 'open' } : { zh: '无', en: 'none' };
    }
    case 'text':
      return read.word === null ? MISSING : { zh: read.word, en: read.word };
  }
}

/** Whether somebody has yet to put it on record. */
export const isMissing = (read: InputRead): boolean =>
  read.kind === 'truth'
    ? read.holds === null
    : read.kind === 'text'
      ? read.word === null
      : read.kind === 'number' && !isKnown(read) && read.facts.length === 0 && isFact(read.text);

/** Whether it is a number and a single one. */
export const isKnown = (read: InputRead): boolean =>
  read.kind === 'number' && read.floor !== null && read.floor === read.ceiling;

function numberRead(
  rubric: CompiledRubric,
  line: CompiledLine | undefined,
  read: Extract<InputRead, { kind: 'number' }>,
): Wording {
  const { floor, ceiling } = read;
  if (isKnown(read)) return inBoth((language) => numeralsOf(rubric, line).exactly(floor, ceiling, language));
  const between = betweenEnds(numeralsOf(rubric, line), floor, ceiling);
  if (!isFact(read.text) || read.facts.length > 0) return { zh: between || '未定', en: between || 'open' };
  if (between === '') return MISSING;
  return { zh: `缺（${between}）`, en: `missing (${between})` };
}

function betweenEnds({ alone }: Numerals, floor: string | null, ceiling: string | null): string {
  if (floor !== null && ceiling !== null) return alone(floor, ceiling);
  if (floor !== null) return `≥ ${alone(floor, floor)}`;
  return ceiling === null ? '' : `≤ ${alone(ceiling, ceiling)}`;
}

/** Whether somebody has to put it on record: a number, a series, a rating of before; not a count, nor a line. */
function isFact(text: string): boolean {
  const tree = parseExpression(text);
  return tree.kind === 'name' || (tree.kind === 'call' && RECORDED.has(tree.name));
}

const RECORDED = new Set(['mean', 'sum', 'last', 'lowest-of', 'highest-of', 'run', 'previous', 'previous-grade']);
const MISSING: Wording = { zh: '缺', en: 'missing' };
const unitAfter = (unit: string): string => (/^[%℃°‰]/.test(unit) ? unit : ` ${unit}`);
