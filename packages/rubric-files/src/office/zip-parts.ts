import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { OfficeFileError } from './office-file-error.ts';

/** What opening one file may cost. Sizes are in bytes; `ratio` holds for entries that inflate beyond `ratioFrom`. */
export const LIMITS = {
  compressed: 20_000_000,
  entries: 1000,
  inflatedEntry: 50_000_000,
  inflatedTotal: 100_000_000,
  ratio: 200,
  ratioFrom: 1_000_000,
};

const ARCHIVE = /\.(zip|docx|docm|dotx|dotm|xlsx|xlsm|xlsb|pptx|jar|7z|rar|t?gz|tar|bz2|xz)$/i;

/** The parts of a zip whose directory was found sound. Nothing is inflated before it is asked for. */
export interface ZipParts {
  names: ReadonlySet<string>;
  /** The part's bytes, or null where there is none. Throws OfficeFileError, also when the directory lied about sizes. */
  read(name: string): Promise<Buffer | null>;
}

/**
 * Opens a zip within LIMITS, from its directory alone.
 * Throws OfficeFileError: `file.cut-short`, `file.too-large`, `file.zip-bomb`, `file.encrypted`, `file.nested`,
 * `file.malformed`.
 */
export async function openZip(bytes: Uint8Array): Promise<ZipParts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await orRefuse('file.cut-short', '', () => yauzl.fromBufferPromise(buffer, { lazyEntries: true }));
  if (zip.entryCount > LIMITS.entries) throw new OfficeFileError('file.zip-bomb', '');
  const entries = await directory(zip);
  let inflated = 0;
  return {
    names: new Set(entries.keys()),
    async read(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      const part = await orRefuse('file.malformed', name, () => inflate(zip, entry));
      inflated += part.length;
      if (inflated > LIMITS.inflatedTotal) throw new OfficeFileError('file.zip-bomb', name);
      return part;
    },
  };
}

async function directory(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let total = 0;
  await orRefuse('file.malformed', '', async () => {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw new OfficeFileError('file.malformed', entry.fileName);
      checkEntry(entry);
      total += entry.uncompressedSize;
      if (total > LIMITS.inflatedTotal) throw new OfficeFileError('file.zip-bomb', '');
      entries.set(entry.fileName, entry);
    }
  });
  return entries;
}

function checkEntry({ fileName, compressedSize, uncompressedSize, ...entry }: Entry): void {
  if (entry.generalPurposeBitFlag & 1) throw new OfficeFileError('file.encrypted', '');
  if (ARCHIVE.test(fileName)) throw new OfficeFileError('file.nested', fileName);
  const steep = uncompressedSize > LIMITS.ratioFrom && uncompressedSize > compressedSize * LIMITS.ratio;
  if (steep || uncompressedSize > LIMITS.inflatedEntry) throw new OfficeFileError('file.zip-bomb', fileName);
}

/** The stream ends with an error as soon as more comes out than the directory says, which was held to LIMITS. */
async function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function orRefuse<T>(code: 'file.cut-short' | 'file.malformed', place: string, run: () => Promise<T>) {
  try {
    return await run();
  } catch (error) {
    if (error instanceof OfficeFileError) throw error;
    const message = error instanceof Error ? error.message : '';
    if (message.startsWith('too many bytes')) throw new OfficeFileError('file.zip-bomb', place);
    if (message.startsWith('strong encryption')) throw new OfficeFileError('file.encrypted', '');
    throw new OfficeFileError(code, place);
  }
}
