import { open } from 'node:fs/promises';
import path from 'node:path';
import { fileTypeFromFile } from 'file-type';

/** What may be attached: extension → what the bytes must be. */
const ACCEPTED = new Map<string, readonly string[]>(
  Object.entries({
    pdf: ['application/pdf'],
    png: ['image/png'],
    jpg: ['image/jpeg'],
    jpeg: ['image/jpeg'],
    webp: ['image/webp'],
    heic: ['image/heic', 'image/heif'],
    docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    doc: ['application/x-cfb'],
    xls: ['application/x-cfb'],
    ppt: ['application/x-cfb'],
    wps: ['application/x-cfb'],
    ofd: ['application/zip'],
  }),
);

export type Verdict = { mediaType: string } | { refused: 'file.not-allowed' | 'file.not-what-it-says' | 'file.empty' };

/** Judges a file by its bytes and holds its name to them: a page of HTML called photo.png is refused. */
export const judgeFile = async (place: string, name: string): Promise<Verdict> => {
  const accepted = ACCEPTED.get(path.extname(name).slice(1).toLowerCase());
  if (!accepted) return { refused: 'file.not-allowed' };
  if (await isEmpty(place)) return { refused: 'file.empty' };
  const found = await fileTypeFromFile(place).catch(() => undefined);
  return found && accepted.includes(found.mime) ? { mediaType: found.mime } : { refused: 'file.not-what-it-says' };
};

const isEmpty = async (place: string): Promise<boolean> => {
  const handle = await open(place, 'r');
  try {
    return (await handle.stat()).size === 0;
  } finally {
    await handle.close();
  }
};
