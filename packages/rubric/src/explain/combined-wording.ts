import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { exact } from '../exact.ts';
import type { Contribution } from '../contribution.ts';
import { shareWording } from './figure-wording.ts';
import { numeralsOf } from './numerals.ts';
import { type Names, namesOf } from './names.ts';
import { type Language, type Wording, inBoth } from './wording.ts';

type Combined = Extract<Contribution, { kind: 'combined' }>;
type Part = Combined['parts'][number];

/** Several figures as one: of which parts, with what weight, and what did not count. */
export function combinedWording(rubric: CompiledRubric, line: CompiledLine, combined: Combined): Wording {
  const { by, parts, onTop = [], floor, ceiling } = combined;
  const names = namesOf(rubric);
  const numerals = numeralsOf(rubric, line);
  const counter = line.children.length > 0 || isOfGroups(line, parts) ? '项' : '份评分';
  const [how = '', ...rest] = by.split(' ');
  const group = rest.join(' ');
  const [counted, left] = [parts.filter((part) => part.counted), parts.filter((part) => !part.counted)];
  const figureIn = (part: Part, language: Language) => {
    const { scaledFrom } = part;
    return scaledFrom
      ? numerals.operand(scaledFrom.floor, scaledFrom.ceiling, language)
      : numerals.exactly(part.floor, part.ceiling, language);
  };
  return inBoth((language) => {
    const result = numerals.exactly(floor, ceiling, language);
    const head = group === '' ? '' : `${names.group(line.id, group)}${language === 'zh' ? '：' : ': '}`;
    const weights =
      how === 'weighted' ? counted.map((part) => weighed(names, line, part, figureIn(part, language), language)) : [];
    const notCounted = dropped(names, line, left, (part) => figureIn(part, language), language);
    const more = onTop.map((part) =>
      added(names, part.id, numerals.exactly(part.floor, part.ceiling, language), language),
    );
    const detail = bracketed([...weights, ...notCounted, ...more], language);
    const word = COMBINED[how]?.[language] ?? how;
    return language === 'zh'
      ? `${head}${counted.length}${counter}${word}${detail}，得 ${result}`
      : `${head}${word} of ${counted.length}${detail}: ${result}`;
  });
}

const COMBINED: Record<string, Wording> = {
  sum: { zh: '合计', en: 'sum' },
  weighted: { zh: '加权', en: 'weighted sum' },
  mean: { zh: '平均', en: 'mean' },
  lowest: { zh: '取最低', en: 'lowest' },
  highest: { zh: '取最高', en: 'highest' },
};

/** Whether the parts are groups of assessors, not their marks. */
const isOfGroups = (line: CompiledLine, parts: readonly Part[]): boolean =>
  line.from.kind === 'mark' && (line.from.raters?.shares ?? []).some(({ id }) => id === parts[0]?.id);

/** A part of a line is one of its children, a group of assessors, or one of their marks: the last has no name. */
function partName(names: Names, line: CompiledLine, id: string, language: Language): string {
  if (line.children.length > 0) return names.line(id)[language];
  const group = names.group(line.id, id);
  return group === id ? '' : group;
}

function weighed(names: Names, line: CompiledLine, part: Part, reached: string, language: Language): string {
  const name = partName(names, line, part.id, language) || part.id;
  const share = part.weight === null ? '' : shareWording(exact(part.weight));
  const of = part.scaledFrom?.full;
  const figure = of === undefined ? reached : `${reached} ÷ ${of} × ${line.pointsText}`;
  return language === 'zh' ? `${name} ${figure}，占 ${share}` : `${name} ${figure} at ${share}`;
}

function added(names: Names, id: string, figure: string, language: Language): string {
  const name = names.line(id)[language];
  return language === 'zh' ? `另计 ${name} ${figure}` : `${name} ${figure} on top`;
}

function dropped(
  names: Names,
  line: CompiledLine,
  left: readonly Part[],
  figureOf: (part: Part) => string,
  language: Language,
): string[] {
  if (left.length === 0) return [];
  const parts = left.map((part) => [partName(names, line, part.id, language), figureOf(part)]);
  const list = parts.map((said) => said.filter(Boolean).join(' ')).join(language === 'zh' ? '、' : ', ');
  return [language === 'zh' ? `不计 ${list}` : `not counted: ${list}`];
}

function bracketed(said: readonly string[], language: Language): string {
  if (said.length === 0) return '';
  return language === 'zh' ? `（${said.join('；')}）` : ` (${said.join('; ')})`;
}
