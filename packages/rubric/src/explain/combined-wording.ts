import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { exact } from '../exact.ts';
import type { Contribution } from '../scorecard.ts';
import { shareWording } from './figure-wording.ts';
import { type Names, namesOf } from './names.ts';
import { type Language, type Wording, ends, inBoth, range } from './wording.ts';

type Combined = Extract<Contribution, { kind: 'combined' }>;
type Part = Combined['parts'][number];

/** Several figures as one: of which parts, with what weight, and what did not count. */
export function combinedWording(rubric: CompiledRubric, line: CompiledLine, combined: Combined): Wording {
  const { by, parts, onTop = [], floor, ceiling } = combined;
  const names = namesOf(rubric);
  const [how = '', ...rest] = by.split(' ');
  const group = rest.join(' ');
  const [counted, left] = [parts.filter((part) => part.counted), parts.filter((part) => !part.counted)];
  return inBoth((language) => {
    const head = group === '' ? '' : `${names.group(line.id, group)}${language === 'zh' ? '：' : ': '}`;
    const weights = how === 'weighted' ? counted.map((part) => weighed(names, line, part, language)) : [];
    const more = onTop.map((part) => added(names, part, language));
    const detail = bracketed([...weights, ...dropped(names, line, left, language), ...more], language);
    const word = COMBINED[how]?.[language] ?? how;
    return language === 'zh'
      ? `${head}${counted.length}项${word}${detail}，得 ${ends(floor, ceiling)}`
      : `${head}${word} of ${counted.length}${detail}: ${ends(floor, ceiling)}`;
  });
}

const COMBINED: Record<string, Wording> = {
  sum: { zh: '合计', en: 'sum' },
  weighted: { zh: '加权', en: 'weighted sum' },
  mean: { zh: '平均', en: 'mean' },
  lowest: { zh: '取最低', en: 'lowest' },
  highest: { zh: '取最高', en: 'highest' },
};

/** A part of a line is one of its children, a group of assessors, or one of their marks: the last has no name. */
function partName(names: Names, line: CompiledLine, id: string, language: Language): string {
  if (line.children.length > 0) return names.line(id)[language];
  const group = names.group(line.id, id);
  return group === id ? '' : group;
}

function weighed(names: Names, line: CompiledLine, part: Part, language: Language): string {
  const name = partName(names, line, part.id, language) || part.id;
  const share = part.weight === null ? '' : shareWording(exact(part.weight));
  const figure = range(part.floor, part.ceiling);
  return language === 'zh' ? `${name} ${figure}，占 ${share}` : `${name} ${figure} at ${share}`;
}

function added(names: Names, { id, floor, ceiling }: Omit<Part, 'weight' | 'counted'>, language: Language): string {
  const [name, figure] = [names.line(id)[language], range(floor, ceiling)];
  return language === 'zh' ? `另计 ${name} ${figure}` : `${name} ${figure} on top`;
}

function dropped(names: Names, line: CompiledLine, left: readonly Part[], language: Language): string[] {
  if (left.length === 0) return [];
  const parts = left.map((part) => [partName(names, line, part.id, language), range(part.floor, part.ceiling)]);
  const list = parts.map((said) => said.filter(Boolean).join(' ')).join(language === 'zh' ? '、' : ', ');
  return [language === 'zh' ? `不计 ${list}` : `not counted: ${list}`];
}

function bracketed(said: readonly string[], language: Language): string {
  if (said.length === 0) return '';
  return language === 'zh' ? `（${said.join('；')}）` : ` (${said.join('; ')})`;
}
