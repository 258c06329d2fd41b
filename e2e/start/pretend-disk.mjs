import fs from 'node:fs';
import path from 'node:path';

/*
 * Loaded before the launcher where no file system can be mounted: within the data folder the operating system answers
 * every change as a disk would that is full (ENOSPC) or read-only (EROFS).
 */

const { MOFAN_DATA: folder, PRETENDED_FAULT: code } = process.env;
const isThere = (file) => typeof file === 'string' && `${path.resolve(file)}/`.startsWith(`${folder}/`);
const refuse = (file) => {
  throw Object.assign(new Error(`${code}: pretended, '${file}'`), { code, path: file });
};

const changes = ['writeFileSync', 'appendFileSync', 'mkdirSync', 'linkSync', 'renameSync', 'chmodSync', 'chownSync'];
for (const name of changes) {
  const real = fs[name];
  fs[name] = (file, ...more) => (isThere(file) ? refuse(file) : real(file, ...more));
}
const { openSync, statfsSync } = fs;
fs.openSync = (file, flags = 'r', ...more) =>
  isThere(file) && flags !== 'r' ? refuse(file) : openSync(file, flags, ...more);
fs.statfsSync = (file, ...more) => ({ ...statfsSync(file, ...more), ...(code === 'ENOSPC' && { bavail: 0 }) });
