import type { FileRow } from '@mofan/contracts/file';
import { ProblemError, problemOf, unreachable } from './problem.ts';

export const LARGEST_FILE = 50 * 1024 * 1024;

/** Sends one file. XMLHttpRequest, because fetch does not tell how far an upload has come. Throws ProblemError. */
export const upload = (file: File, onProgress: (share: number) => void): Promise<FileRow> =>
  new Promise((resolve, reject) => {
    if (file.size > LARGEST_FILE) return reject(new ProblemError(413, { code: 'file.too-large' }));
    const call = new XMLHttpRequest();
    call.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    call.onerror = () => reject(unreachable());
    call.onload = () =>
      call.status >= 200 && call.status < 300
        ? resolve(JSON.parse(call.responseText) as FileRow)
        : reject(problemOf(call.status, call.responseText));
    const form = new FormData();
    form.append('file', file);
    call.open('POST', '/api/files');
    call.send(form);
  });
