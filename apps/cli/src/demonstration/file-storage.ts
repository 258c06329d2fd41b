import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { PrismaClient } from '@mofan/store/database';
import type { DemonstrationFile } from './attachment.ts';
import { writeDurably } from './durable-file.ts';

/** Puts a file where the api looks for it: its bytes by content hash below `files`, its name in the table. */
export const storeFile = async (
  prisma: PrismaClient,
  dataDir: string,
  { bytes, ...file }: DemonstrationFile,
  uploadedBy: string,
  uploadedAt: string,
): Promise<void> => {
  const target = path.join(dataDir, 'files', file.sha256.slice(0, 2), file.sha256);
  const size = await stat(target).then(
    (found) => found.size,
    () => undefined,
  );
  if (size !== file.size) await writeDurably(target, bytes);
  const { fileId } = file;
  await prisma.file.upsert({ where: { fileId }, create: { ...file, uploadedBy, uploadedAt }, update: {} });
};
