import { chineseNumeral } from './chinese-numeral.ts';
import type { OfficeZip } from './office-zip.ts';
import { numberOf } from './docx-text.ts';
import { type XmlElement, attributeOf, childOf, childrenOf, descend } from './xml.ts';

/** The number that office software puts before a paragraph (自动编号) and that is no part of its text; '' for none. */
export type Labels = (paragraph: XmlElement) => string;

/** The format has nine levels. */
const DEEPEST = 8;

interface Level {
  start: number;
  format: string;
  text: string;
}

/** Reads the document's automatic numbering. The result counts: it is to be asked for each paragraph once, in order. */
export async function labelsOf(zip: OfficeZip): Promise<Labels> {
  const parts = await zip.relationships(zip.main);
  const partOf = (type: string) => zip.xml(parts.find((each) => each.type === type)?.target ?? '');
  const lists = readLists(await partOf('numbering'));
  const styles = readStyles(await partOf('styles'));
  const counters = new Map<string, number[]>();
  return (paragraph) => {
    const properties = childOf(paragraph, 'pPr');
    const numbered =
      childOf(properties, 'numPr') ?? styles.get(attributeOf(childOf(properties, 'pStyle'), 'val') ?? '');
    const id = attributeOf(childOf(numbered, 'numId'), 'val') ?? '';
    const list = lists.get(id);
    if (!list) return '';
    const depth = Math.min(DEEPEST, numberOf(childOf(numbered, 'ilvl'), 0));
    const counted = count(counters.get(list.counter) ?? [], list.levels, depth);
    counters.set(list.counter, counted);
    return label(list.levels, depth, counted);
  };
}

function readLists(numbering: XmlElement | undefined) {
  const abstract = new Map(
    childrenOf(numbering, 'abstractNum').map((each) => [
      attributeOf(each, 'abstractNumId') ?? '',
      childrenOf(each, 'lvl').map(readLevel),
    ]),
  );
  return new Map(
    childrenOf(numbering, 'num').map((each) => {
      const of = attributeOf(childOf(each, 'abstractNumId'), 'val') ?? '';
      const restarts = childrenOf(each, 'lvlOverride').length > 0;
      const id = attributeOf(each, 'numId') ?? '';
      return [id, { counter: restarts ? `num ${id}` : `abstract ${of}`, levels: abstract.get(of) ?? [] }];
    }),
  );
}

const readLevel = (level: XmlElement): Level => ({
  start: numberOf(childOf(level, 'start'), 1),
  format: attributeOf(childOf(level, 'numFmt'), 'val') ?? 'decimal',
  text: attributeOf(childOf(level, 'lvlText'), 'val') ?? '',
});

const readStyles = (styles: XmlElement | undefined): Map<string, XmlElement | undefined> =>
  new Map(
    childrenOf(styles, 'style').map((style) => [attributeOf(style, 'styleId') ?? '', descend(style, 'pPr', 'numPr')]),
  );

/** The counters after one more paragraph of that depth: it goes on, those below it start anew. */
function count(before: readonly number[], levels: readonly Level[], depth: number): number[] {
  const startOf = (level: number) => levels[level]?.start ?? 1;
  const counted = Array.from(
    { length: depth + 1 },
    (_, level) => before[level] ?? startOf(level) - (level < depth ? 0 : 1),
  );
  return counted.with(depth, (counted[depth] ?? 0) + 1);
}

function label(levels: readonly Level[], depth: number, counted: readonly number[]): string {
  return (levels[depth]?.text ?? '').replace(/%(\d)/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    return formatted(counted[level] ?? 1, levels[level]?.format ?? 'decimal');
  });
}

function formatted(value: number, format: string): string {
  if (format === 'bullet' || format === 'none') return '';
  if (/^(chinese|taiwanese|japanese|ideograph)/i.test(format)) return chineseNumeral(value);
  if (format.startsWith('decimalEnclosedCircle') && value <= 20) return String.fromCodePoint(0x245f + value);
  return String(value);
}
