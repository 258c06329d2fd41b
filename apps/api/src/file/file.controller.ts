import { Controller, Req, Res } from '@nestjs/common';
import { downloadFile, uploadFile } from '@mofan/contracts/file';
import { Files, FileTooLarge, type ReceivedFile } from '@mofan/store/files';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { CalledBy, type Caller } from '../platform/caller.ts';
import { Implements, Input, type InputOf } from '../platform/implements.ts';
import { Refused } from '../platform/problem.ts';
import { judgeFile } from './file-kind.ts';
import { fileRow } from './file-row.ts';

export const MOST_FILE_BYTES = 50 * 1024 * 1024;

@Controller()
export class FileController {
  constructor(private readonly files: Files) {}

  @Implements(uploadFile)
  async upload(@Req() request: FastifyRequest, @CalledBy() caller: Caller) {
    if (!request.isMultipart()) throw new Refused(415, 'request.unsupported-media');
    const part = await request.file().catch(refuseBrokenForm);
    if (!part || part.fieldname !== 'file') throw new Refused(400, 'file.missing');
    const received = await this.receive(part.file);
    const name = nameOf(part.filename);
    const verdict = await judgeFile(received.temporary, name);
    if ('refused' in verdict) {
      await this.files.discard(received);
      throw new Refused(422, verdict.refused);
    }
    const { mediaType } = verdict;
    return fileRow(
      await this.files.keep(received, { name, mediaType, uploadedBy: caller.accountId, unitId: caller.unitId }),
    );
  }

  @Implements(downloadFile)
  async download(
    @Input() { params: { fileId } }: InputOf<typeof downloadFile>,
    @CalledBy() caller: Caller,
    @Res() reply: FastifyReply,
  ) {
    const file = (await this.files.find([fileId])).get(fileId);
    if (!file || !caller.mayReach('file.read', file.unitId)) throw new Refused(404, 'not-found');
    const bytes = await this.files.read(file);
    if (!bytes) throw new Refused(410, 'file.unreadable');
    await reply
      .type(file.mediaType)
      .headers({
        'content-length': file.size,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'cache-control': 'private, no-store',
        // A file is shown by the program that it is meant for, never as a page of ours.
        'content-security-policy': "default-src 'none'; sandbox",
      })
      .send(bytes);
  }

  private receive(source: Readable): Promise<ReceivedFile> {
    return this.files.receive(source, MOST_FILE_BYTES).catch((error: unknown) => {
      if (error instanceof FileTooLarge) throw new Refused(413, 'file.too-large');
      return refuseBrokenForm(error);
    });
  }
}

/** What the disk says is ours to mend; whatever else stops a form is the form's fault. */
const refuseBrokenForm = (error: unknown): never => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (/^E[A-Z]+$/.test(code)) throw error;
  throw new Refused(400, 'request.malformed');
};

/** The last part of a name, without what could break a header or a list. */
const nameOf = (filename: string): string =>
  [
    ...filename
      .split(/[\\/]/)
      .at(-1)!
      .replace(/[\p{Cc}\p{Cf}\p{Cs}"<>|:*?]/gu, '')
      .trim(),
  ]
    .slice(-120)
    .join('');
