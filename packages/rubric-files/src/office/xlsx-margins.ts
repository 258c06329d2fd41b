import type { Said } from '../grid.ts';
import type { OfficeZip } from './office-zip.ts';
import { saidOnce } from './said-once.ts';
import { type XmlElement, attributeOf, childOf, elementsOf, textOf } from './xml.ts';

/** What a sheet says outside its cells: comments on them, text boxes, page headers and footers. Throws OfficeFileError. */
export async function sheetMargins(
  zip: OfficeZip,
  part: string,
  { sheet, name }: { sheet: XmlElement | undefined; name: string },
): Promise<Said[]> {
  const said: Said[] = (childOf(sheet, 'headerFooter')?.children ?? []).map((each) => ({
    place: `${name}!`,
    text: withoutCodes(typeof each === 'string' ? each : textOf(each)),
  }));
  for (const { type, target } of await zip.relationships(part)) {
    if (!MARGINS.has(type)) continue;
    const root = await zip.xml(target);
    for (const comment of [...elementsOf(root, 'comment'), ...elementsOf(root, 'threadedComment')])
      said.push({ place: `${name}!${attributeOf(comment, 'ref') ?? ''}`, text: textOf(childOf(comment, 'text')) });
    for (const box of elementsOf(root, 'txBody'))
      said.push({ place: `${name}!`, text: elementsOf(box, 'p').map(textOf).join('\n') });
  }
  return saidOnce(said);
}

const MARGINS = new Set(['comments', 'threadedComment', 'drawing']);

/** `&L`, `&C`, `&R` begin a part of a header; `&P`, `&"font"`, `&12` and the like are no text. */
const withoutCodes = (text: string): string =>
  text.replace(/&[LCR]/g, '\n').replace(/&(?:"[^"]*"|\d{1,3}|K[0-9A-Fa-f+-]{1,8}|[A-Za-z+-])/g, '');
