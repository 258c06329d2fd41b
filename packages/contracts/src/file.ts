import { z } from 'zod';
import { Uuid } from '@mofan/domain/kernel/message';
import { endpoint } from './endpoint.ts';

export const FileRow = z.strictObject({
  fileId: z.uuid(),
  sha256: z.string(),
  size: z.int(),
  name: z.string(),
  mediaType: z.string(),
});
export type FileRow = z.infer<typeof FileRow>;

/** One part named `file`, at most 50 MB; what it is is read from its bytes, not from its name. */
export const uploadFile = endpoint({
  method: 'POST',
  path: '/api/files',
  summary: '上传附件',
  policy: 'file.write',
  consumes: 'multipart/form-data',
  response: FileRow,
});

/** Seen by whoever may read a piece of evidence that carries it, and by who uploaded it. */
export const downloadFile = endpoint({
  method: 'GET',
  path: '/api/files/{fileId}',
  summary: '下载附件',
  policy: 'file.read',
  params: z.strictObject({ fileId: Uuid }),
  produces: 'application/octet-stream',
});
