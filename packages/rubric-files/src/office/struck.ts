import type { ReportEntry } from '../report.ts';
import { type XmlElement, attributeOf, childOf, isElement, textOf } from './xml.ts';

/** Whether a run, or a font, is struck through: what its text says is no longer in force. */
export const isStruck = (properties: XmlElement | undefined): boolean =>
  ['strike', 'dstrike'].some((name) => {
    const property = childOf(properties, name);
    return property !== undefined && !/^(0|false|off)$/.test(attributeOf(property, 'val') ?? '');
  });

/** What is struck through, and what a tracked change deleted, anywhere in a part of a text document; each told once. */
export function struckIn(part: XmlElement, place: string): ReportEntry[] {
  const [struck, deleted] = [struckText(part), deletedText(part)];
  return [
    ...(struck === '' ? [] : [leftOut(place, struck, '有删除线', 'is struck through')]),
    ...(deleted === '' ? [] : [leftOut(place, deleted, '已在修订中删除', 'was deleted by a tracked change')]),
  ];
}

export const struckAt = (place: string, text: string): ReportEntry =>
  leftOut(place, text, '有删除线', 'is struck through');

const struckText = (part: XmlElement): string =>
  part.name === 'r' && isStruck(childOf(part, 'rPr')) ? textOf(childOf(part, 't')) : inside(part, struckText);

const deletedText = (part: XmlElement): string => (part.name === 'delText' ? textOf(part) : inside(part, deletedText));

const inside = (part: XmlElement, read: (each: XmlElement) => string): string =>
  part.children
    .filter((node) => isElement(node))
    .map(read)
    .join('');

const leftOut = (place: string, text: string, zh: string, en: string): ReportEntry => ({
  kind: 'left-aside',
  place,
  zh: `“${text}”${zh}，未读入`,
  en: `“${text}” ${en} and was not read`,
});
