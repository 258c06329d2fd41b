import type { RubricVersion } from '@mofan/store/rubric-library';
import { paperOf } from '@mofan/rubric-files/export/paper-of';
import { writeDocx } from '@mofan/rubric-files/export/write-docx';
import { writeXlsx } from '@mofan/rubric-files/export/write-xlsx';
import { writeTemplate } from '@mofan/rubric-files/template';
import { writeYaml } from '@mofan/rubric-files/yaml/write-yaml';
import type { FastifyReply } from 'fastify';

interface Download {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A version as a file: as a paper in the layout of the annex, or whole as YAML. */
export const exportRubric = async (
  { compiled, hash }: RubricVersion,
  format: 'docx' | 'xlsx' | 'yaml',
): Promise<Download> => {
  const rubric = compiled.published;
  const { outline, around } = paperOf(compiled, hash);
  const name = `${rubric.title}（${rubric.version}版）.${format}`;
  switch (format) {
    case 'docx':
      return { name, mediaType: DOCX, bytes: await writeDocx(outline, around) };
    case 'xlsx':
      return { name, mediaType: XLSX, bytes: await writeXlsx(outline, around) };
    case 'yaml':
      return { name, mediaType: 'application/yaml', bytes: Buffer.from(writeYaml(rubric)) };
  }
};

export const emptyTemplate = async (): Promise<Download> => ({
  name: '考核指标空白模板.xlsx',
  mediaType: XLSX,
  bytes: await writeTemplate(),
});

/** Sends a file to be kept, never to be shown as a page of ours. */
export const sendDownload = async (reply: FastifyReply, { name, mediaType, bytes }: Download): Promise<void> => {
  await reply
    .type(mediaType)
    .headers({
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ''))}`,
      'content-security-policy': "default-src 'none'; sandbox",
    })
    .send(Buffer.from(bytes));
};
