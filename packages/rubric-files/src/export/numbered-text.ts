import { markerOf } from '../import/numbering.ts';
import type { OutlineNode } from '../outline.ts';

/**
 * A node's text behind its number within its group: `1.`, or `（1）` or `①` when lines of the text are numbered `1.`
 * themselves, so that both can be told apart again.
 */
export function numbered({ number, text }: OutlineNode, parents: readonly OutlineNode[]): string {
  if (number === '') return text;
  const group = parents.findLast((parent) => parent.number !== '')?.number ?? '';
  const own = group !== '' && number.startsWith(`${group}.`) ? number.slice(group.length + 1) : number;
  const within = new Set(text.split('\n').map((line) => markerOf(line)?.style));
  if (!within.has('arabic') && !within.has('dotted')) return own + (/^\d/.test(text) ? '、' : '.') + text;
  return within.has('bracketed') ? circled(own) + text : `（${own}）${text}`;
}

/** ① to ⑳; the characters go no further. */
const circled = (own: string): string =>
  /^(1?\d|20)$/.test(own) ? String.fromCodePoint(0x245f + Number(own)) : `（${own}）`;
