import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PrismaClient } from './database.ts';

/** Bytes at rest in a temporary place: hashed and counted, not yet part of the store. */
export interface ReceivedFile {
  temporary: string;
  sha256: string;
  size: number;
}

export interface StoredFile {
  fileId: string;
  sha256: string;
  size: number;
  name: string;
  mediaType: string;
  unitId: string | null;
}

interface Description {
  /** given where the id must be known beforehand; kept twice under it, a file is there once */
  fileId?: string;
  name: string;
  mediaType: string;
  uploadedBy: string;
  uploadedAt?: string;
  unitId: string | null;
}

/**
 * Files stand beside the log, by the hash of their content; the log knows an opaque id. A file is whole or not there:
 * it is written aside, synced, and renamed into place before its row is.
 */
export class Files {
  constructor(
    private readonly prisma: PrismaClient,
    private readonly folder: string,
  ) {}

  /** Takes a stream of at most `limit` bytes; rejects with `FileTooLarge` beyond it and leaves nothing behind. */
  async receive(source: Readable, limit: number): Promise<ReceivedFile> {
    const aside = path.join(this.folder, 'receiving');
    await mkdir(aside, { recursive: true });
    const temporary = path.join(aside, randomUUID());
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _, done) {
        size += chunk.length;
        if (size > limit) return done(new FileTooLarge(limit));
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(source, measure, createWriteStream(temporary));
    } catch (error) {
      await this.discard({ temporary });
      throw error;
    }
    return { temporary, sha256: hash.digest('hex'), size };
  }

  async discard({ temporary }: Pick<ReceivedFile, 'temporary'>): Promise<void> {
    await rm(temporary, { force: true });
  }

  /** Makes a received file part of the store. */
  async keep({ temporary, sha256, size }: ReceivedFile, description: Description): Promise<StoredFile> {
    const place = this.placeOf(sha256);
    await mkdir(path.dirname(place), { recursive: true });
    await sync(temporary);
    await rename(temporary, place);
    await sync(path.dirname(place));
    const { fileId = randomUUID(), ...described } = description;
    await this.prisma.file.upsert({
      where: { fileId },
      create: { fileId, sha256, size, ...described },
      update: {},
    });
    const { name, mediaType, unitId } = description;
    return { fileId, sha256, size, name, mediaType, unitId };
  }

  async find(fileIds: readonly string[]): Promise<Map<string, StoredFile>> {
    const rows = await this.prisma.file.findMany({ where: { fileId: { in: [...fileIds] } } });
    return new Map(
      rows.map(({ fileId, sha256, size, name, mediaType, unitId }) => [
        fileId,
        { fileId, sha256, size: Number(size), name, mediaType, unitId },
      ]),
    );
  }

  /** The bytes; undefined when they are missing from the disk. */
  async read({ sha256 }: Pick<StoredFile, 'sha256'>): Promise<Readable | undefined> {
    const place = this.placeOf(sha256);
    try {
      await access(place);
    } catch {
      return undefined;
    }
    return createReadStream(place);
  }

  private placeOf(sha256: string) {
    return path.join(this.folder, sha256.slice(0, 2), sha256);
  }
}

export class FileTooLarge extends Error {
  constructor(readonly limit: number) {
    super(`the file is larger than ${limit} bytes`);
  }
}

const sync = async (place: string) => {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
