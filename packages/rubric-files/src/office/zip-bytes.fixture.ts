import { deflateRawSync } from 'node:zlib';

/** A part of a zip that is written byte by byte, so that its headers can say what is not so. */
export interface RawEntry {
  name: string;
  data: Uint8Array | string;
  /** what the headers say the part inflates to */
  declared?: number;
  /** what the headers say it takes in the file */
  declaredCompressed?: number;
  flags?: number;
}

export function zipOf(entries: readonly RawEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = deflateRawSync(entry.data);
    const file = Buffer.concat([header(entry, data, Buffer.from('504b0304', 'hex')), Buffer.from(entry.name), data]);
    directory.push(central(entry, data, offset), Buffer.from(entry.name));
    files.push(file);
    offset += file.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

/** The fields that both headers share, behind the signature. */
function header({ name, data, declared, declaredCompressed, flags = 0 }: RawEntry, packed: Buffer, signature: Buffer) {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(flags, 2);
  bytes.writeUInt16LE(8, 4);
  bytes.writeUInt32LE(declaredCompressed ?? packed.length, 14);
  bytes.writeUInt32LE(declared ?? Buffer.byteLength(data), 18);
  bytes.writeUInt16LE(Buffer.byteLength(name), 22);
  return Buffer.concat([signature, bytes]);
}

function central(entry: RawEntry, packed: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([header(entry, packed, Buffer.from('504b01021400', 'hex')), tail]);
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** The least that makes a .docx, with `document` as its text part and whatever else is given. */
export function rawDocx(document: string | Uint8Array, others: readonly RawEntry[] = [], type = DOCX): Buffer {
  return zipOf([
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${MAIN}" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', data: document },
    ...others,
  ]);
}

/** A text document with that body, in the words of its format. */
export const documentXml = (body: string): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
