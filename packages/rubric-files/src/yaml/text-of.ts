import type { Wording } from '@mofan/rubric/explain/wording';
import { YamlFault } from './yaml-fault.ts';

/**
 * The text of a file that is meant to be YAML or JSON, in UTF-8. Throws YamlFault for a file of another kind, which it
 * names with what to do, and for a text in another encoding, at the first character that is not UTF-8.
 */
export function textOf(bytes: Uint8Array): string {
  const kind = KINDS.find(({ starts }) => starts.some((start) => start.every((byte, n) => bytes[n] === byte)));
  if (kind) throw new YamlFault(1, 1, kind.said.zh, kind.said.en);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (bytes.includes(0)) throw new YamlFault(1, 1, NO_TEXT.zh, NO_TEXT.en);
  const broken = text.indexOf('\uFFFD');
  if (broken >= 0 && !isUtf8(bytes)) {
    const before = text.slice(0, broken).split('\n');
    throw new YamlFault(before.length, before.at(-1)!.length + 1, OTHER_ENCODING.zh, OTHER_ENCODING.en);
  }
  return text;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

/** Files that people hand over in place of a YAML, by the bytes that they begin with. */
const KINDS: readonly { starts: readonly (readonly number[])[]; said: Wording }[] = [
  {
    starts: [ascii('PK\x03\x04')],
    said: {
      zh: '这是 Word 或 Excel 文件（.docx、.xlsx），不是 YAML；请先用 rubric import 导入：rubric import 文件 > 表.yaml',
      en: 'this is a Word or Excel file (.docx, .xlsx), no YAML: import it first, rubric import FILE > table.yaml',
    },
  },
  {
    starts: [[0xd0, 0xcf, 0x11, 0xe0]],
    said: {
      zh: '这是旧版 Word 或 Excel 文件（.doc、.xls）；请另存为 .docx 或 .xlsx，再用 rubric import 导入',
      en: 'this is an old Word or Excel file (.doc, .xls): save it as .docx or .xlsx, then use rubric import',
    },
  },
  {
    starts: [ascii('%PDF')],
    said: {
      zh: '这是 PDF 文件，无法读取其中的表；请用原来的 .docx 或 .xlsx，以 rubric import 导入',
      en: 'this is a PDF, whose table cannot be read: take the .docx or .xlsx that it was made from, and rubric import',
    },
  },
  {
    starts: [
      [0xff, 0xfe],
      [0xfe, 0xff],
    ],
    said: {
      zh: '文件是 UTF-16 编码，请在编辑器中另存为 UTF-8',
      en: 'the file is in UTF-16: save it as UTF-8 in your editor',
    },
  },
];

const NO_TEXT: Wording = {
  zh: '这不是文本文件，或编码不是 UTF-8；规则和事实应写成 YAML 文本',
  en: 'this is no text, or none in UTF-8: tables and facts are texts in YAML',
};

const OTHER_ENCODING: Wording = {
  zh: '文件不是 UTF-8 编码（可能是 GBK），请在编辑器中另存为 UTF-8',
  en: 'the file is not in UTF-8 (perhaps in GBK): save it as UTF-8 in your editor',
};
