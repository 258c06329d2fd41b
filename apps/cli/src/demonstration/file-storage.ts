import { Readable } from 'node:stream';
import type { Files } from '@mofan/store/files';
import type { DemonstrationFile } from './attachment.ts';

/** Keeps a file under its derived id, as an upload is kept; one that an earlier run kept is kept once. */
export const storeFile = async (
  files: Files,
  { bytes, fileId, name, mediaType, unitId }: DemonstrationFile,
  uploadedBy: string,
  uploadedAt: string,
): Promise<void> => {
  const received = await files.receive(Readable.from([bytes]), bytes.length);
  await files.keep(received, { fileId, name, mediaType, unitId, uploadedBy, uploadedAt });
};
