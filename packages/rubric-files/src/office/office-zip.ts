import { OfficeFileError } from './office-file-error.ts';
import { type XmlElement, attributeOf, childrenOf, nodeBudget, parseXml } from './xml.ts';
import { LIMITS, type ZipParts, openZip } from './zip-parts.ts';

/** An office file that was found safe to read; `main` is its document or workbook part. */
export interface OfficeZip {
  kind: 'docx' | 'xlsx';
  main: string;
  /** A part as XML, or undefined where the package has none. Throws OfficeFileError. */
  xml(part: string): Promise<XmlElement | undefined>;
  /** What a part refers to inside the package. Throws OfficeFileError. */
  relationships(part: string): Promise<Relationship[]>;
}

/** `type` is the last word of the relationship's URI (`worksheet`), `target` the name of a part. */
export interface Relationship {
  id: string;
  type: string;
  target: string;
}

const KINDS: [RegExp, OfficeZip['kind']][] = [
  [/wordprocessingml\.(document|template)\.main\+xml$/, 'docx'],
  [/spreadsheetml\.(sheet|template)\.main\+xml$/, 'xlsx'],
];

/**
 * Opens a .docx or .xlsx from untrusted hands: bounded in size, without macros, entities or links to other workbooks.
 * Throws OfficeFileError, e.g. `file.not-office`, `file.encrypted`, `file.zip-bomb`, `file.macros`.
 */
export async function openOffice(bytes: Uint8Array): Promise<OfficeZip> {
  if (bytes.length > LIMITS.compressed) throw new OfficeFileError('file.too-large', '');
  checkSignature(bytes);
  const zip = await openZip(bytes);
  refuseActive(zip.names);
  const read = partReader(zip);
  const main = (await read.relationships('')).find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !zip.names.has(main)) throw new OfficeFileError('file.not-office', '');
  return { ...read, main, kind: kindOf(await contentType(read, main)) };
}

function checkSignature(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new OfficeFileError('file.empty', '');
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start === '504b0304') return;
  if (start !== 'd0cf11e0') throw new OfficeFileError('file.not-office', '');
  // A password puts the whole package into a stream of this name inside the old container format.
  const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  throw new OfficeFileError(encrypted ? 'file.encrypted' : 'file.legacy', '');
}

function refuseActive(names: ReadonlySet<string>): void {
  for (const name of names) {
    if (/(^|\/)vba[^/]*\.(bin|xml)$/i.test(name)) throw new OfficeFileError('file.macros', '');
    if (/(^|\/)externalLinks\//i.test(name)) throw new OfficeFileError('file.external-links', '');
  }
}

function kindOf(type: string): OfficeZip['kind'] {
  if (/macroEnabled/i.test(type)) throw new OfficeFileError('file.macros', '');
  const kind = KINDS.find(([pattern]) => pattern.test(type))?.[1];
  if (!kind) throw new OfficeFileError('file.not-office', '');
  return kind;
}

function partReader(zip: ZipParts): Pick<OfficeZip, 'xml' | 'relationships'> {
  const budget = nodeBudget();
  const xml = async (part: string) => {
    const bytes = await zip.read(part);
    return bytes ? parseXml(bytes, part, budget) : undefined;
  };
  return {
    xml,
    async relationships(part) {
      const list = await xml(relationshipsOf(part));
      return childrenOf(list, 'Relationship')
        .filter((each) => attributeOf(each, 'TargetMode') !== 'External')
        .map((each) => ({
          id: attributeOf(each, 'Id') ?? '',
          type: (attributeOf(each, 'Type') ?? '').replace(/^.*\//, ''),
          target: resolve(part, attributeOf(each, 'Target') ?? ''),
        }));
    },
  };
}

async function contentType(read: Pick<OfficeZip, 'xml'>, part: string): Promise<string> {
  const types = await read.xml('[Content_Types].xml');
  const override = childrenOf(types, 'Override').find((each) => attributeOf(each, 'PartName') === `/${part}`);
  return attributeOf(override, 'ContentType') ?? '';
}

const relationshipsOf = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels');

/** Part names are resolved like URLs against the part that names them. */
function resolve(part: string, target: string): string {
  const base = `part:///${part}`;
  return URL.canParse(target, base) ? new URL(target, base).pathname.slice(1) : '';
}
