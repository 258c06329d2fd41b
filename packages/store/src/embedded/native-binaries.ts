import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** Where binaries may be copied to when the installed ones stand in a folder that is closed to others. */
const publicPlaces = ['/var/lib/mofan-postgres', '/opt/mofan-postgres', '/var/tmp/mofan-postgres'];

/** The folder with `bin`, `lib` and `share` that the registry's package for this platform carries. */
export const installedBinaries = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve('embedded-postgres');
    const native = createRequire(entry).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const folder = path.resolve(path.dirname(native), '..', 'native');
    linkLibraries(folder);
    return folder;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw cause;
    const message = `there is no PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to one of your own`;
    throw new EmbeddedPostgresError('postgres.unavailable', message, { cause });
  }
};

/** A package cannot carry links; its install script makes them, and that may have been forbidden. */
const linkLibraries = (folder: string) => {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.resolve(folder, '..', target);
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
};

/** The same binaries where any user may run them: as they are, or as a copy that only root can write. */
export const binariesForOthers = (installed: string): string =>
  isOpenToOthers(path.join(installed, 'bin')) ? installed : publicCopy(installed);

const isOpenToOthers = (folder: string): boolean => {
  const parent = path.dirname(folder);
  return (fs.statSync(folder).mode & 0o005) === 0o005 && (parent === folder || isOpenToOthers(parent));
};

const publicCopy = (installed: string): string => {
  const manifest = fs.readFileSync(path.join(installed, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const refusals: string[] = [];
  for (const place of publicPlaces) {
    try {
      fs.mkdirSync(place, { recursive: true });
      mustBeRootsAlone(place);
      const copy = path.join(place, version);
      if (!fs.existsSync(copy)) copyWhole(installed, copy);
      return copy;
    } catch (error) {
      refusals.push(`${place}: ${(error as Error).message}`);
    }
  }
  const message = `PostgreSQL's own user cannot be given its programs: ${refusals.join('; ')}`;
  throw new EmbeddedPostgresError('postgres.unavailable', message);
};

const mustBeRootsAlone = (place: string) => {
  fs.chmodSync(place, 0o755);
  const stat = fs.lstatSync(place);
  if (!stat.isDirectory() || stat.uid !== 0) throw new Error('not owned by root');
};

/** Under a name of its own first, so that a copy which was cut short is never taken for whole. */
const copyWhole = (from: string, to: string) => {
  const partial = `${to}.partial-${process.pid}`;
  const needed = (source: string) => !/\.a$|\/pkgconfig$|\/pgxs$/.test(source);
  fs.cpSync(from, partial, { recursive: true, verbatimSymlinks: true, filter: needed });
  execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', partial]);
  try {
    fs.renameSync(partial, to);
  } catch (error) {
    fs.rmSync(partial, { recursive: true });
    if (!fs.existsSync(to)) throw error;
  }
};
