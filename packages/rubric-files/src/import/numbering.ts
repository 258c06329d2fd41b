import { readChineseNumeral } from '../office/chinese-numeral.ts';
import { linesOf, narrow } from './wording.ts';

/** The number that a line begins with. `style` tells 1. from （1） and 一、: what is numbered alike stands side by side. */
export interface Marker {
  number: string;
  style: 'dotted' | 'arabic' | 'bracketed' | 'circled' | 'chinese' | 'chinese-bracketed';
  length: number;
}

/** No number with what surrounds it is longer. */
const LONGEST = 20;
const CIRCLED: [from: number, to: number][] = [
  [0x2460, 0x2473],
  [0x2474, 0x2487],
  [0x2488, 0x249b],
];
/** 2.2020年… is the second line, of the year 2020, and not a decimal. */
const YEAR = String.raw`(?:19|20)\d\d年`;
/** What follows a decimal that is an amount and no number of a line: 1.5分, 2.5万 – but not 1.1分管领导, 1.2万众创新. */
const AMOUNT = String.raw`[\d%.-]|[亿倍元]|万(?![众家里事])|分(?![管类工析级步层])`;

const PATTERNS: [Marker['style'], RegExp][] = [
  ['dotted', new RegExp(`^([1-9]\\d?(?:\\.[1-9]\\d?){1,3})(?!${AMOUNT})[.、\\s]*(?=\\S)`)],
  ['arabic', new RegExp(`^(\\d{1,3})\\s*(?:、|[.,](?!\\d)|\\.(?=${YEAR}|0\\.\\d))\\s*`)],
  ['bracketed', /^\(?\s*(\d{1,3})\s*\)\s*[.、]?\s*/],
  ['chinese', /^([一二三四五六七八九十]{1,3})\s*[、.]\s*/],
  ['chinese-bracketed', /^\(\s*([一二三四五六七八九十]{1,3})\s*\)\s*[、.]?\s*/],
];

/** Reads the number at the beginning of a line; decimals (0.5分), years and dates are none. */
export function markerOf(line: string): Marker | null {
  const circled = circledNumber(line.slice(0, LONGEST));
  if (circled) return circled;
  const plain = narrow(line.slice(0, LONGEST));
  for (const [style, pattern] of PATTERNS) {
    const [whole, number = ''] = pattern.exec(plain) ?? [];
    if (whole === undefined) continue;
    const value = style.startsWith('chinese') ? readChineseNumeral(number) : number.replace(/^0+(?=\d)/, '');
    if (value !== null) return { number: String(value), style, length: whole.length };
  }
  return null;
}

function circledNumber(line: string): Marker | null {
  const code = line.codePointAt(0) ?? 0;
  const range = CIRCLED.find(([from, to]) => code >= from && code <= to);
  if (!range) return null;
  const length = /^.[.、．\s]*/u.exec(line)?.[0].length ?? 1;
  return { number: String(code - range[0] + 1), style: 'circled', length };
}

/** The text without the number it begins with, and that number, '' for none. */
export function withoutMarker(text: string): { number: string; text: string } {
  const marker = markerOf(text);
  return marker ? { number: marker.number, text: text.slice(marker.length) } : { number: '', text };
}

/**
 * The numbered parts of a cell, each the lines it is made of, number included; what is numbered otherwise than the
 * first stays within its part. `lead` are the lines before the first number.
 */
export function numberedParts(text: string): { lead: string[]; parts: string[][] } {
  const lines = linesOf(text).flatMap(inlineParts);
  const style = lines.map(markerOf).find((marker) => marker !== null)?.style;
  const lead: string[] = [];
  const parts: string[][] = [];
  for (const line of lines) {
    if (style !== undefined && markerOf(line)?.style === style) parts.push([line]);
    else (parts.at(-1) ?? lead).push(line);
  }
  return { lead, parts };
}

/** `1.…；2.…；3.…` in one line: split only where the numbers go on from 1 without a gap, each after the end of a phrase. */
function inlineParts(line: string): string[] {
  const first = markerOf(line);
  if (first?.number !== '1') return [line];
  const starts = [0];
  for (const end of narrow(line).matchAll(/[;。)]\s*/g)) {
    const at = end.index + end[0].length;
    const next = markerOf(line.slice(at, at + LONGEST));
    if (next?.style === first.style && next.number === String(starts.length + 1)) starts.push(at);
  }
  return starts.map((start, index) => line.slice(start, starts[index + 1]).trim());
}
