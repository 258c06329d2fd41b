import type { FileRow } from '@mofan/contracts/file';
import { ProblemError, problemOf, unreachable } from './problem.ts';

export const LARGEST_FILE = 50 * 1024 * 1024;

interface Options {
  onProgress: (share: number) => void;
  idempotencyKey?: string;
}

/** Sends one attachment. Throws ProblemError. */
export const upload = async (file: File, onProgress: (share: number) => void): Promise<FileRow> => {
  if (file.size > LARGEST_FILE) throw new ProblemError(413, { code: 'file.too-large' });
  return sendFile<FileRow>('/api/files', file, { onProgress });
};

/** Sends one file. XMLHttpRequest, because fetch does not tell how far an upload has come. Throws ProblemError. */
export const sendFile = <Answer>(url: string, file: File, { onProgress, idempotencyKey }: Options): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    call.onerror = () => reject(unreachable());
    call.onload = () =>
      call.status >= 200 && call.status < 300
        ? resolve(JSON.parse(call.responseText) as Answer)
        : reject(problemOf(call.status, call.responseText));
    const form = new FormData();
    form.append('file', file);
    call.open('POST', url);
    if (idempotencyKey) call.setRequestHeader('idempotency-key', idempotencyKey);
    call.send(form);
  });
