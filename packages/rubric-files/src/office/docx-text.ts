import { isStruck } from './struck.ts';
import { type XmlElement, attributeOf, childOf, childrenOf, isElement } from './xml.ts';

/** Elements whose content is text of their paragraph; what was deleted, field codes and text boxes are not. */
const CARRIERS = new Set([
  'r',
  'hyperlink',
  'smartTag',
  'ins',
  'moveTo',
  'fldSimple',
  'ruby',
  'rubyBase',
  'sdt',
  'sdtContent',
  'customXml',
]);
const BREAKS: Record<string, string> = { br: '\n', cr: '\n', tab: '\t', noBreakHyphen: '-' };

/** The blocks of a body or cell in order, paragraphs and tables, out of the wrappers of content controls and revisions. */
export function blocksOf(parent: XmlElement): XmlElement[] {
  return parent.children
    .filter((node) => isElement(node))
    .flatMap((child) => {
      if (child.name === 'p' || child.name === 'tbl') return [child];
      return BLOCK_WRAPPERS.has(child.name) ? blocksOf(child) : [];
    });
}

const BLOCK_WRAPPERS = new Set(['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml']);

/** A paragraph's text with its line breaks and tabs; what is deleted or struck through is left out. */
export function paragraphText(paragraph: XmlElement): string {
  return paragraph.children
    .filter((node) => isElement(node))
    .map((child) => {
      if (child.name === 't') return child.children.filter((node) => !isElement(node)).join('');
      if (child.name === 'r' && isStruck(childOf(child, 'rPr'))) return '';
      return CARRIERS.has(child.name) ? paragraphText(child) : (BREAKS[child.name] ?? '');
    })
    .join('');
}

/** Rows or cells of a table, out of content controls and tracked insertions. */
export function partsOf(parent: XmlElement, name: 'tr' | 'tc'): XmlElement[] {
  return parent.children
    .filter((node) => isElement(node))
    .flatMap((child) => {
      if (child.name === name) return isDeletedRow(child) ? [] : [child];
      return BLOCK_WRAPPERS.has(child.name) ? partsOf(child, name) : [];
    });
}

const isDeletedRow = (row: XmlElement): boolean => childOf(childOf(row, 'trPr'), 'del') !== undefined;

/** A whole number in `val` of a property, or `otherwise`. */
export function numberOf(property: XmlElement | undefined, otherwise: number): number {
  const value = Number(attributeOf(property, 'val') ?? Number.NaN);
  return Number.isInteger(value) && value >= 0 ? value : otherwise;
}

/** Whether anything in the cell is a table of its own. */
export const holdsTable = (cell: XmlElement): boolean => childrenOf(cell, 'tbl').length > 0;
