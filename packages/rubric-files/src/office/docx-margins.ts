import type { Said } from '../grid.ts';
import { blocksOf, paragraphText, partsOf } from './docx-text.ts';
import type { OfficeZip } from './office-zip.ts';
import { saidOnce } from './said-once.ts';
import { type XmlElement, childrenOf, elementsOf } from './xml.ts';

/** The parts of a document that stand outside its text, by the last word of their relationship, and what holds their paragraphs. */
const MARGINS: Record<string, { place: string; within: string | null }> = {
  header: { place: '页眉', within: null },
  footer: { place: '页脚', within: null },
  footnotes: { place: '脚注', within: 'footnote' },
  endnotes: { place: '尾注', within: 'endnote' },
  comments: { place: '批注', within: 'comment' },
};

/** What a document says in page headers and footers, notes, comments and text boxes, each text once. Throws OfficeFileError. */
export async function documentMargins(zip: OfficeZip, body: XmlElement): Promise<Said[]> {
  const said: Said[] = elementsOf(body, 'txbxContent').map((box) => ({ place: '文本框', text: textIn(box) }));
  for (const { type, target } of await zip.relationships(zip.main)) {
    const margin = MARGINS[type];
    const root = margin && (await zip.xml(target));
    if (!root) continue;
    const holders = margin.within === null ? [root] : childrenOf(root, margin.within);
    said.push(...holders.map((holder) => ({ place: margin.place, text: textIn(holder) })));
  }
  return saidOnce(said);
}

function textIn(parent: XmlElement): string {
  return blocksOf(parent)
    .map((block) =>
      block.name === 'p'
        ? paragraphText(block)
        : partsOf(block, 'tr')
            .flatMap((row) => partsOf(row, 'tc').map(textIn))
            .join('\n'),
    )
    .join('\n');
}
