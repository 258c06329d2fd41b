import type { FastifyRequest } from 'fastify';
import { Refused } from '../platform/problem.ts';

export interface UploadedFile {
  name: string;
  bytes: Uint8Array;
}

/** As large as the reader of office files takes. */
const MOST_BYTES = 20_000_000;

/** The one part named `file` of a form. Throws what a form or a file at fault is refused with. */
export const uploadedFile = async (request: FastifyRequest): Promise<UploadedFile> => {
  if (!request.isMultipart()) throw new Refused(415, 'request.unsupported-media');
  const part = await request.file({ limits: { fileSize: MOST_BYTES } }).catch(refuseBrokenForm);
  if (!part || part.fieldname !== 'file') throw new Refused(400, 'file.missing');
  const bytes = await part.toBuffer().catch(refuseBrokenForm);
  if (bytes.length === 0) throw new Refused(422, 'file.empty');
  return { name: part.filename, bytes };
};

const refuseBrokenForm = (error: unknown): never => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    throw new Refused(413, 'rubric-file.too-large', { details: { zh: '超过 20 MB', en: 'larger than 20 MB' } });
  throw new Refused(400, 'request.malformed');
};
